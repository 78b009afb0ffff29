// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"
#include "news/index/article_store.hpp"

#include <functional>
#include <optional>

#include <xapian.h>

namespace news {

/// Whether an article is wanted. May be asked about the same one again.
using AcceptArticle = std::function<bool(const Article&)>;

/// What to filter with so that of the query's matches those are left that are accepted; nothing if
/// none is. Reads every match.
///
/// An accepted article is found by its identity; where one that is not accepted has the same, by
/// its source and its number in there, too.
std::optional<Xapian::Query> accepted_articles(const Xapian::Query& query,
                                               const Xapian::Database& database,
                                               ArticleStore& articles, const AcceptArticle& accept);

}  // namespace news
