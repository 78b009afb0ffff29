// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <xapian.h>

namespace news {

/// Which parts of a query Xapian does not weigh: those that only filter or exclude, or all of it.
enum class Unweighted : std::uint8_t { filters, all };

/// The same query, with detours around a bug of Xapian 1.4. A term that is not weighed and that all
/// documents of a segment have is read by Xapian from the list of document lengths, but with the
/// term's name put on it; where that list has a second chunk, and document numbers have gaps, it is
/// taken for the end of the term's list, and the search fails with "Unexpected end of posting list"
/// (LocalSubMatch::open_post_list, LeafPostList::set_term). Gaps come from removed articles.
///
/// Such terms are read by a PostingSource here, which gives the same documents and takes about
/// twice the time. A query without any is returned as it is; to find that out takes a look at each
/// term in each segment that has gaps.
Xapian::Query avoid_all_articles_terms(const Xapian::Query& query,
                                       const std::vector<Xapian::Database>& segments,
                                       Unweighted unweighted);

}  // namespace news
