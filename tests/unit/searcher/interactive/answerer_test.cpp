// SPDX-License-Identifier: GPL-3.0-or-later
// What an interactive search answers, from a real index.
#include "searcher/interactive/answerer.hpp"

#include "searcher/interactive/search_worker.hpp"
#include "searcher/match/stop.hpp"
#include "tests/support/small_index.hpp"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::vector<std::string> harbour_news() {
  return {article("1", "Ferry late", "The ferry was late. Nobody was angry.",
                  R"("outlet": "Courier", "published": "2005-11-01")"),
          article("2", "Ferry sunk", "The ferry has sunk.",
                  R"("outlet": "Gazette", "published": "2004-11-01")"),
          article("3", "Harbour closed", "No ferry sails.",
                  R"("outlet": "Courier", "published": "2004-01-01")")};
}

Answerer answerer_of(const SmallIndex& index, SearchRequest base = {}) {
  return Answerer({index.path()}, std::move(base));
}

Question question(std::string query, std::vector<Filter> filters = {}) {
  return {.number = 7, .query = std::move(query), .filters = std::move(filters), .limit = 20};
}

/// "outlet: Courier 2, Gazette 1" a line.
std::string shown(const FilterChoices& choices) {
  std::string out;
  for (const Facet& facet : choices.facets) {
    if (facet.counts.empty()) continue;
    out += std::string(name_of(facet.field)) + ":";
    for (const auto& [value, count] : facet.counts) {
      out += " " + value + " " + std::to_string(count);
    }
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("interactive answer: hits with what matched in their bodies") {
  const SmallIndex index(harbour_news());
  const Answer answer = answerer_of(index).hits(question("angry"), {});
  CHECK(answer.number == 7);
  CHECK(answer.error.empty());
  REQUIRE(ids_of(answer.result) == "1");
  const Hit& hit = answer.result.hits.front();
  REQUIRE(hit.body_highlights.size() == 1);
  CHECK(hit.body_highlights.front().in(hit.article.body) == "angry");
}

TEST_CASE("interactive answer: where nothing is asked, what the index holds") {
  const SmallIndex index(harbour_news());
  for (const char* query : {"", "  "}) {
    const Answer answer = answerer_of(index).hits(question(query), {});
    CHECK(answer.glance.find("3 articles") != std::string::npos);
    CHECK(answer.result.hits.empty());
  }
}

TEST_CASE("interactive answer: a word that is not yet whole finds words that begin so") {
  const SmallIndex index(harbour_news());
  Answerer answerer = answerer_of(index);
  const Answer unfinished = answerer.hits(question("harb"), {});
  CHECK(ids_of(unfinished.result) == "3");
  CHECK(unfinished.widened == "harb*");
  CHECK(answerer.choices(question("harb"), {}).total == 1);
  CHECK(answerer.hits(question("harb "), {}).result.hits.empty());
  CHECK(answerer.hits(question("\"harb"), {}).widened.empty());
}

TEST_CASE("interactive answer: a prefix is made of a word only") {
  CHECK(with_unfinished_word("oil pric") == "oil pric*");
  CHECK(with_unfinished_word("нефт") == "нефт*");
  for (const char* query : {"", "oil ", "\"crude oi", "oil*", "oil~", "(oil)"}) {
    CAPTURE(query);
    CHECK_FALSE(with_unfinished_word(query));
  }
}

TEST_CASE("interactive answer: chosen values are conditions, and others can be chosen besides") {
  const SmallIndex index(harbour_news());
  Answerer answerer = answerer_of(index);
  const Question all = question("ferry");
  CHECK(answerer.hits(all, {}).result.hits.size() == 3);
  CHECK(shown(answerer.choices(all, {})) ==
        "outlet: Courier 2 Gazette 1\nlanguage: en 3\nyear: 2004 2 2005 1\n");
  const Question some = question("ferry", {{SearchField::outlet, "Courier"}});
  CHECK(answerer.hits(some, {}).result.hits.size() == 2);
  const FilterChoices choices = answerer.choices(some, {});
  CHECK(choices.total == 2);
  CHECK(shown(choices) == "language: en 2\nyear: 2004 1 2005 1\noutlet: Courier 2 Gazette 1\n");
  const Question year =
      question("ferry", {{SearchField::outlet, "Courier"}, {SearchField::date, "2005"}});
  CHECK(ids_of(answerer.hits(year, {}).result) == "1");
}

TEST_CASE("interactive answer: the command line's conditions hold besides") {
  const SmallIndex index(harbour_news());
  SearchRequest base;
  base.filters = {{SearchField::date, "..2004"}, {SearchField::outlet, "Courier"}};
  Answerer answerer = answerer_of(index, base);
  CHECK(answerer.hits(question("ferry", {{SearchField::date, "2005"}}), {}).result.hits.empty());
  CHECK(
      answerer.hits(question("ferry", {{SearchField::outlet, "Gazette"}}), {}).result.hits.empty());
  CHECK(ids_of(answerer.hits(question(""), {}).result) == "3");
}

TEST_CASE("interactive answer: what a writer publishes is found by the next question") {
  SmallIndex index(harbour_news());
  Answerer answerer = answerer_of(index);
  CHECK(answerer.hits(question("zeppelin"), {}).result.hits.empty());
  index.add("more.jsonl", {article("4", "Zeppelin", "A zeppelin came.")});
  CHECK(ids_of(answerer.hits(question("zeppelin"), {}).result) == "4");
}

TEST_CASE("interactive answer: what goes wrong is said, and over when it is right again") {
  const SmallIndex index(harbour_news());
  Answerer answerer = answerer_of(index);
  const auto elsewhere = index.path().parent_path() / "elsewhere";
  std::filesystem::rename(index.path(), elsewhere);
  const Answer failed = answerer.hits(question("ferry"), {});
  CHECK(failed.error.find("news.idx") != std::string::npos);
  CHECK(answerer.choices(question("ferry"), {}).facets.empty());
  std::filesystem::rename(elsewhere, index.path());
  CHECK(answerer.hits(question("ferry"), {}).result.hits.size() == 3);
}

TEST_CASE("interactive answer: a search that is not wanted any more stops") {
  const SmallIndex index(harbour_news());
  Answerer answerer = answerer_of(index);
  std::stop_source source;
  source.request_stop();
  CHECK_THROWS_AS(answerer.hits(question("ferry"), source.get_token()), SearchStopped);
}

TEST_CASE("search worker: the last question is answered, then what can be chosen") {
  const SmallIndex index(harbour_news());
  std::mutex mutex;
  std::condition_variable came;
  int replies = 0;
  SearchWorker worker(answerer_of(index), [&] {
    const std::lock_guard lock(mutex);
    ++replies;
    came.notify_one();
  });
  for (const char* query : {"f", "fe", "fer", "ferr"}) worker.ask(question(query));
  Question last = question("ferry");
  last.number = 9;
  last.with_counts = true;
  worker.ask(last);
  std::vector<Reply> taken;
  const auto is_last = [](const Reply& reply) {
    const auto* choices = std::get_if<FilterChoices>(&reply);
    return choices != nullptr && choices->number == 9;
  };
  while (taken.empty() || !is_last(taken.back())) {
    std::unique_lock lock(mutex);
    REQUIRE(came.wait_for(lock, std::chrono::minutes(1), [&] { return replies > 0; }));
    replies = 0;
    lock.unlock();
    for (Reply& reply : worker.take_replies()) taken.push_back(std::move(reply));
  }
  REQUIRE(taken.size() >= 2);
  const auto* hits = std::get_if<Answer>(&taken[taken.size() - 2]);
  REQUIRE(hits != nullptr);
  CHECK(hits->number == 9);
  CHECK(hits->result.hits.size() == 3);
}
