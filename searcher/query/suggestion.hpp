// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/query/translator.hpp"
#include "searcher/query/tree.hpp"

#include <optional>

namespace news {

/// The query with its misspelt words as the index spells them, in small letters and without
/// accents; nothing if there is none that the index spells in another way.
///
/// A word is held to be misspelt if no article has it in any form, and, where `few_found`, if many
/// more articles have one that is an edit away. What takes its place is a word of the index that is
/// one edit away, or two where it is long, and its first letter is taken to be right unless that
/// finds nothing; or two words of the index that stand side by side somewhere ("tradesurplus"). Of
/// several the one is taken that articles have along with the other words of the query, then the
/// most frequent one, where an edit less is worth a hundred times the frequency.
///
/// Looks at words and phrases of text and titles, at the first few of a query only, so that it
/// takes milliseconds. Throws Xapian's errors.
std::optional<QueryNode> suggest_spelling(const QueryNode& root, const TranslatorSettings& settings,
                                          bool few_found);

}  // namespace news
