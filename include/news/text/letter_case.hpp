// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// Questions about the case of well-formed UTF-8 in any script. Letters of scripts without case are
/// neither upper nor lower.

bool has_letter(std::string_view text);

/// Whether the first letter of `text` (behind quotation marks and the like) is a small one.
bool starts_lower(std::string_view text);

/// Whether the first letter is a capital one.
bool starts_upper(std::string_view text);

/// Whether there are capital letters and no small ones.
bool is_all_upper(std::string_view text);

/// "NEW YORK" to "New York": capital letters that do not begin a word become small.
std::string to_title_case(std::string_view text);

}  // namespace news
