// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "article/date_lexer.hpp"

namespace news {

/// The month named by the word, or the words, at `at`, which is moved behind the name: what
/// month_of knows, the Levantine names of two words, Thai abbreviations, Hebrew names behind "in".
/// In Croatian "listopad" is October; elsewhere, in Polish and Czech, November.
std::optional<int> read_month_name(const DateTokens& tokens, DateTokens::Position& at,
                                   bool croatian = false);

}  // namespace news
