// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/stop_words.hpp"

#include "news/text/analyzer.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

Language language(std::string_view code) { return Language::parse(code).value(); }

/// The words of a text that its language leaves out of the ranking.
std::string stop_words_of(std::string_view text, std::string_view code) {
  Analyzer analyzer;
  std::string out;
  for (const Token& token : analyzer.analyze(text, language(code))) {
    if (is_stop_word(language(code), token.term)) out += std::string(token.term) + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("stop words: function words of a sentence as the analyzer writes them") {
  struct Row {
    std::string_view code;
    std::string_view text;
    std::string_view stop_words;
  };
  const Row rows[] = {
      {"en", "The minister of Japan was NOT in Tokyo", "the of was not in "},
      {"de", "Die Minister über müssen Häuser", "die uber mussen "},
      {"fr", "le ministre était à Paris", "le etait a "},
      {"ru", "министр ещё не в Москве", "еще не в "},
      {"zh", "我们 的 部长", "我们 的 "},
      {"ar", "الوزير إلى القاهرة", "الي "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(stop_words_of(row.text, row.code) == row.stop_words);
  }
}

TEST_CASE("stop words: words that news is about are none") {
  for (const char* word : {"us", "will", "new"}) {
    CAPTURE(word);
    CHECK_FALSE(is_stop_word(language("en"), word));
  }
}

TEST_CASE("stop words: a language without a list has none") {
  for (const char* word : {"the", "die", ""}) {
    CHECK_FALSE(is_stop_word(Language(), word));
    CHECK_FALSE(is_stop_word(language("haw"), word));
  }
}

TEST_CASE("stop words: a word of one language is none in another") {
  CHECK(is_stop_word(language("de"), "die"));
  CHECK_FALSE(is_stop_word(language("en"), "die"));
}

TEST_CASE("stop words: an empty word or one that is not folded is in no list") {
  for (const char* code :
       {"ar", "da", "de", "en", "es", "fr", "it", "nl", "pt", "ru", "sv", "zh"}) {
    CAPTURE(code);
    CHECK_FALSE(is_stop_word(language(code), ""));
    CHECK_FALSE(is_stop_word(language(code), " "));
    CHECK_FALSE(is_stop_word(language(code), "THE"));
  }
}
