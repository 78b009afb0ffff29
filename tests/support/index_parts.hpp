// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/inversion/document_batch.hpp"
#include "news/article/article.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace news::test {

/// An article of some source.
Article article_from(std::string_view path, std::string_view id, std::string_view title,
                     std::string_view body);

/// Builds a segment that holds articles, as news-index builds one, and opens it.
Xapian::Database build_segment(const std::filesystem::path& folder,
                               const std::vector<Article>& articles);

/// The titles of a database's articles in their order, with spaces between.
std::string titles_in(const Xapian::Database& database);

/// The same in the order of the alphabet, for a database of several segments.
std::string sorted_titles_in(const Xapian::Database& database);

/// The terms of a batch's first document in the order in which they were met, with their positions
/// and, where it is not their number, the wdf: "word@3@7", "Zstem", "twice*2", and "filter~" for a
/// term that does not count.
std::string shown(const DocumentBatch& batch, std::string_view prefix = {});

}  // namespace news::test
