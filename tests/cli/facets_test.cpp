// SPDX-License-Identifier: GPL-3.0-or-later
// news-search --facet, --timeline, --like and the formats for other programs, on the project's own
// corpus. What is counted is counted again here, from the articles that news-index reads.
#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace news::test;
using Json = nlohmann::json;

namespace {

const std::string corpus = NEWS_CORPUS_FOLDER;

const std::string& corpus_index() {
  static const TemporaryFolder folder;
  static const std::string index = folder / "corpus.idx";
  static const bool made = news_index({"--index", index, "-q", corpus}).exit_code == 0;
  REQUIRE(made);
  return index;
}

Outcome search(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--index", corpus_index()});
  return news_search(arguments);
}

Json json_of(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--format", "json"});
  return Json::parse(search(std::move(arguments)).out);
}

std::vector<Json> lines_of(const std::string& text) {
  std::vector<Json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  return lines;
}

/// All articles that match, as `--format jsonl` gives them.
std::vector<Json> hits(const std::string& query) {
  return lines_of(search({"--format", "jsonl", "-n", "1000", "--duplicates", "show", query}).out);
}

using Counts = std::map<std::string, int>;

/// How often each value of a member occurs in the hits: a string or a list of them.
Counts counted(const std::vector<Json>& articles, const std::string& member) {
  Counts counts;
  for (const Json& article : articles) {
    if (!article.contains(member)) continue;
    if (article[member].is_array()) {
      for (const Json& value : article[member]) ++counts[value];
    } else {
      ++counts[article[member]];
    }
  }
  return counts;
}

/// The same for the first so many characters of the date.
Counts counted_dates(const std::vector<Json>& articles, std::size_t length) {
  Counts counts;
  for (const Json& article : articles) {
    const std::string date = article.value("published", "");
    if (date.size() >= length) ++counts[date.substr(0, length)];
  }
  return counts;
}

Counts facet(const std::string& field, const std::string& query) {
  const Json json = json_of({"--facet", field, "--facet-limit", "1000", query});
  Counts counts;
  for (const Json& value : json["facets"][field]["values"]) {
    counts[value["value"]] = value["count"];
  }
  CHECK(json["facets"][field]["distinct"] == counts.size());
  return counts;
}

Counts timeline(const std::string& unit, const std::string& query) {
  Counts counts;
  const Json json = json_of({"--timeline", unit, query});
  for (const Json& span : json["timeline"]["spans"]) {
    if (span["hits"] > 0) counts[span["span"]] = span["hits"];
  }
  return counts;
}

}  // namespace

TEST_CASE("facets: the counts are those of all hits") {
  const std::pair<const char*, const char*> fields[] = {{"outlet", "outlet"},
                                                        {"section", "section"},
                                                        {"language", "language"},
                                                        {"author", "authors"},
                                                        {"topic", "topics"}};
  for (const char* query : {"ferry", "date:1980..2020", "the OR die OR la", "-ferry"}) {
    const std::vector<Json> articles = hits(query);
    CAPTURE(std::string(query));
    REQUIRE(articles.size() > 10);
    for (const auto& [field, member] : fields) {
      CAPTURE(field);
      CHECK(facet(field, query) == counted(articles, member));
    }
    CHECK(facet("year", query) == counted_dates(articles, 4));
    CHECK(facet("month", query) == counted_dates(articles, 7));
  }
}

TEST_CASE("facets: a timeline counts the same") {
  for (const char* query : {"ferry", "-ferry", "outlet:coastwire"}) {
    CAPTURE(std::string(query));
    const std::vector<Json> articles = hits(query);
    CHECK(timeline("year", query) == counted_dates(articles, 4));
    CHECK(timeline("month", query) == counted_dates(articles, 7));
    CHECK(timeline("day", query) == counted_dates(articles, 10));
  }
}

TEST_CASE("facets: a timeline has the share of all articles of the span") {
  const Counts all = counted_dates(hits("-zeppelins"), 7);
  const Json json = json_of({"--timeline", "month", "ferry"});
  REQUIRE(json["timeline"]["spans"].size() > 5);
  for (const Json& span : json["timeline"]["spans"]) {
    CAPTURE(span.dump());
    const std::string month = span["span"];
    CHECK(span["articles"] == (all.contains(month) ? all.at(month) : 0));
    if (span["articles"] == 0) continue;
    CHECK(span["share"].get<double>() ==
          doctest::Approx(span["hits"].get<double>() / span["articles"].get<double>()));
  }
}

TEST_CASE("facets: counts stand alone unless hits are asked for") {
  const Json alone = json_of({"--facet", "outlet", "ferry"});
  CHECK(alone["hits"].empty());
  CHECK(alone["total_is_exact"] == true);
  const Json both = json_of({"--facet", "outlet", "--sort", "newest", "-n", "2", "ferry"});
  CHECK(both["hits"].size() == 2);
  CHECK(both["total"] == alone["total"]);
  CHECK(both["facets"] == alone["facets"]);
}

TEST_CASE("facets: text is a table") {
  const Outcome outcome = search({"--facet", "language", "--timeline", "year", "hallam"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out.starts_with("language of "));
  CHECK(outcome.out.find("\n\nyear, hits, share of all articles\n") != std::string::npos);
  CHECK(outcome.out.find("\u2588") == std::string::npos);
}

TEST_CASE("facets: nothing found is 1 and an empty table") {
  const Outcome outcome = search({"--facet", "outlet", "zeppelin"});
  CHECK(outcome.exit_code == 1);
  CHECK(outcome.out == "outlet of 0 articles\n\n");
  CHECK(json_of({"--facet", "outlet", "zeppelin"})["facets"]["outlet"]["values"].empty());
}

TEST_CASE("facets: several queries are counted one by one") {
  const TemporaryFolder folder;
  const std::string queries = folder.write("topics.tsv", "t1\tferry\nt2\tzeppelin\n");
  const Outcome outcome = search({"--format", "csv", "--facet", "language", "--queries", queries});
  CHECK(outcome.out.starts_with("query_id,field,value,hits,articles\r\nt1,language,en,"));
  CHECK(outcome.out.find("t2") == std::string::npos);
}

TEST_CASE("news-search --like: related articles without the article itself") {
  const std::string id = hits("ferry inquiry radar").front()["id"];
  const std::vector<Json> found = lines_of(search({"--format", "jsonl", "--like", id}).out);
  REQUIRE(found.size() == 10);
  for (const Json& hit : found) CHECK(hit["id"] != id);
  CHECK_FALSE(found.front()["snippet"]["highlights"].empty());
  const std::vector<Json> filtered =
      lines_of(search({"--format", "jsonl", "--like", id, "--outlet", "coastwire"}).out);
  REQUIRE_FALSE(filtered.empty());
  for (const Json& hit : filtered) CHECK(hit["outlet"] == "Coastwire");
}

TEST_CASE("news-search --like: an unknown id is an error") {
  const Outcome outcome = search({"--like", "nowhere"});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "news-search: --like: no article has the id 'nowhere'\n"
        "  The line under a hit's title ends with its id.\n");
}

TEST_CASE("news-search --show: the whole article for programs") {
  const std::string id = hits("ferry").front()["id"];
  const Json shown = json_of({"--show", id});
  CHECK(shown["schema"] == 1);
  REQUIRE(shown["articles"].size() == 1);
  const Json& article = shown["articles"][0];
  CHECK(article["id"] == id);
  CHECK(article["body"].get<std::string>().size() > 200);
  CHECK(article["origin"].contains("path"));
  CHECK(lines_of(search({"--show", id, "--format", "jsonl"}).out).front() == article);
  CHECK(json_of({"--show", "nowhere"})["articles"].empty());
  CHECK(search({"--show", "nowhere", "--format", "json"}).exit_code == 1);
}

TEST_CASE("formats: ids and URLs are those of the hits") {
  std::string ids;
  std::string urls;
  int without = 0;
  for (const Json& hit : hits("ferry")) {
    ids += hit["id"].get<std::string>() + "\n";
    if (hit.contains("url")) urls += hit["url"].get<std::string>() + "\n";
    if (!hit.contains("url")) ++without;
  }
  REQUIRE(without > 0);
  CHECK(search({"--format", "ids", "-n", "1000", "--duplicates", "show", "ferry"}).out == ids);
  const Outcome outcome =
      search({"--format", "urls", "-n", "1000", "--duplicates", "show", "ferry"});
  CHECK(outcome.out == urls);
  CHECK(outcome.err == "news-search: hits without a URL: " + std::to_string(without) + "\n");
}

TEST_CASE("formats: a record of CSV for each hit") {
  const std::string out =
      search({"--format", "csv", "-n", "1000", "--duplicates", "show", "ferry"}).out;
  CHECK(out.starts_with("rank,id,score,title,"));
  std::size_t records = 0;
  for (std::size_t at = out.find("\r\n"); at != std::string::npos; at = out.find("\r\n", at + 2)) {
    ++records;
  }
  CHECK(records == hits("ferry").size() + 1);
}

TEST_CASE("formats: counting as JSON") {
  const Json json = json_of({"--count", "ferry"});
  CHECK(json["total"] == hits("ferry").size());
  CHECK(json["total_is_exact"] == true);
  CHECK(json["hits"].empty());
}

TEST_CASE("news-search: an offset behind all hits says how many there are") {
  const Outcome outcome = search({"--offset", "1000000", "--sort", "newest", "ferry"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "news-search: no hits behind --offset 1000000: " +
                           std::to_string(hits("ferry").size()) + " articles match\n");
}

TEST_CASE("news-search: pages by offset are the whole in order") {
  for (const char* order : {"relevance", "newest", "oldest"}) {
    CAPTURE(order);
    const std::string whole =
        search({"--format", "ids", "--sort", order, "-n", "1000", "ferry"}).out;
    std::string pages;
    for (int offset = 0; offset < 20; offset += 3) {
      pages += search({"--format", "ids", "--sort", order, "-n", "3", "--offset",
                       std::to_string(offset), "ferry"})
                   .out;
    }
    CHECK(pages == whole);
  }
}
