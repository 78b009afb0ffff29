// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facet/timeline.hpp"

#include "tests/support/small_index.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

std::string dated(const std::string& date) {
  return date.empty() ? "" : fmt::format(R"("date":"{}")", date);
}

/// Articles with these dates, all of which say "ferry"; and one of the first date that does not.
SmallIndex index_of(const std::vector<std::string>& dates) {
  std::vector<std::string> lines;
  for (const std::string& date : dates) {
    lines.push_back(article(fmt::format("f{}", lines.size()), "T", "The ferry.", dated(date)));
  }
  lines.push_back(article("other", "T", "The lighthouse.", dated(dates.front())));
  return SmallIndex(lines);
}

/// "2005-11 2/3, 2005-12 0/0; 1 imprecise, 1 undated"
std::string timeline(const SmallIndex& index, TimeUnit unit, const std::string& query = "ferry") {
  SearchRequest request = request_for(query);
  request.timeline = unit;
  request.limit = 0;
  const Timeline found = *index.searcher().search(request).timeline;
  std::string out;
  for (const TimelineRow& row : found.rows) {
    out +=
        fmt::format("{}{} {}/{}", out.empty() ? "" : ", ", row.span.name(), row.hits, row.articles);
  }
  return out + fmt::format("; {} imprecise, {} undated", found.imprecise, found.undated);
}

}  // namespace

TEST_CASE("timeline: hits and all articles of each span, those between too") {
  const SmallIndex index = index_of({"2005-11-20", "2005-11-21", "2006-01-03", ""});
  CHECK(timeline(index, TimeUnit::month) ==
        "2005-11 2/3, 2005-12 0/0, 2006-01 1/1; 0 imprecise, 1 undated");
  CHECK(timeline(index, TimeUnit::year) == "2005 2/3, 2006 1/1; 0 imprecise, 1 undated");
  CHECK(timeline(index, TimeUnit::week) ==
        "2005-W46 1/2, 2005-W47 1/1, 2005-W48 0/0, 2005-W49 0/0, 2005-W50 0/0, 2005-W51 0/0, "
        "2005-W52 0/0, 2006-W01 1/1; 0 imprecise, 1 undated");
}

TEST_CASE("timeline: a long stretch without a hit is left out") {
  const SmallIndex index = index_of({"2005-01-01", "2005-01-14", "2005-01-28"});
  CHECK(timeline(index, TimeUnit::day).starts_with("2005-01-01 1/2, 2005-01-02 0/0, "));
  CHECK(timeline(index, TimeUnit::day)
            .ends_with("2005-01-14 1/1, 2005-01-28 1/1; 0 imprecise, "
                       "0 undated"));
  CHECK(timeline(index_of({"1850-01-01", "2020-12-31"}), TimeUnit::day) ==
        "1850-01-01 1/2, 2020-12-31 1/1; 0 imprecise, 0 undated");
}

TEST_CASE("timeline: a date that is coarser than the unit is no hit of its first day") {
  const SmallIndex index = index_of({"2005-01-01", "2005", "2005-01"});
  CHECK(timeline(index, TimeUnit::day) == "2005-01-01 1/2; 2 imprecise, 0 undated");
  CHECK(timeline(index, TimeUnit::week) == "2004-W53 1/2; 2 imprecise, 0 undated");
  CHECK(timeline(index, TimeUnit::month) == "2005-01 2/3; 1 imprecise, 0 undated");
  CHECK(timeline(index, TimeUnit::year) == "2005 3/4; 0 imprecise, 0 undated");
}

TEST_CASE("timeline: nothing matches") {
  const SmallIndex index = index_of({"2005-01-01"});
  CHECK(timeline(index, TimeUnit::day, "zeppelin") == "; 0 imprecise, 0 undated");
  CHECK(timeline(index, TimeUnit::day, "!!!") == "; 0 imprecise, 0 undated");
  CHECK(timeline(SmallIndex(), TimeUnit::day) == "; 0 imprecise, 0 undated");
}
