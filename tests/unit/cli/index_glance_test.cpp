// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/index_glance.hpp"

#include <cstdlib>
#include <ctime>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// The local time is that of Greenwich while this lives.
class GreenwichTime {
 public:
  GreenwichTime() {
    ::setenv("TZ", "UTC0", 1);
    ::tzset();
  }
  ~GreenwichTime() {
    ::unsetenv("TZ");
    ::tzset();
  }
  GreenwichTime(const GreenwichTime&) = delete;
  GreenwichTime& operator=(const GreenwichTime&) = delete;
};

}  // namespace

TEST_CASE("index glance: what an index holds in a few lines") {
  const GreenwichTime here;
  IndexDescription description;
  description.articles = 21'578;
  description.bytes = 79'000'000;
  description.first_day = "1987-02-26";
  description.last_day = "1987-10-20";
  description.outlets = {
      {"Norwick\033 Courier", 20'000}, {"a", 9}, {"b", 8}, {"c", 7}, {"d", 6}, {"e", 5}, {"f", 4}};
  description.languages = {{"en", 21'570}, {"es", 8}};
  description.changed = std::chrono::system_clock::from_time_t(1'132'464'970);
  CHECK(index_glance("my.idx", description) ==
        "Index my.idx: 21,578 articles, 79.0 MB\n"
        "  published 1987-02-26 to 1987-10-20\n"
        "  outlets   Norwick  Courier 20,000, a 9, b 8, c 7, d 6 and 2 more\n"
        "  languages en 21,570, es 8\n"
        "  changed   2005-11-20 05:36\n");
}

TEST_CASE("index glance: what is not known is left out") {
  const GreenwichTime here;
  CHECK(index_glance("i", {}) == "Index i: 0 articles, 0 B\n  changed   1970-01-01 00:00\n");
}
