// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stemmer.hpp"

#include "news/text/fold.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

Stemmer stemmer_of(std::string_view code) { return Stemmer(Language::parse(code).value()); }

}  // namespace

TEST_CASE("stemmer: each language has its own endings") {
  struct Row {
    std::string_view code;
    std::string_view word;
    std::string_view stem;
  };
  const Row rows[] = {
      {"en", "elections", "elect"},      {"en", "running", "run"},
      {"de", "häuser", "haus"},          {"fr", "élections", "elect"},
      {"es", "elecciones", "eleccion"},  {"it", "elezioni", "elezion"},
      {"ru", "выборами", "выбор"},       {"ru", "ёлками", "елк"},
      {"ru", "елками", "елк"},           {"und", "elections", "elections"},
      {"und", "naïve", "naive"},         {"ja", "häuser", "hauser"},
      {"haw", "elections", "elections"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(stemmer_of(row.code).stem(row.word) == row.stem);
  }
}

TEST_CASE("stemmer: the shortest words keep their letters") {
  Stemmer french = stemmer_of("fr");
  CHECK(french.stem("") == "");
  CHECK(french.stem("a") == "a");
  CHECK(french.stem("à") == "a");
}

TEST_CASE("stemmer: a word too long for one only loses its marks") {
  Stemmer english = stemmer_of("en");
  const std::string longest = std::string(57, 'x') + "running";
  CHECK(english.stem(longest) == std::string(57, 'x') + "run");
  CHECK(english.stem("x" + longest) == "x" + longest);
  std::string accented;
  for (int i = 0; i < 100; ++i) accented += "é";
  CHECK(english.stem(accented) == std::string(100, 'e'));
}
