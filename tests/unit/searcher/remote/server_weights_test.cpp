// SPDX-License-Identifier: GPL-3.0-or-later
// Queries as servers weigh them give the scores of WordWeight, which they do not know.
#include "searcher/remote/server_weights.hpp"

#include "news/index/open.hpp"
#include "searcher/rank/word_weight.hpp"
#include "tests/support/small_index.hpp"

#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;
using Query = Xapian::Query;

namespace {

std::vector<std::string> lines() {
  std::vector<std::string> all;
  for (int i = 0; i < 60; ++i) {
    std::string body = "The harbour has boats.";
    if (i % 2 == 0) body += " A ferry sailed.";
    if (i % 3 == 0) body += " The ferry of Norwick is a ferry, and ferries are boats.";
    if (i % 5 == 0) body += " Tides, and tidal things.";
    const std::string title = i % 4 == 0 ? "Ferry news" : i % 4 == 1 ? "Ferries" : "Tides";
    all.push_back(article(fmt::format("a{}", i), title, body, R"("language":"en")"));
  }
  return all;
}

std::map<Xapian::docid, double> scores(const Xapian::Database& database, const Query& query,
                                       const Xapian::Weight& scheme) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(scheme);
  enquire.set_query(query);
  std::map<Xapian::docid, double> scores;
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  for (auto match = found.begin(); match != found.end(); ++match) {
    scores[*match] = match.get_weight();
  }
  return scores;
}

Query any_of(const std::vector<Query>& parts) {
  return {Query::OP_SYNONYM, parts.begin(), parts.end()};
}

Query near(const std::vector<std::string>& words) {
  constexpr Xapian::termcount window = 5;
  return {Query::OP_NEAR, words.begin(), words.end(), window};
}

Query filtered(const std::string& term, const std::string& condition) {
  return {Query::OP_FILTER, Query(term), Query(condition)};
}

}  // namespace

TEST_CASE("server weights: every kind of query has the scores that it has here") {
  const SmallIndex built(lines());
  const OpenIndex index = open_index({built.path()});
  TermFrequencies frequencies(index.database, true);
  const ServerWeights weights(frequencies, index.database.get_doccount());
  const Query ferry("Zferri");
  const Query tide("Ztide");
  const std::vector<Query> queries = {
      ferry,
      Query("harbour"),  // all articles have it
      Query("Sferry"),   // a title tells not how often
      Query(Query::OP_OR, ferry, tide),
      Query(Query::OP_AND, ferry, Query("Sferry")),
      Query(Query::OP_AND_NOT, ferry, tide),
      any_of({ferry, tide}),
      any_of({Query("Sferry"), Query("ZSferri")}),
      any_of(
          {ferry, Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, tide, Query("boats")), 0.5)}),
      any_of({filtered("Zferri", "Len"), tide}),
      any_of({filtered("tidal", "Sferries"), filtered("tides", "Sferries")}),
      filtered("Zferri", "Len"),
      Query(Query::OP_AND, ferry, Query(Query::OP_SCALE_WEIGHT, Query("Len"), 0.0)),
      Query(Query::OP_SCALE_WEIGHT, any_of({ferry, tide}), 0.3),
      Query(Query::OP_PHRASE, Query("a"), Query("ferry")),
      Query(Query::OP_PHRASE, Query("Sferry"), Query("Snews")),
      near({"ferry", "norwick"}),
      Query(Query::OP_OR, ferry, Query("nowhere")),
  };
  const RankingProfile profile;
  for (const Query& query : queries) {
    CAPTURE(query.get_description());
    const auto here = scores(index.database, query, WordWeight(profile));
    const auto there =
        scores(index.database, weights.weighed(query), ServerWeights::scheme(profile));
    REQUIRE_FALSE(here.empty());
    REQUIRE(there.size() == here.size());
    for (const auto& [document, score] : here) {
      CHECK(there.at(document) == doctest::Approx(score).epsilon(1e-9));
    }
  }
}
