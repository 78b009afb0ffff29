// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/remote/match_filter.hpp"

namespace news {

Xapian::Query one_of_articles(const std::vector<std::string>& order_keys) {
  std::vector<Xapian::Query> articles;
  articles.reserve(order_keys.size());
  for (const std::string& key : order_keys) {
    const std::string begin =
        std::string(schema::identity).append(schema::identity_in_order_key(key));
    articles.emplace_back(Xapian::Query::OP_WILDCARD, begin, 0, Xapian::Query::WILDCARD_LIMIT_ERROR,
                          Xapian::Query::OP_OR);
  }
  return {Xapian::Query::OP_OR, articles.begin(), articles.end()};
}

}  // namespace news
