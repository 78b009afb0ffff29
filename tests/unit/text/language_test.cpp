// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/language.hpp"

#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// The code of what `text` names, or "none".
std::string code_of(std::string_view text) {
  const auto language = Language::parse(text);
  return language ? std::string(language->code()) : "none";
}

}  // namespace

TEST_CASE("language: tags and names in every usual form") {
  struct Row {
    std::string_view text;
    std::string_view code;
  };
  const Row rows[] = {
      {"en", "en"},      {"EN", "en"},      {"en-GB", "en"},       {"en_US", "en"},
      {"eng", "en"},     {"English", "en"}, {"ENGLISH", "en"},     {"german", "de"},
      {"Deutsch", "de"}, {"deu", "de"},     {"ger", "de"},         {"zh-Hant-TW", "zh"},
      {"zh_CN", "zh"},   {"haw", "haw"},    {"iw", "he"},          {"русский", "ru"},
      {"日本語", "ja"},  {"pt-BR", "pt"},   {"en_US.UTF-8", "en"}, {"fr", "fr"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(code_of(row.text) == row.code);
  }
}

TEST_CASE("language: what names no language is nothing") {
  const std::string long_text(100'000, 'e');
  for (const std::string_view text :
       {std::string_view(""), std::string_view("x"), std::string_view("qqq"),
        std::string_view("12"), std::string_view("nonsense"), std::string_view("\xFF\xFE"),
        std::string_view("   "), std::string_view("-"), std::string_view("_"),
        std::string_view(long_text)}) {
    CAPTURE(text.substr(0, 20));
    CHECK(code_of(text) == "none");
  }
}

TEST_CASE("language: any text gives a code of letters or nothing") {
  test::RandomText random(7);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = i % 2 == 0 ? random.bytes(12) : random.of(U"eEnNdD-_@.x= ", 10);
    CAPTURE(text);
    const std::string code = code_of(text);
    REQUIRE(code.size() >= 2);
    REQUIRE(code.size() <= 4);
    REQUIRE(code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos);
  }
}

TEST_CASE("language: the default is undetermined") {
  CHECK(Language().code() == "und");
  CHECK_FALSE(Language().known());
  CHECK(Language::parse("en").value().known());
  CHECK(Language::parse("en") == Language::parse("English"));
  CHECK(Language::parse("en") != Language::parse("de"));
}

TEST_CASE("language: a code is read back as it was written, and nothing else is a code") {
  for (const char* name : {"en", "haw", "zh-TW", "Deutsch"}) {
    const Language language = Language::parse(name).value();
    CHECK(Language::from_code(language.code()) == language);
  }
  CHECK(Language::from_code(Language().code()) == Language());
  for (const char* text : {"", "e", "EN", "en-GB", "engl", "e1"}) {
    CAPTURE(text);
    CHECK_FALSE(Language::from_code(text).has_value());
  }
}
