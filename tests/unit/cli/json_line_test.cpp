// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/json_line.hpp"

#include <string_view>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("json line: what a terminal might obey is escaped") {
  struct Row {
    std::string_view text;
    std::string_view line;
  };
  const Row rows[] = {
      {"plain \u00E9\u6E21", "\"plain \u00E9\u6E21\""},
      {"a\nb\x1B[1m", "\"a\\nb\\u001b[1m\""},
      {"a\x7F"
       "b",
       "\"a\\u007fb\""},
      {"\u0080 \u009B1m \u009F \u00A0", "\"\\u0080 \\u009b1m \\u009f \u00A0\""},
      {"\xC2", "\"\uFFFD\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::string line = json_line(nlohmann::ordered_json(row.text));
    CHECK(line == row.line);
  }
}

TEST_CASE("json line: names are escaped like values") {
  CHECK(json_line({{"\x7F", 1}}) == "{\"\\u007f\":1}");
}
