// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/values.hpp"

#include "news/base/error.hpp"

#include <limits>

#include <doctest/doctest.h>

using namespace news;

namespace {

constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();

}  // namespace

TEST_CASE("values: a count is a whole number within its limits") {
  CHECK(parse_count("--top", "1", 1, 100) == 1);
  CHECK(parse_count("--top", "100", 1, 100) == 100);
  CHECK(parse_count("--top", "007", 1, 100) == 7);
  CHECK(parse_count("--top", "18446744073709551615", 0, largest) == largest);
}

TEST_CASE("values: what is no count is an error that names the option") {
  for (const char* text : {"", " ", "-1", "+1", " 1", "1 ", "1x", "x", "1.0", "0x10", "1e3", "0",
                           "101", "18446744073709551616", "99999999999999999999999", "\u0661"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_count("--top", text, 1, 100), UsageError);
  }
  CHECK_THROWS_WITH_AS(parse_count("--top", "-1", 1, 100),
                       "--top: takes a number from 1 to 100, not '-1'", UsageError);
  CHECK_THROWS_AS(parse_count("--top", std::string("1\0", 2), 1, 100), UsageError);
}

TEST_CASE("values: a size is in bytes or in units of 1024") {
  struct Row {
    const char* text;
    std::uint64_t bytes;
  };
  const Row rows[] = {
      {"0", 0},
      {"4096", 4096},
      {"64K", 65536},
      {"64k", 65536},
      {"64KB", 65536},
      {"64KiB", 65536},
      {"64kib", 65536},
      {"512M", std::uint64_t{512} << 20U},
      {"2G", std::uint64_t{2} << 30U},
      {"1T", std::uint64_t{1} << 40U},
      {"16777215T", std::uint64_t{16777215} << 40U},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse_size("--memory", row.text) == row.bytes);
  }
}

TEST_CASE("values: what is no size is an error that names the option") {
  for (const char* text : {"", "K", "-1", "+1K", "1.5G", "1 G", " 1G", "1G ", "1GG", "1KiBs", "1Ki",
                           "1X", "1P", "4096B", "16777216T", "18446744073709551616"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_size("--memory", text), UsageError);
  }
  CHECK_THROWS_WITH_AS(parse_size("--memory", "big"),
                       "--memory: takes a size such as 512M or 2G, not 'big'", UsageError);
}

TEST_CASE("values: when is auto or always or never") {
  CHECK(parse_when("--color", "auto") == When::automatic);
  CHECK(parse_when("--color", "always") == When::always);
  CHECK(parse_when("--color", "never") == When::never);
  for (const char* text : {"", "AUTO", "yes", "always "}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_when("--color", text), UsageError);
  }
}
