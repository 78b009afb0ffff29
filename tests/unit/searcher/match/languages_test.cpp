// SPDX-License-Identifier: GPL-3.0-or-later
// A query finds articles in every language of an index.
#include "tests/support/small_index.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const SmallIndex& mixed_news() {
  static const SmallIndex index({
      article("de", "Die F\u00E4hren",
              "Alte F\u00E4hren im Hafenviertel. Die Stra\u00DFen sind leer.",
              R"("language":"de")"),
      article("fr", "L'enqu\u00EAte", "Une enqu\u00EAte sur les accidents nationaux de la ville.",
              R"("language":"fr")"),
      article("en", "Ferries", "The national inquiries. Ferries of the Putin era."),
      article("ru", "\u041F\u0443\u0442\u0438\u043D",
              "\u0412\u0438\u0437\u0438\u0442 \u041F\u0443\u0442\u0438\u043D\u0430.",
              R"("language":"ru")"),
      article(
          "el", "\u039A\u03CC\u03C3\u03BC\u03BF\u03C2",
          "\u039F \u03A4\u03C3\u03AF\u03C0\u03C1\u03B1\u03C2 \u03BC\u03AF\u03BB\u03B7\u03C3\u03B5.",
          R"("language":"el")"),
      article("ar", "\u0623\u062E\u0628\u0627\u0631",
              "\u0642\u0627\u0644 \u0646\u062A\u0646\u064A\u0627\u0647\u0648 \u0630\u0644\u0643.",
              R"("language":"ar")"),
  });
  return index;
}

struct Row {
  std::string_view query;
  std::string_view ids;
};

}  // namespace

TEST_CASE("languages: words are found in the forms of each article's language") {
  const Row rows[] = {
      {"F\u00E4hre", "de"},      {"faehren OR fahre", "de"}, {"Hafenviertels", "de"},
      {"strasse", "de"},         {"l'enqu\u00EAte", "fr"},   {"d'enquetes", "fr"},
      {"nationaux", "fr"},       {"ferry inquiry", "en"},    {"la ville de l'accident", "fr"},
      {"die Stra\u00DFe", "de"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(mixed_news().ids(row.query) == row.ids);
  }
}

TEST_CASE("languages: a name is found in other scripts, behind its own") {
  const Row rows[] = {
      {"Putin", "en ru"},
      {"putin", "en ru"},
      {"\u041F\u0443\u0442\u0438\u043D\u0430", "ru en"},
      {"\u041F\u0443\u0442\u0438\u043D", "ru en"},
      {"Tsipras", "el"},
      {"Netanyahu", "ar"},
      {"netanyahu", ""},  // vowels are missing there, so only what looks like a name is looked for
      {"-Putin ferry", ""},
      {"\"Putin\"", "en"},
      {"title:Putin", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(mixed_news().ids(row.query) == row.ids);
  }
}

TEST_CASE("languages: a name in another script is highlighted") {
  const SearchResult result = mixed_news().searcher().search(request_for("Putin lang:ru"));
  REQUIRE(result.hits.size() == 1);
  CHECK(result.hits.front().title_highlights.size() == 1);
  CHECK(result.hits.front().snippet.highlights.size() == 1);
}

TEST_CASE("languages: a stem counts only in articles of the language that makes it of the word") {
  // The Hungarian stem of "Putin" is an English word.
  const SmallIndex index({article("name", "News", "Putin spoke.", R"("language":"en")"),
                          article("verb", "News", "They put it there.", R"("language":"en")"),
                          article("hungarian", "News", "Putin megszólalt.", R"("language":"hu")")});
  const SearchResult result = index.searcher().search(request_for("Putin"));
  CHECK(result.total == 2);
  CHECK(ids_of(result).find("verb") == std::string::npos);
  CHECK(index.ids("put").find("verb") != std::string::npos);
}

TEST_CASE("languages: a name in another script is looked for as it is, not as its stems") {
  const SmallIndex index({article("name", "News", "Biden spoke.", R"("language":"en")"),
                          article("short", "News", "Bi bid bei.", R"("language":"sw")"),
                          article("hungarian", "News", "Valami.", R"("language":"hu")")});
  CHECK(index.ids("\u0411\u0430\u0439\u0434\u0435\u043D") == "name");
}
