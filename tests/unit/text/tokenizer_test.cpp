// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/tokenizer.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// The words of a text with spaces between; a tag stands in brackets behind its word.
std::string words(std::string_view text,
                  Tokenizer::Boundaries boundaries = Tokenizer::Boundaries::fast) {
  Tokenizer tokenizer(boundaries);
  std::string out;
  for (const Word& word : tokenizer.tokenize(text)) {
    if (!out.empty()) out += " ";
    out += word.plain;
    if (!word.tag.empty()) out += "[" + std::string(word.tag) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("tokenizer: what is one word and how it is written") {
  struct Row {
    std::string_view text;
    std::string_view words;
  };
  const Row rows[] = {
      // acronyms
      {"U.S. and US", "us and us"},
      {"the U.S.'s J.P. Morgan", "the us jp morgan"},
      {"U.S.-based", "us based"},
      // apostrophes
      {"Japan's countries' we\u2019ll", "japan countries we"},
      {"l'homme d\u2019Angelo dell'arte", "l homme d angelo dell arte"},
      {"don't O'Neill", "dont oneill"},
      // numbers
      {"8.5 per cent, $9bn, 1,000", "8.5 per cent 9bn 1000"},
      {"1.234,56 1,234.56 1.000.000", "1234.56 1234.56 1000000"},
      {"8,5", "8.5"},
      {"1,2,3", "1 2 3"},
      {"20.11.2005 192.168.1.1", "20.11.2005 192.168.1.1"},
      {"1980's", "1980"},
      // joined and divided
      {"60-year COVID-19", "60 year covid 19"},
      {"AT&T S&P Johnson&Johnson", "at&t s&p johnson johnson"},
      {"C++ C# C+", "c++ c# c"},
      {"RUSSIA:YASUO end.Start a_b", "russia yasuo end start a b"},
      {"jane.doe@example.com", "jane doe example com"},
      {"https://www.example.com/a-b?c=1", "https www example com a b c 1"},
      {"H\u2082O and CO\u2082", "h2o and co2"},
      // handles and tags
      {"@Handle_x #tag", "handle[@handle_x] x tag[#tag]"},
      {"a@b.com #", "a b com"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(words(row.text) == row.words);
    CHECK(words(row.text, Tokenizer::Boundaries::icu_only) == row.words);
  }
}

TEST_CASE("tokenizer: every word has the bytes of the text it came from") {
  const std::string text = "The \uFB01nance ministry\u2019s na\u00EFve \u201CU.S. plan\u201D";
  Tokenizer tokenizer;
  std::string ranges;
  for (const Word& word : tokenizer.tokenize(text)) {
    ranges += "[" + text.substr(word.begin, word.end - word.begin) + "]";
  }
  CHECK(ranges == "[The][\uFB01nance][ministry][na\u00EFve][U.S][plan]");
}
