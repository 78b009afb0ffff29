// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/news_programs.hpp"

#include "news/base/error.hpp"
#include "news/base/file.hpp"

#include <cstdlib>
#include <fstream>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace news::bench {

namespace {

Command command_of(const IndexRun& run) {
  Command command{.words = {NEWS_INDEX_PROGRAM, "--quiet", "--json", "--threads",
                            std::to_string(run.threads), "--index", run.index.string()},
                  .log = run.index.string() + ".log"};
  if (!run.memory.empty()) {
    command.words.insert(command.words.end(), {"--memory", run.memory});
  }
  command.words.push_back(run.source.string());
  return command;
}

/// The counts in the closing summary, which is the only line that begins so; complaints may stand
/// before it.
nlohmann::json counts_in(const std::filesystem::path& log) {
  const std::string text = read_file(log).value_or("");
  const std::size_t begin = text.rfind("\n{") == std::string::npos ? 0 : text.rfind("\n{");
  return nlohmann::json::parse(text.substr(begin)).at("articles");
}

void expect_count(const nlohmann::json& counts, const char* what, std::uint64_t expected) {
  const auto count = counts.at(what).get<std::uint64_t>();
  if (count == expected) return;
  throw Error("news-index", fmt::format("{} articles are {}, not {}", count, what, expected));
}

/// The figures behind the key "seconds", which in JSON no text can look like.
std::vector<double> seconds_in(const std::filesystem::path& answers) {
  constexpr std::string_view key = "\"seconds\":";
  std::vector<double> seconds;
  const std::string text = read_file(answers).value_or("");
  for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at)) {
    at += key.size();
    seconds.push_back(std::strtod(text.c_str() + at, nullptr));
  }
  return seconds;
}

}  // namespace

Measured measure_news_index(const IndexRun& run, std::uint64_t articles) {
  const Command command = command_of(run);
  const Measured measured = measure(command);
  expect_count(counts_in(command.log), "read", articles);
  return measured;
}

Measured measure_news_index_all_new(const IndexRun& run, std::uint64_t articles) {
  const Measured measured = measure_news_index(run, articles);
  expect_count(counts_in(command_of(run).log), "new", articles);
  return measured;
}

Measured compact_news_index(const std::filesystem::path& index) {
  return measure({.words = {NEWS_INDEX_PROGRAM, "--quiet", "--index", index.string(), "--compact"},
                  .log = index.string() + ".log"});
}

Command news_search_command(const std::filesystem::path& index, const std::string& query,
                            const std::filesystem::path& log) {
  return {.words = {NEWS_SEARCH_PROGRAM, "--index", index.string(), query}, .log = log};
}

Answers ask_news_search(const std::filesystem::path& index, const std::vector<std::string>& queries,
                        const std::vector<std::string>& options,
                        const std::filesystem::path& folder) {
  std::ofstream file(folder / "queries");
  for (std::size_t i = 0; i < queries.size(); ++i) file << i << '\t' << queries[i] << '\n';
  file.close();
  Command command{.words = {NEWS_SEARCH_PROGRAM, "--index", index.string(), "--format", "json",
                            "--queries", (folder / "queries").string()},
                  .log = folder / "answers"};
  command.words.insert(command.words.end(), options.begin(), options.end());
  const Measured measured = measure(command);
  return {.seconds = seconds_in(command.log), .cpu_seconds = measured.cpu_seconds};
}

}  // namespace news::bench
