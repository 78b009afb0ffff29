// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles a search finds.
#include "searcher/match/searcher.hpp"

#include "news/base/error.hpp"
#include "tests/support/small_index.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

const SmallIndex& harbour_news() {
  static const SmallIndex index({
      article("wall", "Harbour wall gives way",
              "The wall of the harbour at Norwick fell. No comment.",
              R"("date":"2005-11-18","source":"Norwick Courier","author":"Ada Marsh",)"
              R"("section":"Local","topics":["storms","el salvador"],)"
              R"("url":"https://courier.example.org/2005/wall")"),
      article(
          "ferry", "Ferries stay in port", "The ferries waited for the storm to end.",
          R"("date":"2005-11-20","source":"Coast Radio","author":"Jon Ada","section":"Travel")"),
      article("mole", "Die Mole", "Die Mauern des Hafens von Norwick sind alt.",
              R"("date":"2004-05","source":"Tagblatt","language":"de")"),
      article("undated", "Storm warning", "A storm nears the harbour.",
              R"("source":"Coast Radio")"),
  });
  return index;
}

struct Row {
  const char* query;
  const char* ids;
};

template <std::size_t N>
void check(const SmallIndex& index, const Row (&rows)[N]) {
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(index.ids(row.query) == row.ids);
  }
}

SearchResult search(const SmallIndex& index, const SearchRequest& request) {
  return index.searcher().search(request);
}

/// Every highlighted part in angles.
std::string marked(std::string_view text, const std::vector<ByteRange>& highlights) {
  std::string out;
  std::size_t at = 0;
  for (const ByteRange& range : highlights) {
    out += std::string(text.substr(at, range.begin - at)) + "<" + std::string(range.in(text)) + ">";
    at = range.end;
  }
  return out + std::string(text.substr(at));
}

}  // namespace

TEST_CASE("searcher: words in any of their forms") {
  check(harbour_news(), {
                            {"walls", "wall"},
                            {"FERRY", "ferry"},
                            {"Mauer", "mole"},
                            {"lighthouse", ""},
                            {"waited stay port", "ferry"},
                        });
}

TEST_CASE("searcher: phrases are found as they are") {
  check(harbour_news(), {
                            {"\"harbour at norwick\"", "wall"},
                            {"\"norwick harbour\"", ""},
                            {"\"ferry\"", ""},
                            {"\"gives way the wall\"", ""},  // from the title into the body
                        });
}

TEST_CASE("searcher: what is left out") {
  check(harbour_news(), {
                            {"norwick -wall", "mole"},
                            {"norwick -\"no comment\"", "mole"},
                            {"-norwick", "ferry undated"},
                            {"storm NOT ferry", "undated"},
                            {"-norwick -storm", ""},
                        });
}

TEST_CASE("searcher: fields") {
  check(harbour_news(), {
                            {"title:storm", "undated"},
                            {"author:ada", "ferry wall"},
                            {"author:\"ada marsh\"", "wall"},
                            {"author:\"marsh ada\"", ""},
                            {"outlet:coast", "ferry undated"},
                            {"outlet:coast outlet:tagblatt", "ferry mole undated"},
                            {"outlet:coast section:travel", "ferry"},
                            {"section:local", "wall"},
                            {"topic:el-salvador", "wall"},
                            {"topic:\"storms el\"", ""},  // from one topic into the next
                            {"url:example.org", "wall"},
                            {"url:courier.example.org/2005", "wall"},
                            {"lang:de", "mole"},
                            {"lang:German norwick", "mole"},
                            {"lang:klingon", ""},
                        });
}

TEST_CASE("searcher: dates") {
  check(harbour_news(), {
                            {"date:2005", "ferry wall"},
                            {"date:2005-11-20", "ferry"},
                            {"date:today", "ferry"},
                            {"date:2d", "wall"},
                            {"date:2004", "mole"},
                            {"date:2004-05", "mole"},
                            {"date:..2005-11-19", "wall mole"},
                            {"date:2005..", "ferry wall"},
                            {"date:2004-06..2005-11-19", "wall"},
                            {"date:2006..2004", ""},
                            {"storm date:2006..2004", ""},
                            {"storm date:1900..", "ferry"},
                            {"-date:2005", "mole undated"},
                        });
}

TEST_CASE("searcher: words near each other") {
  const SmallIndex index({
      article("five", "T", "ferry a b c d e reef"),
      article("six", "T", "ferry a b c d e f reef"),
      article("back", "T", "reef ferry"),
  });
  check(index, {
                   {"ferry NEAR/5 reef", "back five"},
                   {"ferry NEAR/6 reef", "back five six"},
                   {"ferry NEAR/1 reef", "back"},
                   {"ferry NEAR/5 lighthouse", ""},
               });
}

TEST_CASE("searcher: what begins so is cut to the hundred most frequent") {
  std::vector<std::string> lines;
  for (int i = 0; i < 120; ++i) {
    lines.push_back(article(fmt::format("a{}", i), "T", fmt::format("word{} common", i)));
  }
  const SmallIndex index(lines);
  SearchRequest request = request_for("word*");
  request.limit = 0;
  CHECK(search(index, request).total == 100);
  request.query = "common*";
  CHECK(search(index, request).total == 120);
}

TEST_CASE("searcher: filters of a request are either of one field and all of several") {
  SearchRequest request;
  request.filters = {{SearchField::outlet, "coast radio"}, {SearchField::outlet, "tagblatt"}};
  CHECK(harbour_news().ids(request) == "ferry mole undated");
  request.filters.push_back({SearchField::date, "2005.."});
  CHECK(harbour_news().ids(request) == "ferry");
  request.query = "lighthouse";
  CHECK(harbour_news().ids(request) == "");
  request.query = "title:port OR wall";
  CHECK(harbour_news().ids(request) == "ferry");
}

TEST_CASE("searcher: every word can be asked for") {
  SearchRequest request = request_for("norwick wall");
  CHECK(harbour_news().ids(request) == "wall mole");
  request.require_all = true;
  CHECK(harbour_news().ids(request) == "wall");
}

TEST_CASE("searcher: what the result says of the query") {
  const SearchResult result = search(harbour_news(), request_for("a OR \"storm"));
  CHECK(result.query == "a OR \"storm");
  CHECK(result.read_as == "a storm");
  CHECK(result.notes == std::vector<std::string>{"has a quotation mark that is not closed, so it "
                                                 "was searched as plain words"});
  const SearchResult nothing = search(harbour_news(), request_for("!!!"));
  CHECK(nothing.hits.empty());
  CHECK(nothing.total == 0);
  CHECK(nothing.notes == std::vector<std::string>{"has no word to search for"});
}

TEST_CASE("searcher: filters are part of how a query was read") {
  SearchRequest request = request_for("storm");
  request.filters = {{SearchField::outlet, "coast radio"}};
  CHECK(search(harbour_news(), request).read_as == "storm AND outlet:\"coast radio\"");
}

TEST_CASE("searcher: a hit has its article and where the words are") {
  const SearchResult result = search(harbour_news(), request_for("harbour walls"));
  REQUIRE(result.hits.size() == 2);
  const Hit& hit = result.hits.front();
  CHECK(hit.article.outlet == "Norwick Courier");
  CHECK(hit.article.authors == std::vector<std::string>{"Ada Marsh"});
  CHECK(hit.article.published->to_iso8601() == "2005-11-18");
  CHECK(marked(hit.article.title, hit.title_highlights) == "<Harbour> <wall> gives way");
  CHECK(marked(hit.snippet.text, hit.snippet.highlights) ==
        "The <wall> of the <harbour> at Norwick fell. No comment.");
}

TEST_CASE("searcher: snippets can be left out") {
  SearchRequest request = request_for("harbour");
  request.with_snippets = false;
  const SearchResult result = search(harbour_news(), request);
  REQUIRE(result.hits.size() == 2);
  CHECK(result.hits.front().snippet.text.empty());
  CHECK(result.hits.front().title_highlights.empty());
}

TEST_CASE("searcher: articles by their id") {
  Searcher searcher = harbour_news().searcher();
  const std::vector<Article> found = searcher.find_by_id("ferry");
  REQUIRE(found.size() == 1);
  CHECK(found.front().body == "The ferries waited for the storm to end.");
  CHECK(searcher.find_by_id("Ferry").empty());
  CHECK(searcher.find_by_id("").empty());
  CHECK(searcher.find_by_id(std::string(5000, 'x')).empty());
}

TEST_CASE("searcher: words and ids longer than a term are found") {
  const std::string word(300, 'x');
  const SmallIndex index(
      {article(word, word, "Body " + word,
               fmt::format(R"("source":"{0}","author":"{0}","section":"{0}","topics":["{0}"],)"
                           R"("url":"http://a.example/{0}")",
                           word))});
  for (const char* field : {"", "title:", "author:", "outlet:", "section:", "topic:", "url:"}) {
    CAPTURE(field);
    CHECK(index.ids(field + word) == word);
  }
  CHECK(index.searcher().find_by_id(word).size() == 1);
}

TEST_CASE("searcher: an index without articles") {
  const SmallIndex index;
  const SearchResult result = search(index, request_for("ferry"));
  CHECK(result.total == 0);
  CHECK(result.total_is_exact);
  CHECK(result.hits.empty());
  CHECK(index.searcher().find_by_id("ferry").empty());
}

TEST_CASE("searcher: a folder that holds no index is an error") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(Searcher({folder.path()}, SmallIndex::today), IndexError);
  CHECK_THROWS_AS(Searcher({folder.path() / "missing"}, SmallIndex::today), IndexError);
}

TEST_CASE("searcher: the inflected words of a rare language are found among many of another") {
  std::vector<std::string> articles;
  for (int i = 0; i < 300; ++i) {
    articles.push_back(article(fmt::format("e{}", i), fmt::format("Ferry {} waits", i),
                               "The ferry waited for the storm to end.", R"("language":"en")"));
  }
  articles.push_back(
      article("de", "Nachrichten", "Die Regierungen und die Zeitungen.", R"("language":"de")"));
  articles.push_back(article("none", "Xq", "1 zorblings 2", ""));
  const SmallIndex index(articles);
  const Row rows[] = {{"Regierungen", "de"}, {"Zeitung", "de"}, {"zorblings", "none"}};
  check(index, rows);
}
