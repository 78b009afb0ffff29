// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/utf8.hpp"
#include "news/text/analyzer.hpp"
#include "tests/support/random_text.hpp"

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "text/stemmer.hpp"
#include <doctest/doctest.h>

using namespace news;

namespace {

Language language(std::string_view code) { return Language::parse(code).value(); }

/// A token that owns its parts.
struct Copy {
  std::string term;
  std::string stem;
  std::string tag;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Copy&, const Copy&) = default;
};

std::ostream& operator<<(std::ostream& out, const std::vector<Copy>& tokens) {
  for (const Copy& token : tokens) {
    out << token.term << '/' << token.stem << '/' << token.tag << '[' << token.begin << ','
        << token.end << ") ";
  }
  return out;
}

std::vector<Copy> analyzed(Analyzer& analyzer, std::string_view text, Language language) {
  std::vector<Copy> copies;
  for (const Token& token : analyzer.analyze(text, language)) {
    copies.push_back({std::string(token.term), std::string(token.stem), std::string(token.tag),
                      token.begin, token.end});
  }
  return copies;
}

/// What an analyzer without any memory would give.
std::vector<Copy> expected(std::string_view text, Language language) {
  static Tokenizer tokenizer;
  static std::map<Language, Stemmer> stemmers;
  const Stemmer& stemmer = stemmers.try_emplace(language, language).first->second;
  std::vector<Copy> copies;
  for (const Word& word : tokenizer.tokenize(text)) {
    std::string stem;
    if (word.stemmable) {
      stem = utf8::truncate(stemmer.stem(word.folded), Tokenizer::max_word_bytes);
      if (stem.empty()) stem = word.plain;
    }
    copies.push_back(
        {std::string(word.plain), std::move(stem), std::string(word.tag), word.begin, word.end});
  }
  return copies;
}

/// Pieces that rules look at closely, or that are no text at all.
const std::vector<std::string>& nasty_pieces() {
  static const std::vector<std::string> pieces = {
      "C++",
      "C++.",
      "C++,C#",
      "C#",
      "(C#)",
      "c+",
      "c+++",
      "C##",
      "#C",
      "a#b",
      "U.S.",
      "U.S.'s",
      "U.S.,",
      "u.s",
      "AT&T",
      "AT&T's",
      "S&P-500",
      "a&b&c",
      "don't",
      "dont'",
      "ministers'",
      "'ministers'",
      "we'll",
      "we'll.",
      "o'clock's",
      "'s",
      "l'homme",
      "L'homme,",
      "dell'arte",
      "O'Neill",
      "O\u2019Neill\u2019s",
      "rock'n'roll",
      "1,2,3",
      "1,000",
      "1,000,",
      "1,000.",
      "8.5",
      "8,5",
      "8.5.",
      "1.234,56",
      ".5",
      "5's",
      "1'000",
      "@name",
      "@name,",
      "(@name)",
      "x@name",
      "@",
      "#",
      "#tag",
      "#tag!",
      "\"#tag\"",
      "##tag",
      "@a_b",
      "#\u00E9t\u00E9.",
      "\uFF20name",
      "\uFF03tag",
      "\"quoted\"",
      "(x)",
      "[x]",
      "<GM.N>",
      "<x",
      "x>",
      "-x-",
      "--",
      "...",
      "\"",
      "'",
      "a_b",
      "a_",
      "_a",
      "a:b",
      "a.b.c",
      "example.com.",
      "https://www.example.com/a?b=c",
      "jane.doe@example.com",
      "e\u0301t\u00E9",
      "e\u0301.",
      "\u0301",
      "\u0301x",
      "\"\u0301x",
      "x\u0301\"",
      "H\u2082O",
      "H\u2082O,",
      "CO\u2082).",
      "na\u00EFve,",
      "Stra\u00DFe.",
      "\u0130stanbul'da",
      "\u0451\u043B\u043A\u0430\u043C\u0438,",
      "\u043C\u0438\u043D\u0438\u0441\u0442\u0440\u044B.",
      "\u05E9\"\u05E1\"",
      "\u05D0'",
      "\u05D0\"",
      "\"\u05D0\u05D1",
      "\u0645\u062F\u0631\u0633\u0629,",
      "\u4E2D\u56FD.",
      "\u4E2D\u56FD\u3002",
      "\"\u4E2D\u56FD\"",
      "\u0E44\u0E17\u0E22.",
      "\"\u0E44\u0E17\u0E22\u0E44\u0E17\u0E22,",
      "\u30AC\u30B9,",
      "\uAC00.",
      "\u00ADx\u00AD",
      "x\u200D.",
      "\u200D",
      "\uFEFFx",
      "x\xFF",
      "\xFFx,",
      "\xC3",
      "\xC3.",
      "x\xC3,",
      "\xE4\xB8",
      "\xE4\xB8.",
      "\x80@x",
      "@\x80x",
      "\"\x80@x",
      "#\x80",
      std::string("a\0b", 3),
      std::string("a\0", 2),
      std::string("\0", 1),
      "a\x01",
      "\x01\x02",
      "\x1F"
      "a",
      "\U0001F600",
      "x\U0001F600.",
      "\u1E9E",
      "\uFB01\uFB01,",
      "\uFDFA",
      "c\u0327a"};
  return pieces;
}

/// Texts that look like text, with pieces that come again in other company.
std::string random_text(test::RandomText& random) {
  static constexpr std::u32string_view letters =
      U"aeiostrnlAES09\u00E9\u00DF\u00FC\u0430\u0435\u043E\u0451\u0642\u0627\u0629\u4E2D\u56FD"
      U"\u0E44\u0E17\u0E22\u30AB\u3099\uAC00\u05D0\u0301\u2019\u2082";
  static constexpr std::u32string_view marks = U".,;:!?\"'()[]<>-@#&+_/\u201C\u201D\u00AD";
  static constexpr std::u32string_view spaces = U" \n\t\r\v\f";
  const std::vector<std::string>& pieces = nasty_pieces();
  std::string text;
  for (std::size_t left = random.below(30); left > 0; --left) {
    switch (random.below(8)) {
      case 0:
        text += random.bytes(6);
        break;
      case 1:
        text += random.of(letters, 60);
        break;
      case 2:
      case 3:
        text += random.of(marks, 2) + random.of(letters, 4) + random.of(marks, 3);
        break;
      default:
        text += random.of(marks, 1) + pieces[random.below(pieces.size())] + random.of(marks, 2);
    }
    if (random.below(10) != 0) text += random.of(spaces, 1) + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("analyzer memory: a piece has the same tokens with and without marks around it") {
  Analyzer analyzer;
  for (int round = 0; round < 2; ++round) {
    for (const std::string& piece : nasty_pieces()) {
      for (const char* before : {"", "\"", "(", "<", "['", "x ", "@ "}) {
        for (const char* behind : {"", ",", ".", "\"", ")", "',", "!?", "--", " x", ". ", "\n"}) {
          const std::string text = before + piece + behind;
          CAPTURE(text);
          for (const char* code : {"en", "fr", "und"}) {
            REQUIRE(analyzed(analyzer, text, language(code)) == expected(text, language(code)));
          }
        }
      }
    }
  }
}

TEST_CASE("analyzer memory: text after text has the tokens it has without memory") {
  test::RandomText random(11);
  Analyzer used;
  const char* const codes[] = {"en", "de", "ru", "ar", "fr", "th", "und"};
  for (int i = 0; i < 4000; ++i) {
    const std::string text = random_text(random);
    const Language of_text = language(codes[random.below(std::size(codes))]);
    CAPTURE(text);
    const std::vector<Copy> tokens = expected(text, of_text);
    REQUIRE(analyzed(used, text, of_text) == tokens);
    REQUIRE(analyzed(used, text, of_text) == tokens);
    Analyzer fresh;
    REQUIRE(analyzed(fresh, text, of_text) == tokens);
  }
}

TEST_CASE("analyzer memory: a language does not take the stems of another") {
  Analyzer analyzer;
  for (int round = 0; round < 2; ++round) {
    CHECK(analyzer.analyze("elections", language("en")).front().stem == "elect");
    CHECK(analyzer.analyze("elections", language("und")).front().stem == "elections");
    CHECK(analyzer.analyze("elections", language("es")).front().stem == "elections");
  }
}

TEST_CASE("analyzer memory: long pieces are cut where they are without memory") {
  constexpr std::size_t cut = std::size_t{64} * 1024;
  for (const std::size_t size : {47U, 48U, 49U, 64U}) {
    const std::string text = "x " + std::string(size, 'a') + ". " + std::string(size, 'a');
    Analyzer analyzer;
    REQUIRE(analyzed(analyzer, text, language("en")) == expected(text, language("en")));
    REQUIRE(analyzed(analyzer, text, language("en")) == expected(text, language("en")));
  }
  for (const char* part : {"a", "a.", "1,", "@a", "\u00E9", "\u4E2D", "a\xFF", "\x80"}) {
    for (const std::size_t size : {cut - 1, cut, cut + 1, 2 * cut + 3}) {
      std::string text = "x ";
      while (text.size() < size + 2) text += part;
      text += "# a";
      CAPTURE(part);
      CAPTURE(size);
      Analyzer analyzer;
      REQUIRE(analyzed(analyzer, text, language("en")) == expected(text, language("en")));
    }
  }
}

TEST_CASE("analyzer memory: a lexeme stands for one term, stem and tag") {
  test::RandomText random(12);
  Analyzer analyzer;
  std::vector<std::tuple<std::string, std::string, std::string>> met;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random_text(random);
    for (const Token& token : analyzer.analyze(text, language(i % 2 == 0 ? "en" : "de"))) {
      if (token.lexeme == Token::no_lexeme) continue;
      REQUIRE(token.lexeme < analyzer.lexemes());
      met.resize(analyzer.lexemes());
      auto& [term, stem, tag] = met[token.lexeme];
      if (term.empty()) {
        term = token.term;
        stem = token.stem;
        tag = token.tag;
      }
      REQUIRE(token.term == term);
      REQUIRE(token.stem == stem);
      REQUIRE(token.tag == tag);
    }
  }
  CHECK(analyzer.lexemes() > 100);
}

TEST_CASE("analyzer memory: a word that comes again has its number again, with other marks too") {
  Analyzer analyzer;
  const auto& tokens = analyzer.analyze("oil, (oil) \"oil\" oil", language("en"));
  REQUIRE(tokens.size() == 4);
  for (const Token& token : tokens) CHECK(token.lexeme == 0);
  CHECK(analyzer.lexemes() == 1);
  CHECK(analyzer.analyze("gas oil", language("en")).front().lexeme == 1);
}

TEST_CASE("analyzer memory: when it is full, trim() starts it again") {
  Analyzer analyzer;
  CHECK_FALSE(analyzer.trim());
  int next = 0;
  const auto analyze_new_words = [&](int count) {
    for (int i = 0; i < count; ++i) {
      analyzer.analyze("word" + std::to_string(next++), language("en"));
    }
  };
  analyze_new_words(65000);
  CHECK_FALSE(analyzer.trim());
  CHECK(analyzer.lexemes() == 65000);

  analyze_new_words(1000);
  const std::uint32_t full = analyzer.lexemes();
  CHECK(full >= 65536);
  analyze_new_words(1000);
  CHECK(analyzer.lexemes() == full);
  CHECK(analyzer.analyze("beyond", language("en")).front().lexeme == Token::no_lexeme);
  CHECK(analyzer.analyze("beyond", language("en")).front().term == "beyond");
  CHECK(analyzer.analyze("word0", language("en")).front().lexeme == 0);

  CHECK(analyzer.trim());
  CHECK(analyzer.lexemes() == 0);
  CHECK_FALSE(analyzer.trim());
  CHECK(analyzer.analyze("beyond word0", language("en")).back().lexeme == 1);
}

TEST_CASE("analyzer memory: many languages share its bounds") {
  Analyzer analyzer;
  const char* const codes[] = {"en", "de", "fr", "es", "it", "nl", "sv", "da"};
  for (const char* code : codes) {
    for (int i = 0; i < 60'000; ++i) {
      analyzer.analyze("compartmentalisation" + std::to_string(i), language(code));
    }
  }
  CHECK(analyzer.lexemes() > 60'000);
  CHECK(analyzer.lexemes() < 200'000);
  CHECK(analyzer.trim());
}
