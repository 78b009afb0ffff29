// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/ranking_profile.hpp"

#include "news/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

RankingProfile parsed(std::string_view text) { return parse_ranking_profile(text, "my.rank"); }

/// What the error says, and its remedy.
std::string error_of(std::string_view text) {
  try {
    parsed(text);
  } catch (const InputError& error) {
    return std::string(error.what()) + "|" + error.remedy();
  }
  return "no error";
}

}  // namespace

TEST_CASE("ranking profile: what a file does not name is as in the default") {
  CHECK(parsed("") == RankingProfile());
  const RankingProfile profile = parsed("k1 = 0.9\n\n  title=3 # headlines\n# b = 0\r\n");
  CHECK(profile.k1 == 0.9);
  CHECK(profile.title == 3);
  CHECK(profile.b == RankingProfile().b);
}

TEST_CASE("ranking profile: an error names the line and what would do") {
  struct Row {
    const char* text;
    const char* error;
  };
  const Row rows[] = {
      {"k1", "my.rank:1: 'k1' is not 'name = value'|"},
      {"\nk2 = 1",
       "my.rank:2: 'k2' is no parameter of ranking|List them: news-search --rank help."},
      {"= 1", "my.rank:1: '' is no parameter of ranking|List them: news-search --rank help."},
      {"b = 0.5\nb = 0.5", "my.rank:2: b comes twice|"},
      {"b = 1.5", "my.rank:1: b takes a number from 0 to 1, not '1.5'|"},
      {"b = -0.1", "my.rank:1: b takes a number from 0 to 1, not '-0.1'|"},
      {"b = nan", "my.rank:1: b takes a number from 0 to 1, not 'nan'|"},
      {"b = 0,5", "my.rank:1: b takes a number from 0 to 1, not '0,5'|"},
      {"b =", "my.rank:1: b takes a number from 0 to 1, not ''|"},
      {"feedback_terms = 2.5",
       "my.rank:1: feedback_terms takes a whole number from 0 to 100, not '2.5'|"},
      {"recency_half_life_days = 0",
       "my.rank:1: recency_half_life_days takes a number from 0.01 to 100000, not '0'|"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(error_of(row.text) == row.error);
  }
}

TEST_CASE("ranking profile: a profile written out is read as it was") {
  const RankingProfile profile{.b = 0.3, .coverage = 0.25, .feedback_weight = 0, .recency = 2};
  CHECK(parsed(to_text(profile)) == profile);
}

TEST_CASE("ranking profile: --rank takes a built-in name, else a file") {
  CHECK(load_ranking_profile("default") == RankingProfile());
  const RankingProfile bm25 = load_ranking_profile("bm25");
  CHECK_FALSE(bm25.has_feedback());
  CHECK(bm25.title + bm25.proximity + bm25.coverage + bm25.recency == 0);
  CHECK(load_ranking_profile("recent").recency > 0);
  const TemporaryFolder folder;
  folder.write("my.rank", "k1 = 3");
  CHECK(load_ranking_profile(folder / "my.rank").k1 == 3);
  CHECK_THROWS_WITH_AS(load_ranking_profile("bm52"),
                       "bm52: No such ranking profile and no such file", InputError);
}

TEST_CASE("ranking profile: recency is asked for, never the default") {
  CHECK(RankingProfile().recency == 0);
}

TEST_CASE("ranking profile: the description names every profile and parameter") {
  const std::string text = describe_ranking_profiles();
  for (const char* name : {"default", "bm25", "recent", "k1", "title", "feedback_spread"}) {
    CAPTURE(name);
    CHECK(text.find(name) != std::string::npos);
  }
}
