// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/timestamp.hpp"

#include <optional>

#include "article/date_lexer.hpp"

namespace news {

/// Reads a time of day that begins at token `at`, with its zone if it names one: 05:36,
/// 5:36:10.5 p.m. EST, 05h36, 5.36 Uhr, 5.36pm, 5 pm, 午後5時36分, and with a zone in capitals
/// 05.36 GMT, 0536 GMT. Sets those parts of `when` and returns the token behind; or nothing, and
/// leaves `when` alone.
std::optional<DateTokens::Position> read_time_of_day(const DateTokens& tokens,
                                                     DateTokens::Position at, Timestamp& when);

/// Takes the offset of a zone that begins at `at`: "GMT", "(CET)", "+0100", "UTC+1", "-05:00".
/// Returns the token behind it, or `at` if there is none.
DateTokens::Position read_zone(const DateTokens& tokens, DateTokens::Position at, Timestamp& when);

}  // namespace news
