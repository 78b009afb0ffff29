// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/fold.hpp"

#include "news/base/utf8.hpp"
#include "tests/support/random_text.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

struct Row {
  std::string_view text;
  std::string_view folded;
};

std::string plain(std::string_view text) { return fold_marks(fold_case(text)); }

}  // namespace

TEST_CASE("fold: case and width and ligatures and invisible characters make no difference") {
  const Row rows[] = {
      {"", ""},
      {"NEW York", "new york"},
      {"Stra\u00DFe STRA\u1E9EE", "strasse strasse"},
      {"\u039F\u0394\u039F\u03A3 \u03BF\u03B4\u03BF\u03C2", "οδοσ οδοσ"},
      {"\u0130 I \u0131", "i\u0307 i \u0131"},
      {"\uFB01\uFB02\uFB03 \u0133", "fiflffi ij"},
      {"\uFF21\uFF11\uFF01", "a1!"},
      {"co\u00ADop\u200D\u200B\uFEFF", "coop"},
      {"e\u0301 \u00C9", "\u00E9 \u00E9"},
      {"H\u2082O m\u00B2", "h2o m2"},
      {"\u0661\u06F2\u0969\U0001D7D8", "1230"},
      {"\uFF76\uFF9E", "\u30AC"},
      {"\u1100\u1161", "\uAC00"},
      {"\u5E74\uF92F", "\u5E74\u52DE"},
      {"\U00010400", "\U00010428"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(fold_case(row.text) == row.folded);
  }
}

TEST_CASE("fold: marks that readers leave out are taken away") {
  const Row rows[] = {
      {"na\u00EFve fa\u00E7ade", "naive facade"},
      {"\u0130stanbul Diyarbak\u0131r", "istanbul diyarbakir"},
      {"\u0141\u00F3d\u017A \u0110\u1EB7ng", "lodz dang"},
      {"S\u00F8ren \u00C6r\u00F8 c\u0153ur", "soren aero coeur"},
      {"\u00DE\u00F3r\u00F0ur", "thordur"},
      {"Qur\u02BCan Hawai\u02BBi", "quran hawaii"},
      {"\u0391\u03B8\u03AE\u03BD\u03B1", "αθηνα"},
      {"\u0451\u043B\u043A\u0430 \u0443\u0301\u0436", "елка уж"},
      {"\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F", "محمد"},
      {"\u0623\u0625\u0622\u0671 \u0629 \u0649 \u06CC \u06A9 \u0645\u0640\u0645",
       "اااا ه ي ي ك مم"},
      {"\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD", "שלום"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(plain(row.text) == row.folded);
  }
}

TEST_CASE("fold: marks that make another letter stay") {
  for (const char* text : {"\u0439", "\u0457", "\u30AC", "\u30D1", "\u0915\u093F", "\u0E17\u0E35",
                           "\u0E19\u0E49\u0E33", "\u1000\u102C"}) {
    CAPTURE(text);
    CHECK(plain(text) == fold_case(text));
  }
}

TEST_CASE("fold: ill formed bytes become the replacement character") {
  CHECK(fold_case("a\xFFZ") == "a\uFFFDz");
  CHECK(fold_marks("a\xC3") == "a\uFFFD");
}

TEST_CASE("fold: folding again changes nothing") {
  test::RandomText random(6);
  std::u32string all;
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c < 0xD800 || c > 0xDFFF) all.push_back(c);
  }
  for (int i = 0; i < 20000; ++i) {
    const std::string folded = fold_case(random.of(all, 6));
    const std::string marked = fold_marks(folded);
    CAPTURE(folded);
    REQUIRE(fold_case(folded) == folded);
    REQUIRE(fold_marks(marked) == marked);
    REQUIRE(utf8::is_valid(marked));
  }
}
