// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/translation.hpp"

#include <string>
#include <vector>

#include <xapian.h>

namespace news {

/// Free words: what stands between two spaces, which may be several tokens.
Xapian::Query words_query(Translation& translation, const std::string& text);

/// Words in quotation marks, outside of fields.
Xapian::Query quotation_query(Translation& translation, const std::string& text);

/// Terms that stand in this order, side by side, as far as the limits for that go.
Xapian::Query phrase_query(Translation& translation, std::vector<std::string> terms);

}  // namespace news
