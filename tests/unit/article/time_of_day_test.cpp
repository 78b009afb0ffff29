// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/time_of_day.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// The time that a text begins with and the number of tokens it takes, or "none".
std::string time_of(std::string_view text) {
  const DateTokens tokens(text);
  Timestamp when{.year = 2005};
  const auto end = read_time_of_day(tokens, 0, when);
  if (!end) return when == Timestamp{.year = 2005} ? "none" : "changed";
  return when.to_iso8601().substr(11) + " " + std::to_string(*end);
}

}  // namespace

TEST_CASE("time of day: the forms that news has") {
  struct Row {
    std::string_view text;
    std::string_view time;
  };
  const Row rows[] = {
      {"05:36", "05:36 3"},
      {"5:36:10", "05:36:10 5"},
      {"5:36:10.5 p.m. EST", "17:36:10-05:00 12"},
      {"05:36 GMT", "05:36+00:00 4"},
      {"05:36 (CET)", "05:36+01:00 6"},
      {"05:36 UTC+1", "05:36+01:00 6"},
      {"05:36-05:00", "05:36-05:00 7"},
      {"05:36 +0530", "05:36+05:30 5"},
      {"05:36 ET", "05:36 4"},
      {"05:36 +0199", "05:36 3"},
      {"05:36 +15:00", "05:36 3"},
      {"05h36", "05:36 3"},
      {"5 h", "05:00 2"},
      {"5.36 Uhr", "05:36 4"},
      {"19.04 BST", "19:04+01:00 4"},
      {"16.21 GMT", "16:21+00:00 4"},
      {"19.04 (BST)", "19:04+01:00 6"},
      {"6.22pm", "18:22 4"},
      {"2032 GMT", "20:32+00:00 2"},
      {"1822 hrs IST", "18:22 3"},
      {"5 Uhr", "05:00 2"},
      {"5 pm", "17:00 2"},
      {"12 am", "00:00 2"},
      {"12 pm", "12:00 2"},
      {"12:30 a.m.", "00:30 7"},
      {"13:05 pm", "13:05 4"},
      {"午後5時36分", "17:36 6"},
      {"上午5点", "05:00 4"},
      {"23:59:60Z", "23:59:60+00:00 6"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(time_of(row.text) == row.time);
  }
}

TEST_CASE("time of day: what is none leaves the timestamp alone") {
  for (const char* text :
       {"",         "5",        "5.36",       "5:3",        "25:00",        "24:00",    "05:60",
        "05:36:61", "x",        "555:36",     "5,36",       "13 oclock",    "2032",     "2005 art",
        "2532 GMT", "2061 GMT", "19. 04 BST", "19.04 west", "19.04 people", "19.4 GMT", "547 GMT",
        "午後",     "-5:36"}) {
    CAPTURE(text);
    CHECK(time_of(text) == "none");
  }
}
