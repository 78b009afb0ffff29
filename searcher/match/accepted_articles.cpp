// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match/accepted_articles.hpp"

#include "news/article/identity.hpp"
#include "news/cli/damage_guard.hpp"
#include "news/index/schema.hpp"
#include "searcher/remote/filter_query.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace news {

namespace {

/// How an article is found again.
struct Place {
  std::string identity;
  std::string source;
  std::string order;
};

Xapian::Query query_for(const Place& place, bool identity_is_enough) {
  const Xapian::Query identity(schema::term(schema::identity, place.identity));
  if (identity_is_enough) return identity;
  const Xapian::Query source(schema::term(schema::source, place.source));
  const Xapian::Query order(Xapian::Query::OP_VALUE_RANGE, schema::order_slot, place.order,
                            place.order);
  return Xapian::Query(Xapian::Query::OP_AND, identity,
                       Xapian::Query(Xapian::Query::OP_AND, source, order));
}

/// What is fetched from other machines at once.
constexpr Xapian::doccount block = 500;

void fetch(const Xapian::MSet& matches, Xapian::doccount first, ArticleStore& articles) {
  articles.forget();
  std::vector<Xapian::docid> documents;
  const Xapian::doccount end = std::min(matches.size(), first + block);
  for (Xapian::doccount i = first; i < end; ++i) documents.push_back(*matches[i]);
  articles.fetch(documents);
}

}  // namespace

std::optional<Xapian::Query> accepted_articles(const Xapian::Query& query,
                                               const Xapian::Database& database,
                                               ArticleStore& articles,
                                               const AcceptArticle& accept) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(filter_scheme());
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  std::vector<Place> accepted;
  std::set<std::string> other_identities;
  for (Xapian::doccount i = 0; i < matches.size(); ++i) {
    note_progress();
    if (i % block == 0) fetch(matches, i, articles);
    const Article article = articles.read(database, *matches[i]);
    const std::string identity = identity_of(article);
    if (accept(article)) {
      accepted.push_back(
          {identity, article.origin.path, schema::order_key(article.origin.record, identity)});
    } else {
      other_identities.insert(identity);
    }
  }
  if (accepted.empty()) return std::nullopt;
  if (other_identities.empty()) return Xapian::Query::MatchAll;
  std::vector<Xapian::Query> places;
  places.reserve(accepted.size());
  for (const Place& place : accepted) {
    places.push_back(query_for(place, other_identities.count(place.identity) == 0));
  }
  return Xapian::Query(Xapian::Query::OP_OR, places.begin(), places.end());
}

}  // namespace news
