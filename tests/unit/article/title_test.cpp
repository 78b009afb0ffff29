// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/title.hpp"

#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"
#include "tests/support/random_text.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("title: the first sentence of a story is its title") {
  struct Row {
    std::string_view body;
    std::string_view title;
  };
  const Row rows[] = {
      {"", ""},
      {" \n ", ""},
      {"Rain fell in Rome. More came.", "Rain fell in Rome"},
      {"Rain fell in Rome\nMore came.", "Rain fell in Rome"},
      {"Did rain fall? It did.", "Did rain fall?"},
      {"Rain fell...", "Rain fell..."},
      {"TOKYO, Nov 20 (Reuters) - Rain fell. More came.", "Rain fell"},
      {"BC-RAIN, 2nd Ld\n(Adds quotes)\nTOKYO (AP) _ Rain fell. More came.", "Rain fell"},
      {"Moscow. April 22. INTERFAX - Rain fell. More came.", "Rain fell"},
      {"Oslo (CNN)Rain fell. More came.", "Rain fell"},
      {"...\n12.5 30\nRain fell.", "Rain fell"},
      {"...\n\n12.5 30. 8\n\nRain fell in St. Paul. More came.", "Rain fell in St. Paul"},
      {"12.5 30", "12.5 30"},
      {"雨が降った。また降る。", "雨が降った。"},
      {"Rain\xFF fell.", "Rain\uFFFD fell"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.body);
    CHECK(title_from_body(row.body) == row.title);
  }
}

TEST_CASE("title: a long sentence is cut between two words") {
  std::string body;
  for (int i = 0; i < 30; ++i) body += "word, ";
  const std::string title = title_from_body(body);
  CHECK(title.ends_with("word…"));
  CHECK(display_width(title) <= 91);
  CHECK(display_width(title) > 80);
}

TEST_CASE("title: a sentence with no space is cut between two characters") {
  for (const char* character : {"a", "中", "é", "\U0001F600"}) {
    CAPTURE(character);
    std::string body;
    for (int i = 0; i < 3000; ++i) body += character;
    const std::string title = title_from_body(body);
    CHECK(utf8::is_valid(title));
    CHECK(title.ends_with("…"));
    CHECK(display_width(title) == 91);
  }
}

TEST_CASE("title: any body gives one line of well formed text that is not too wide") {
  test::RandomText random(18);
  for (int i = 0; i < 1000; ++i) {
    const std::string body = i % 2 == 0 ? random.bytes(400) : random.of(U"ab .,\n中\u0301\"-", 300);
    CAPTURE(body);
    const std::string title = title_from_body(body);
    REQUIRE(utf8::is_valid(title));
    REQUIRE(title.find('\n') == std::string::npos);
    REQUIRE(display_width(title) <= 91);
  }
}
