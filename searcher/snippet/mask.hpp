// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/language.hpp"
#include "searcher/query/query_terms.hpp"

#include <string>
#include <string_view>

namespace news {

/// `text` with the words crossed out that no word of the query can be a form of, as their first
/// two letters show: what is to be analysed is then a fraction. Of what stands between two white
/// spaces and holds no such word, a digit is left, which is one token, so that words that are apart
/// stay apart; all others keep their places. The result is `text` itself or in `buffer`.
///
/// Only ASCII words are crossed out, in languages in which inflection changes the ends of words and
/// not their first letters.
std::string_view mask_other_words(std::string_view text, Language language, const QueryTerms& terms,
                                  std::string& buffer);

}  // namespace news
