// SPDX-License-Identifier: GPL-3.0-or-later
// The saved pages and wire stories of corpus/, each field of which is written down in truth.jsonl.
#include "news/text/whitespace.hpp"
#include "tests/support/reading.hpp"
#include "tests/support/temporary_folder.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace news;
using namespace news::test;

namespace {

const std::string corpus = NEWS_CORPUS_FOLDER;

std::vector<nlohmann::json> truths() {
  std::istringstream lines(content_of(corpus + "/truth.jsonl"));
  std::vector<nlohmann::json> all;
  for (std::string line; std::getline(lines, line);) {
    nlohmann::json& truth = all.emplace_back(nlohmann::json::parse(line));
    // Some titles have ideographic spaces, which every article is rid of.
    if (truth.contains("title"))
      truth["title"] = fold_whitespace(truth["title"].get<std::string>());
  }
  return all;
}

/// An article in the form that truth.jsonl has. A title made from the text is none.
nlohmann::json told(const std::string& id, const Article& article) {
  nlohmann::json out = {{"id", id}, {"language", article.language.code()}, {"body", article.body}};
  if (!article.title_from_text) out["title"] = article.title;
  if (article.published) out["published"] = iso(article.published);
  if (article.modified) out["modified"] = iso(article.modified);
  if (!article.outlet.empty()) out["outlet"] = article.outlet;
  if (!article.authors.empty()) out["authors"] = article.authors;
  return out;
}

}  // namespace

TEST_CASE("text reader: every page and wire story of the corpus is read as it should be") {
  const std::vector<nlohmann::json> expected = truths();
  CHECK(expected.size() == 51);
  for (const nlohmann::json& truth : expected) {
    const std::string id = truth.at("id");
    CAPTURE(id);
    CHECK(told(id, article_of("text", content_of(corpus + "/" + id))).dump(1) == truth.dump(1));
  }
}

TEST_CASE("text reader: another kind of line end makes no difference to the corpus") {
  for (const nlohmann::json& truth : truths()) {
    const std::string id = truth.at("id");
    CAPTURE(id);
    const std::string text = content_of(corpus + "/" + id);
    // Only in UTF-8 and its like can single bytes be put in.
    if (text.find('\0') != std::string::npos || text.find('\r') != std::string::npos) continue;
    std::string crlf;
    for (const char c : text) crlf += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK(told(id, article_of("text", crlf)) == told(id, article_of("text", text)));
  }
}
