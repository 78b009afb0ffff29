// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/analyzer.hpp"

#include "news/base/utf8.hpp"
#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

struct Analysis {
  std::string terms;
  std::string stems;
};

Analysis analysis_of(std::string_view text, std::string_view language) {
  Analyzer analyzer;
  Analysis out;
  for (const Token& token : analyzer.analyze(text, Language::parse(language).value())) {
    out.terms += (out.terms.empty() ? "" : " ") + std::string(token.term);
    out.stems += (out.stems.empty() ? "" : " ") + std::string(token.stem);
  }
  return out;
}

std::string terms(std::string_view text, std::string_view language = "en") {
  return analysis_of(text, language).terms;
}

std::string stems(std::string_view text, std::string_view language) {
  return analysis_of(text, language).stems;
}

bool starts_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// What holds for the tokens of every text, be it UTF-8 or not.
void check_invariants(std::string_view text, const std::vector<Token>& tokens) {
  CAPTURE(text);
  std::uint32_t last_end = 0;
  for (const Token& token : tokens) {
    REQUIRE(token.begin >= last_end);
    REQUIRE(token.end > token.begin);
    REQUIRE(token.end <= text.size());
    REQUIRE_FALSE(token.term.empty());
    for (const std::string_view written : {token.term, token.stem, token.tag}) {
      REQUIRE(written.size() <= Tokenizer::max_word_bytes);
      REQUIRE(utf8::is_valid(written));
    }
    last_end = token.end;
  }
}

constexpr std::u32string_view mixed_alphabet =
    U"aZ09_ .,'\u2019\"-&@#+/:\u00ADé\u00DF\u0130\uFB01\u0301\u0308ёйщΣάא\u05B0عّـไทย中文かガ가"
    U"\u200D\u202E\uFEFF\uFF11\uFF21\u2082\U0001F600\u0915\u093F\U00020000\u1E9E\n";

}  // namespace

TEST_CASE("analyzer: spellings that a reader takes for one are found by one another") {
  struct Row {
    std::string_view text;
    std::string_view query;
    std::string_view terms;
    std::string_view language = "en";
  };
  const Row rows[] = {
      {"U.S.", "US", "us"},
      {"U.K.", "UK", "uk"},
      {"Japan's", "Japan", "japan"},
      {"JAPAN\u2019S", "japan", "japan"},
      {"O\u2019Neill", "ONeill", "oneill"},
      {"naïve", "naive", "naive"},
      {"nai\u0308ve", "NAÏVE", "naive"},
      {"Straße", "strasse", "strasse", "de"},
      {"STRA\u1E9EE", "straße", "strasse", "de"},
      {"İstanbul", "istanbul", "istanbul", "tr"},
      {"Diyarbakır", "Diyarbakir", "diyarbakir"},
      {"Łódź", "Lodz", "lodz"},
      {"Ærø", "aero", "aero"},
      {"\uFB01nance", "finance", "finance"},
      {"\uFF12\uFF10\uFF10\uFF15", "2005", "2005"},
      {"\uFF34\uFF2F\uFF2B\uFF39\uFF2F", "Tokyo", "tokyo"},
      {"٢٠٠٥", "2005", "2005"},
      {"60-year", "60 year", "60 year"},
      {"60\u2011year", "60-year", "60 year"},
      {"$9bn", "9bn", "9bn"},
      {"8.5", "8,5", "8.5"},
      {"1,000", "1000", "1000"},
      {"1.000.000", "1,000,000", "1000000"},
      {"COVID-19", "covid 19", "covid 19"},
      {"C++", "c++", "c++"},
      {"AT&T", "at&t", "at&t"},
      {"@handle", "handle", "handle"},
      {"#tag", "TAG", "tag"},
      {"jane.doe@example.com", "Jane Doe example.com", "jane doe example com"},
      {"https://www.example.com/a?b=c", "www.example.com a b c", "https www example com a b c"},
      {"col\u00ADlapse", "collapse", "collapse"},
      {"col\u200Dlapse", "collapse", "collapse"},
      {"\u202Bcollapse\u202C", "collapse", "collapse"},
      {"ёлка", "елка", "елка", "ru"},
      {"Пу\u0301тин", "путин", "путин", "ru"},
      {"مُحَمَّد", "محمد", "محمد", "ar"},
      {"أحمد", "احمد", "احمد", "ar"},
      {"مدرسة", "مدرسه", "مدرسه", "ar"},
      {"שָׁלוֹם", "שלום", "שלום", "he"},
      {"ΑΘΉΝΑ", "αθηνα", "αθηνα", "el"},
      {"Οδυσσεύς", "ΟΔΥΣΣΕΥΣ", "οδυσσευσ", "el"},
      {"ｶﾞｽ", "ガス", "ガス", "ja"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::string written = terms(row.text, row.language);
    CHECK(written == row.terms);
    // An address has its scheme, which a query may leave out.
    CHECK(written.ends_with(terms(row.query, row.language)));
    CHECK(stems(row.text, row.language).ends_with(stems(row.query, row.language)));
  }
}

TEST_CASE("analyzer: letters that make another word stay apart") {
  CHECK(terms("мой") != terms("мои"));
  CHECK(terms("ガス") != terms("カス"));
  CHECK(terms("C++") != terms("C"));
  CHECK(terms("1,5") != terms("15"));
}

TEST_CASE("analyzer: languages without spaces are divided by dictionary") {
  CHECK(terms("我们在北京学习", "zh") == "我们 在 北京 学习");
  CHECK(terms("福田康夫首相が辞任した", "ja") == "福田 康夫 首相 が 辞任 した");
  CHECK(terms("นายกรัฐมนตรีลาออก", "th") == "นายก รัฐมนตรี ลา ออก");
}

TEST_CASE("analyzer: a stem is of the language and loses its accents after stemming") {
  struct Row {
    std::string_view language;
    std::string_view text;
    std::string_view stems;
  };
  const Row rows[] = {
      {"en", "ministers' elections running", "minist elect run"},
      {"de", "Häuser Wahlen", "haus wahl"},
      {"fr", "économiques élections", "econom elect"},
      {"ru", "министры ёлками", "министр елк"},
      {"und", "ministers Häuser", "ministers hauser"},
      {"zh", "ministers", "ministers"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(stems(row.text, row.language) == row.stems);
  }
}

TEST_CASE("analyzer: numbers and signs and scripts without endings have no stem") {
  for (const char* word : {"2005", "8.5", "covid19", "C++", "AT&T", "中国", "ガス", "ไทย"}) {
    CAPTURE(word);
    CHECK(stems(word, "en") == "");
    CHECK_FALSE(terms(word).empty());
  }
}

TEST_CASE("analyzer: which words have a stem does not depend on the language") {
  const std::string_view text = "Ministers met 17 Häuser 中国 AT&T ёлка U.S. e-mail ไทย";
  Analyzer analyzer;
  std::string with_stem;
  for (const char* language : {"en", "de", "zh", "und"}) {
    CAPTURE(language);
    std::string now;
    for (const Token& token : analyzer.analyze(text, Language::parse(language).value())) {
      now += token.stem.empty() ? '-' : 'Z';
    }
    if (with_stem.empty()) with_stem = now;
    CHECK(now == with_stem);
  }
  CHECK(with_stem == "ZZ-Z--ZZZZ-");
}

TEST_CASE("analyzer: one object analyses text after text") {
  Analyzer analyzer;
  const Language english = Language::parse("en").value();
  CHECK(analyzer.analyze("one two three", english).size() == 3);
  CHECK(analyzer.analyze("", english).empty());
  CHECK(analyzer.analyze(" \n\t...", english).empty());
  CHECK(analyzer.analyze("four", Language()).front().term == "four");
}

TEST_CASE("analyzer: bytes that are not UTF-8 divide words") {
  CHECK(terms("abc\xFF"
              "def") == "abc def");
  CHECK(terms("\xC3") == "");
  CHECK(terms("caf\xE9 au lait") == "caf au lait");
  CHECK(terms("a\xED\xA0\x80z") == "a z");
}

TEST_CASE("analyzer: a word is cut between two characters") {
  for (const char* letter : {"a", "é", "中", "\U00010400", "e\u0301", "\uFDFA"}) {
    CAPTURE(letter);
    std::string word;
    while (word.size() < 3000) word += letter;
    Analyzer analyzer;
    const auto& tokens = analyzer.analyze(word, Language());
    REQUIRE_FALSE(tokens.empty());
    check_invariants(word, tokens);
    CHECK(tokens.back().end == word.size());
  }
}

TEST_CASE("analyzer: a line of ten megabytes with no space is cut into words") {
  std::string text;
  text.resize(10'000'000, 'a');
  Analyzer analyzer;
  const auto& tokens = analyzer.analyze(text, Language());
  CHECK(tokens.size() == text.size() / 65536 + 1);
  CHECK(tokens.front().term == std::string(Tokenizer::max_word_bytes, 'a'));
  CHECK(tokens.back().end == text.size());
}

TEST_CASE("analyzer: a long line of joined words is divided up to its end") {
  for (const char* part :
       {"a.", "a'", "a&", "1,", "1.", "@a", "e\u0301", "中", "\u2082", "a\xFF"}) {
    CAPTURE(part);
    std::string text;
    while (text.size() < 100'000) text += part;
    text += "z";
    Analyzer analyzer;
    const auto& tokens = analyzer.analyze(text, Language());
    REQUIRE_FALSE(tokens.empty());
    CHECK(tokens.back().end == text.size());
  }
}

TEST_CASE("analyzer: a token lies in the text and begins and ends between characters") {
  test::RandomText random(1);
  Analyzer analyzer;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random.of(mixed_alphabet, 40);
    const auto& tokens = analyzer.analyze(text, Language::parse("en").value());
    check_invariants(text, tokens);
    for (const Token& token : tokens) {
      REQUIRE(starts_character(text, token.begin));
      REQUIRE(starts_character(text, token.end));
    }
  }
}

TEST_CASE("analyzer: random bytes are analysed like any text") {
  test::RandomText random(2);
  Analyzer analyzer;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random.bytes(60);
    check_invariants(text, analyzer.analyze(text, Language()));
  }
}
