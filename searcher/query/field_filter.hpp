// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/translation.hpp"

#include <string>

#include <xapian.h>

namespace news {

/// What the terms of a field begin with; empty for text, and for fields without terms of words.
std::string prefix_of(SearchField field);

/// Whether a field's words are in the index, so that patterns can be looked for among them.
bool has_words(SearchField field);

/// A word or phrase of a field.
Xapian::Query field_query(Translation& translation, const QueryNode& node);

}  // namespace news
