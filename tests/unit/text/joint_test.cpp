// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/joint.hpp"

#include <array>
#include <string_view>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("joint: a space stands between two pieces, but where no space divides words") {
  struct Row {
    std::string_view before;
    std::string_view after;
    std::string_view joint;
  };
  constexpr std::array<Row, 9> rows = {{
      {"The bridge is closed.", "Until May.", " "},
      {"Die Brücke", "über den Fluss", " "},
      {"다리가 닫혔다.", "오월까지.", " "},
      {"橋は閉鎖された。", "五月まで。", ""},
      {"橋は", "May", ""},
      {"until 2005", "年五月", ""},
      {"Ｆｕｌｌ", "width", ""},
      {"", "alone", ""},
      {"alone", "", ""},
  }};
  for (const Row& row : rows) {
    CAPTURE(row.before);
    CAPTURE(row.after);
    CHECK(joint_between(row.before, row.after) == row.joint);
  }
}
