// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/score_parts.hpp"

#include "news/index/schema.hpp"
#include "searcher/rank/ranking_clauses.hpp"
#include "searcher/rank/word_weight.hpp"

namespace news {

namespace {

/// Finds the matches, by their identities, and whatever older version of them there may be.
Xapian::Query identities_of(const Xapian::MSet& matches) {
  std::vector<std::string> terms;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const std::string identity = match.get_document().get_value(schema::identity_slot);
    terms.push_back(schema::term(schema::identity, identity));
  }
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace

ScoreParts explain_scores(const Xapian::Database& database, const Xapian::MSet& matches,
                          const std::vector<RankingPart>& parts, const RankingProfile& profile) {
  ScoreParts scores;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    for (const RankingPart& part : parts) scores[*match].push_back({part.name, 0});
  }
  const Xapian::Query identities = identities_of(matches);
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(WordWeight(profile));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, parts[i].query, identities));
    const Xapian::MSet part = enquire.get_mset(0, database.get_doccount());
    for (auto match = part.begin(); match != part.end(); ++match) {
      const auto found = scores.find(*match);
      if (found != scores.end()) found->second[i].score = match.get_weight();
    }
  }
  return scores;
}

}  // namespace news
