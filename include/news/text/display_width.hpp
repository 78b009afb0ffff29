// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace news {

/// The columns that a terminal gives to a character: two for East Asian wide ones and emoji, none
/// for marks and what is invisible, one for the rest.
std::size_t display_width(char32_t c);

/// The columns of a line of well-formed UTF-8.
std::size_t display_width(std::string_view line);

/// `line` in at most so many columns; an ellipsis stands for what is cut off from one that is
/// wider.
enum class Keep { begin, end };
std::string shortened(std::string_view line, std::size_t columns, Keep keep = Keep::begin);

}  // namespace news
