// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/index_report.hpp"

#include "news/base/error.hpp"
#include "news/index/directory.hpp"
#include "tests/support/index_parts.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace news;
using namespace news::test;

namespace {

Article dated(const std::string& id, int day, std::string_view language) {
  Article article = article_from("/n", id, id, "Of " + id);
  if (day != 0) article.published = Timestamp{.year = 2011, .month = 3, .day = day};
  article.language = *Language::parse(language);
  return article;
}

void publish(const std::filesystem::path& folder,
             const std::vector<std::vector<Article>>& segments) {
  std::vector<std::string> live;
  for (const auto& articles : segments) {
    live.push_back(IndexDirectory::next_segment(live));
    build_segment(folder / live.back(), articles);
  }
  IndexDirectory(folder).publish(live);
}

}  // namespace

TEST_CASE("index report: what an index holds") {
  const TemporaryFolder folder;
  publish(folder.path(), {{dated("a", 12, "de"), dated("b", 3, "en")},
                          {dated("c", 0, "en"), dated("d", 20, "fr")}});
  const auto json = nlohmann::json::parse(index_report(folder.path(), true));
  CHECK(json["schema"] == 1);
  CHECK(json["articles"] == 4);
  CHECK(json["first_day"] == "2011-03-03");
  CHECK(json["last_day"] == "2011-03-20");
  CHECK(json["languages"].dump() == R"({"de":1,"en":2,"fr":1})");
  REQUIRE(json["segments"].size() == 2);
  CHECK(json["segments"][1]["name"] == "segment-000002");
  CHECK(json["segments"][1]["articles"] == 2);
  CHECK(json["bytes"] ==
        json["segments"][0]["bytes"].get<int>() + json["segments"][1]["bytes"].get<int>());
  const std::string text = index_report(folder.path(), false);
  CHECK(text.find(": 4 articles, ") != std::string::npos);
  CHECK(text.find("\n  published 2011-03-03 to 2011-03-20\n  languages en 2, de 1, fr 1\n") !=
        std::string::npos);
}

TEST_CASE("index report: an index without articles or without dates") {
  const TemporaryFolder folder;
  publish(folder.path(), {});
  CHECK(index_report(folder.path(), true) ==
        "{\"schema\":1,\"articles\":0,\"bytes\":0,\"languages\":{},\"segments\":[]}\n");
  const TemporaryFolder undated;
  publish(undated.path(), {{dated("a", 0, "en")}});
  CHECK(index_report(undated.path(), false).find("published") == std::string::npos);
}

TEST_CASE("index report: where there is no index there is nothing to describe") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(index_report(folder.path(), true), IndexError);
}
