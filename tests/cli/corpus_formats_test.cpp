// SPDX-License-Identifier: GPL-3.0-or-later
// The samples of corpus/ in every format that is read: news-index takes out of each what
// truth-formats.jsonl says.
#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace news::test;
using nlohmann::json;

namespace {

const std::string corpus = NEWS_CORPUS_FOLDER;

/// The lines of a text by their "source", each without it.
std::map<std::string, json> by_source(const std::string& lines) {
  std::map<std::string, json> articles;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    json article = json::parse(line);
    const std::string source = article.at("source");
    article.erase("source");
    CHECK(articles.emplace(source, std::move(article)).second);
  }
  return articles;
}

/// An article of --extract with its origin in one word: "archives/a.zip!b.jsonl#2".
std::string with_source(const std::string& line) {
  json article = json::parse(line);
  const json origin = article.at("origin");
  article.erase("origin");
  std::string source = origin.at("path").get<std::string>().substr(corpus.size() + 1);
  if (origin.contains("member")) source += "!" + origin.at("member").get<std::string>();
  if (origin.contains("record")) source += "#" + std::to_string(origin.at("record").get<int>());
  article["source"] = source;
  return article.dump() + "\n";
}

std::map<std::string, json> extracted(const std::vector<std::string>& folders) {
  std::vector<std::string> arguments = {"--extract"};
  for (const std::string& folder : folders) arguments.push_back(corpus + "/" + folder);
  const Outcome outcome = news_index(arguments);
  CHECK(outcome.exit_code == 0);
  std::string lines;
  std::istringstream in(outcome.out);
  for (std::string line; std::getline(in, line);) lines += with_source(line);
  return by_source(lines);
}

}  // namespace

TEST_CASE("corpus: each format gives the articles that are written down for it") {
  const auto expected = by_source(content_of(corpus + "/truth-formats.jsonl"));
  const auto found = extracted(
      {"archives", "crawl", "feeds", "mail", "markdown", "newswire", "research", "tables", "web"});
  CHECK(found.size() == expected.size());
  for (const auto& [source, truth] : expected) {
    CAPTURE(source);
    const auto article = found.find(source);
    REQUIRE(article != found.end());
    CHECK(article->second == truth);
  }
}
