// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/translation.hpp"

#include <xapian.h>

namespace news {

/// date:, since: or until:. What is no date is searched as words, with a note.
Xapian::Query date_query(Translation& translation, const QueryNode& node);

}  // namespace news
