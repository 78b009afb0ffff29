// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/language.hpp"

#include <string>
#include <string_view>

/// Invented news, for benchmarks.
namespace news::bench {

std::string_view english_prose();
std::string_view russian_prose();
std::string_view chinese_prose();

/// A story as the Reuters-21578 collection marks it up.
std::string_view reuters_story();

/// Some 64 KiB of a text: so much that what is done once for each text does not count.
std::string much_of(std::string_view prose);

}  // namespace news::bench
