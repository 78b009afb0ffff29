// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/language.hpp"

#include <string_view>

namespace news {

/// Whether `term` (an Analyzer's term) is so common in `language` that it tells nothing about what
/// an article is about. Stop words are indexed like all others, so that exact quotations are found;
/// only the ranking of free words leaves them out. False for languages without a list.
bool is_stop_word(Language language, std::string_view term);

}  // namespace news
