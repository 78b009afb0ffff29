// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/date_ranking.hpp"

#include "news/index/schema.hpp"

namespace news {

namespace {

using Op = Xapian::Query::op;

/// sortable_serialise of no number is empty, and of every number more than this.
const std::string lowest("\0", 1);

/// Adds articles that match `query`, which have one date or none, by their identities.
void add_by_identity(Xapian::Enquire& enquire, const Xapian::Query& query, Xapian::doccount limit,
                     std::vector<std::pair<Xapian::docid, double>>& documents) {
  enquire.set_query(query);
  enquire.set_sort_by_value(schema::identity_slot, false);
  const Xapian::MSet found = enquire.get_mset(0, limit);
  for (auto match = found.begin(); match != found.end(); ++match) {
    documents.emplace_back(*match, match.get_weight());
  }
}

Xapian::Query with_date(const Xapian::Query& query, const std::string& date) {
  return {Op::OP_FILTER, query,
          Xapian::Query(Op::OP_VALUE_RANGE, schema::published_slot, date, date)};
}

}  // namespace

DateRanking rank_by_date(Xapian::Enquire& enquire, const DateRankingRequest& request) {
  DateRanking ranking;
  enquire.set_query(request.query);
  ranking.found = enquire.get_mset(0, 0, request.count_at_least);
  if (request.limit == 0) return ranking;
  const Xapian::Query dated(Op::OP_VALUE_GE, schema::published_slot, lowest);
  enquire.set_query(Xapian::Query(Op::OP_FILTER, request.query, dated));
  enquire.set_sort_by_value(schema::published_slot, !request.oldest_first);
  const Xapian::MSet first = enquire.get_mset(0, request.limit);
  // Runs of equal dates, each asked for again by identity; the last may go on behind the limit.
  for (auto match = first.begin(); match != first.end();) {
    const std::string published = match.get_sort_key();
    const std::pair document(*match, match.get_weight());
    Xapian::doccount run = 0;
    for (; match != first.end() && match.get_sort_key() == published; ++match) ++run;
    const bool may_go_on = match == first.end() && first.size() == request.limit;
    if (run == 1 && !may_go_on) {
      ranking.documents.push_back(document);
      continue;
    }
    add_by_identity(enquire, with_date(request.query, published), run, ranking.documents);
  }
  const auto room = static_cast<Xapian::doccount>(request.limit - ranking.documents.size());
  if (room > 0) {
    const Xapian::Query undated(Op::OP_AND_NOT, request.query, dated);
    add_by_identity(enquire, undated, room, ranking.documents);
  }
  return ranking;
}

}  // namespace news
