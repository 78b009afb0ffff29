// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/letter_case.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("letter case: questions about letters of any script") {
  struct Row {
    std::string_view text;
    bool letter;
    bool starts_lower;
    bool starts_upper;
    bool all_upper;
  };
  const Row rows[] = {
      {"", false, false, false, false},
      {"... 12", false, false, false, false},
      {"word", true, true, false, false},
      {"Word", true, false, true, false},
      {"WORD 12!", true, false, true, true},
      {"WORd", true, false, true, false},
      {"\u201CWord\u201D", true, false, true, false},
      {"\u2014 word", true, true, false, false},
      {"\u00C9TAT", true, false, true, true},
      {"\u00E9tat", true, true, false, false},
      {"МОСКВА", true, false, true, true},
      {"москва", true, true, false, false},
      {"ΑΘΗΝΑ", true, false, true, true},
      {"\u4E2D\u56FD", true, false, false, false},
      {"\u0645\u0635\u0631", true, false, false, false},
      {"\U00010400", true, false, true, true},
      {"3rd", true, false, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(has_letter(row.text) == row.letter);
    CHECK(starts_lower(row.text) == row.starts_lower);
    CHECK(starts_upper(row.text) == row.starts_upper);
    CHECK(is_all_upper(row.text) == row.all_upper);
  }
}

TEST_CASE("letter case: to title case keeps the first letter of each word") {
  struct Row {
    std::string_view text;
    std::string_view title;
  };
  const Row rows[] = {
      {"", ""},
      {"NEW YORK", "New York"},
      {"RIO DE JANEIRO", "Rio De Janeiro"},
      {"ST. GALLEN-WEST", "St. Gallen-West"},
      {"S\u00C3O PAULO", "S\u00E3o Paulo"},
      {"НИЖНИЙ НОВГОРОД", "Нижний Новгород"},
      {"\u6771\u4EAC", "\u6771\u4EAC"},
      {"Paris", "Paris"},
      {"paris", "paris"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(to_title_case(row.text) == row.title);
  }
}
