// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/filter_query.hpp"

#include <vector>

namespace news {

Xapian::TfIdfWeight filter_scheme() { return Xapian::TfIdfWeight("nnn"); }  // occurrences alone

Xapian::Query filter_query(const Xapian::Query& query) {
  using Query = Xapian::Query;
  std::vector<Query> parts;
  for (std::size_t n = 0; n < query.get_num_subqueries(); ++n) {
    parts.push_back(filter_query(query.get_subquery(n)));
  }
  switch (query.get_type()) {
    case Query::OP_SCALE_WEIGHT:  // by 0, perhaps
      return parts.front();
    case Query::OP_AND:
    case Query::OP_FILTER:
      return {Query::OP_AND, parts.begin(), parts.end()};
    case Query::OP_OR:
    case Query::OP_SYNONYM:
      return {Query::OP_OR, parts.begin(), parts.end()};
    case Query::OP_AND_NOT: {
      Query whole = parts.front();
      for (std::size_t n = 1; n < parts.size(); ++n) whole = {Query::OP_AND_NOT, whole, parts[n]};
      return whole;
    }
    default:  // phrases read positions, which is another way, and ranges no terms
      return query;
  }
}

}  // namespace news
