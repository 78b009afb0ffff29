// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match/all_articles_terms.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace news {

namespace {

using Query = Xapian::Query;

/// The documents of a term, read from its own list.
class TermSource : public Xapian::PostingSource {
 public:
  explicit TermSource(std::string term) : term_(std::move(term)) {}

  Xapian::doccount get_termfreq_min() const override { return frequency_; }
  Xapian::doccount get_termfreq_est() const override { return frequency_; }
  Xapian::doccount get_termfreq_max() const override { return frequency_; }

  void init(const Xapian::Database& database) override {
    frequency_ = database.get_termfreq(term_);
    at_ = database.postlist_begin(term_);
    end_ = database.postlist_end(term_);
    started_ = false;
    set_maxweight(0);
  }

  void next(double /*min_weight*/) override {
    if (started_) ++at_;
    started_ = true;
  }

  void skip_to(Xapian::docid id, double /*min_weight*/) override {
    started_ = true;
    at_.skip_to(id);
  }

  bool at_end() const override { return at_ == end_; }
  Xapian::docid get_docid() const override { return *at_; }
  TermSource* clone() const override { return new TermSource(term_); }

 private:
  std::string term_;
  Xapian::doccount frequency_ = 0;
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  bool started_ = false;
};

bool is_in_all_of_one(const std::string& term, const std::vector<Xapian::Database>& segments) {
  return std::any_of(segments.begin(), segments.end(), [&term](const Xapian::Database& segment) {
    return segment.get_termfreq(term) == segment.get_doccount();
  });
}

class Detour {
 public:
  explicit Detour(std::set<std::string> terms) : terms_(std::move(terms)) {}

  Query around(const Query& query, bool weighed) const {
    const auto part = [&](std::size_t n, bool part_weighed) {
      return around(query.get_subquery(n), part_weighed);
    };
    switch (query.get_type()) {
      case Query::LEAF_TERM: {
        const std::string term = *query.get_terms_begin();
        return weighed || !terms_.contains(term) ? query : Query((new TermSource(term))->release());
      }
      case Query::OP_FILTER:
      case Query::OP_AND_NOT: {
        Query whole = part(0, weighed);
        for (std::size_t n = 1; n < query.get_num_subqueries(); ++n) {
          whole = Query(query.get_type(), whole, part(n, false));
        }
        return whole;
      }
      case Query::OP_AND:
      case Query::OP_OR:
      case Query::OP_AND_MAYBE:
      case Query::OP_MAX: {
        std::vector<Query> parts;
        for (std::size_t n = 0; n < query.get_num_subqueries(); ++n) {
          parts.push_back(part(n, weighed));
        }
        return {query.get_type(), parts.begin(), parts.end()};
      }
      case Query::OP_SYNONYM: {  // without weights it is no more than its parts
        if (weighed) return query;
        std::vector<Query> parts;
        for (std::size_t n = 0; n < query.get_num_subqueries(); ++n)
          parts.push_back(part(n, false));
        return {Query::OP_OR, parts.begin(), parts.end()};
      }
      case Query::OP_SCALE_WEIGHT:
        return weighed ? query : Query(Query::OP_SCALE_WEIGHT, part(0, false), 0.0);
      default:  // ranges have no terms, and phrases read positions
        return query;
    }
  }

 private:
  std::set<std::string> terms_;
};

}  // namespace

Query avoid_all_articles_terms(const Query& query, const std::vector<Xapian::Database>& segments,
                               Unweighted unweighted) {
  std::vector<Xapian::Database> with_gaps;
  for (const Xapian::Database& segment : segments) {
    if (segment.get_doccount() != segment.get_lastdocid()) with_gaps.push_back(segment);
  }
  if (with_gaps.empty()) return query;
  std::set<std::string> terms;
  for (auto term = query.get_unique_terms_begin(); term != query.get_terms_end(); ++term) {
    if (is_in_all_of_one(*term, with_gaps)) terms.insert(*term);
  }
  if (terms.empty()) return query;
  return Detour(std::move(terms)).around(query, unweighted == Unweighted::filters);
}

}  // namespace news
