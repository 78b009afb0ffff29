// SPDX-License-Identifier: GPL-3.0-or-later
// news-search: one story once.
#include "tests/support/news_folder.hpp"
#include "tests/support/process.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace news::test;

namespace {

/// The invented wire stories of the benchmark, each in many forms.
const NewsFolder& wires() {
  static const NewsFolder folder;
  static const bool indexed = [] {
    folder.write("wires.jsonl",
                 content_of(std::string(NEWS_SOURCE_FOLDER) + "/bench/duplicates/invented.jsonl"));
    return folder.index().exit_code == 0;
  }();
  REQUIRE(indexed);
  return folder;
}

Outcome search(std::vector<std::string> arguments) { return wires().search(std::move(arguments)); }

std::size_t lines_of(const std::string& text) {
  std::istringstream in(text);
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line);) ++lines;
  return lines;
}

std::size_t hits(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "jsonl", "-n", "50", "Marigold"});
  return lines_of(search(std::move(arguments)).out);
}

}  // namespace

TEST_CASE("news-search: a story is shown once and says where else it is") {
  const Outcome outcome = search({"Marigold", "sandbank", "fog"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out.find("\n    also in 6 others: ") != std::string::npos);
}

TEST_CASE("news-search: copies are hidden by default, shown on request, or all there is") {
  CHECK(hits({}) == hits({"--duplicates", "hide"}));
  CHECK(hits({}) < hits({"--duplicates", "show"}));
  CHECK(hits({"--duplicates", "show"}) == 7);
  CHECK(hits({"--duplicates", "only"}) == 1);
}

TEST_CASE("news-search: a count is of articles, unless stories are asked for") {
  CHECK(search({"--count", "Marigold"}).out == "7\n");
  CHECK(search({"--count", "--duplicates", "hide", "Marigold"}).out == "1\n");
  CHECK(search({"--count", "--duplicates", "only", "Marigold"}).out == "1\n");
}

TEST_CASE("news-search: only stories with copies, and none is no success") {
  const Outcome outcome = search({"--duplicates", "only", "walnut", "saplings"});
  CHECK(search({"--duplicates", "only", "saplings"}).exit_code == 1);
  CHECK(outcome.err.empty());
}

TEST_CASE("news-search: JSON names the copies") {
  const auto json = nlohmann::json::parse(search({"--format", "json", "Marigold"}).out);
  REQUIRE(json["hits"].size() == 1);
  const auto& duplicates = json["hits"][0]["duplicates"];
  REQUIRE(duplicates.size() == 6);
  CHECK(duplicates[0].contains("id"));
  CHECK(duplicates[0].contains("outlet"));
  CHECK(json["total"] == 7);
}

TEST_CASE("news-search: a TREC run holds every copy") {
  CHECK(lines_of(search({"--format", "trec", "Marigold"}).out) == 7);
}
