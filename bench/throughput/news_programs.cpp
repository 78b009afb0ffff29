// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/news_programs.hpp"

#include "news/base/error.hpp"
#include "news/base/file.hpp"

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

Command news_search_command(const std::filesystem::path& index, const std::string& query,
                            const std::filesystem::path& log) {
  return {.words = {NEWS_SEARCH_PROGRAM, "--index", index.string(), query}, .log = log};
}

Command news_search_queries_command(const std::filesystem::path& index,
                                    const std::filesystem::path& queries,
                                    const std::vector<std::string>& options,
                                    const std::filesystem::path& log) {
  Command command{.words = {NEWS_SEARCH_PROGRAM, "--index", index.string(), "--format", "json",
                            "--queries", queries.string()},
                  .log = log};
  command.words.insert(command.words.end(), options.begin(), options.end());
  return command;
}

}  // namespace news::bench
