// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/feedback.hpp"

#include "tests/support/small_index.hpp"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

/// `others`, and enough articles of other things, so that words of the first few are rare.
SmallIndex index_of(std::vector<std::string> lines) {
  for (int i = 0; i < 60; ++i) {
    lines.push_back(article(fmt::format("other{}", i), "T", fmt::format("market day{}", i)));
  }
  return SmallIndex(lines);
}

SearchResult search(const SmallIndex& index, std::string_view query,
                    const RankingProfile& profile = {}) {
  SearchRequest request = request_for(query);
  request.ranking = profile;
  request.explain = true;
  return index.searcher().search(request);
}

/// The words that were taken, in the order of the alphabet.
std::string words(const SearchResult& result) {
  std::vector<std::string> sorted = result.feedback;
  std::sort(sorted.begin(), sorted.end());
  std::string out;
  for (const std::string& word : sorted) out += (out.empty() ? "" : " ") + word;
  return out;
}

const SmallIndex& ferry_news() {
  static const SmallIndex index = index_of({
      article("a", "T", "The ferry sank near Norwick and divers came for it."),
      article("b", "T", "The ferry was raised by divers near Norwick and towed."),
      article("c", "T", "A ferry timetable for the whole of the winter."),
      article("d", "T", "The ferry, said divers of Norwick."),
  });
  return index;
}

}  // namespace

TEST_CASE("feedback: what the best articles share ranks the others") {
  const RankingProfile without{.feedback_weight = 0};
  CHECK(ids_of(search(ferry_news(), "ferry sank raised", without)).ends_with("c"));
  const SearchResult result = search(ferry_news(), "ferry sank raised");
  CHECK(words(result).find("diver") != std::string::npos);
  CHECK(words(result).find("norwick") != std::string::npos);
}

TEST_CASE("feedback: stop words and words of one article are no feedback") {
  const std::string taken = words(search(ferry_news(), "ferry sank raised"));
  for (const char* word : {"the", "for", "and", "timet", "tow"}) {
    CAPTURE(word);
    CHECK((" " + taken + " ").find(" " + std::string(word) + " ") == std::string::npos);
  }
}

TEST_CASE("feedback: stop words are those of an article's language, however rare that is") {
  const SmallIndex index = index_of({
      article("a", "T", "Die Mauer und der Hafen von Norwick.", R"("language":"de")"),
      article("b", "T", "Der Hafen und die Mauer von Norwick sind alt.", R"("language":"de")"),
  });
  CHECK(words(search(index, "Mauer Hafen")) == "haf mau norwick");
}

TEST_CASE("feedback: a script with endings gives stems, another one gives words") {
  const SmallIndex index = index_of({
      article("a", "T", "Причалы закрыты, и гавань тоже", R"("language":"ru")"),
      article("b", "T", "Причалы и новая гавань", R"("language":"ru")"),
      article("c", "T", "香港立法会选举结束", R"("language":"zh")"),
      article("d", "T", "香港立法会选举结果", R"("language":"zh")"),
  });
  CHECK(words(search(index, "причалы гавань")) == "гаван причал");
  CHECK(words(search(index, "香港选举")).find("立法") != std::string::npos);
}

TEST_CASE("feedback: one article alone gives none") {
  const SmallIndex index = index_of({article("a", "T", "ferry divers norwick")});
  CHECK(search(index, "ferry").feedback.empty());
}

TEST_CASE("feedback: the profile says how many words and articles, or none") {
  CHECK(search(ferry_news(), "ferry", {.feedback_terms = 2}).feedback.size() == 2);
  CHECK(search(ferry_news(), "ferry", {.feedback_terms = 0}).feedback.empty());
  CHECK(search(ferry_news(), "ferry", {.feedback_weight = 0}).feedback.empty());
  CHECK(search(ferry_news(), "ferry", {.feedback_articles = 1}).feedback.empty());
}

TEST_CASE("feedback: an article that is far better than the others decides alone") {
  const SmallIndex index = index_of({
      article("best", "T", "ferry sank norwick tuesday storm divers"),
      article("second", "T", "ferry divers timetable winter prices route"),
      article("third", "T", "ferry timetable winter prices route"),
  });
  SearchRequest request = request_for("ferry sank norwick tuesday storm");
  request.explain = true;
  request.ranking = {.feedback_spread = 0.05};
  const SearchResult result = index.searcher().search(request);
  CHECK(ids_of(result).starts_with("best"));
  // Its words outweigh those of the other two, which agree with each other.
  REQUIRE_FALSE(result.feedback.empty());
  CHECK(result.feedback.front() == "diver");
}

TEST_CASE("feedback: finds no more articles and is the same on every page") {
  SearchRequest request = request_for("ferry sank raised");
  CHECK(ferry_news().searcher().search(request).total == 4);
  const std::string all = ferry_news().ids(request);
  request.offset = 2;
  CHECK(all.ends_with(ferry_news().ids(request)));
}
