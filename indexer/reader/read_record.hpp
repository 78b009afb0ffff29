// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <vector>

namespace news {

/// Parses a record with its format's reader and finishes what comes out: each article is normalized
/// and gets its origin, and its language if it does not say one: `default_language`, else what the
/// text looks like. One that has no text is kept for its id or URL; without these it is a
/// BadRecord. Empty for a record without news, which is passed over.
std::vector<Record> read_record(const Reader& reader, const RawRecord& raw, const Origin& origin,
                                Language default_language);

}  // namespace news
