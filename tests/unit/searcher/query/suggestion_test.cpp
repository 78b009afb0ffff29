// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/suggestion.hpp"

#include "searcher/query/parser.hpp"
#include "tests/support/small_index.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const SmallIndex& harbour_news() {
  static const SmallIndex index([] {
    std::vector<std::string> lines{
        article("a", "Trade surplus", "The trade surplus of Norwick grew."),
        article("b", "Harbour", "The harbour wall. A communique of the ministry."),
        article("c", "Storm", "Divers repaired the harbor wall."),
        article("p", "\u041F\u0443\u0442\u0438\u043D", "\u041F\u0443\u0442\u0438\u043D",
                R"("language":"ru")"),
    };
    for (int i = 0; i < 45; ++i) {
      lines.push_back(
          article("f" + std::to_string(i), "Ferry " + std::to_string(i),
                  i % 2 == 0 ? "The ferry sails." : "The wall stands, the ferries sail."));
    }
    return lines;
  }());
  return index;
}

std::string suggestion(std::string_view query) {
  return harbour_news().searcher().search(request_for(query)).suggestion;
}

struct Row {
  std::string_view query;
  std::string_view suggestion;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(suggestion(row.query) == row.suggestion);
  }
}

}  // namespace

TEST_CASE("suggestion: a word that no article has is spelled as the index spells it") {
  check({
      {"surpluss", "surplus"},
      {"Surpuls", "surplus"},
      {"trade surpluss ferry", "trade surplus ferry"},
      {"commnique", "communique"},
      {"\"trade surpluss\"", "\"trade surplus\""},
      {"title:surpluss", "title:surplus"},
      {"trade AND (surpluss OR wall)", "trade AND (surplus OR wall)"},
  });
}

TEST_CASE("suggestion: nothing where nothing is misspelt, or nothing is like it") {
  check({
      {"surplus", ""},
      {"surpluses", ""},
      {"zeppelin", ""},
      {"12345", ""},
      {"xq", ""},
      {"", ""},
      {"the", ""},
  });
}

TEST_CASE("suggestion: what is excluded, a pattern or a field's is left as it is") {
  check({
      {"ferry -surpluss", ""},
      {"surplusss*", ""},
      {"outlet:surpluss ferry", ""},
  });
}

TEST_CASE("suggestion: the first letter is taken to be right unless that finds nothing") {
  check({{"durplus", "surplus"}});
}

TEST_CASE("suggestion: words that were written as one") {
  check({
      {"tradesurplus", "trade surplus"},
      {"harbourwall ferry", "harbour wall ferry"},
      {"tradewall", ""},  // which stand side by side nowhere
  });
}

TEST_CASE("suggestion: where few are found, what many more articles have is suggested") {
  check({{"walls", ""}, {"farry", "ferry"}});
  CHECK(suggestion("ferrys") == "");  // another form of the same word
}

TEST_CASE("suggestion: of equally near words the one in the other words' company") {
  check({
      {"harbo0r divers", ""},
      {"harbxr divers", "harbor divers"},
      {"harboxur communique", "harbour communique"},
  });
}

TEST_CASE("suggestion: a name that another script has is not misspelt") {
  check({{"Putin", ""}});
  CHECK(harbour_news().ids("Putin") == "p");
}

TEST_CASE("suggestion: it finds something, with the filters of the request") {
  SearchRequest request = request_for("surpluss");
  request.filters = {{SearchField::language, "ru"}};
  CHECK(harbour_news().searcher().search(request).suggestion == "");
  request.filters = {{SearchField::language, "en"}};
  CHECK(harbour_news().searcher().search(request).suggestion == "surplus");
}

TEST_CASE("suggestion: none if it was not asked for") {
  SearchRequest request = request_for("surpluss");
  request.with_suggestion = false;
  CHECK(harbour_news().searcher().search(request).suggestion == "");
}
