// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match/accepted_articles.hpp"

#include "news/article/identity.hpp"
#include "news/cli/damage_guard.hpp"
#include "news/index/schema.hpp"

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

}  // namespace

std::optional<Xapian::Query> accepted_articles(const Xapian::Query& query,
                                               const Xapian::Database& database,
                                               ArticleStore& articles,
                                               const AcceptArticle& accept) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  std::vector<Place> accepted;
  std::set<std::string> other_identities;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    note_progress();
    const Xapian::Document document = database.get_document(*match);
    const Article article = articles.read(document);
    if (accept(article)) {
      accepted.push_back({document.get_value(schema::identity_slot), article.origin.path,
                          document.get_value(schema::order_slot)});
    } else {
      other_identities.insert(document.get_value(schema::identity_slot));
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
