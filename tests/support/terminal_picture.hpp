// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news::test {

/// What a program wrote to a terminal, as an SVG picture of it: `columns` wide, a line for each of
/// the text's. Knows the attributes bold, dim, italic, underlined and reversed and the sixteen
/// colours; links
/// become plain text, other escape sequences are an error (std::runtime_error), as no program of
/// ours writes them into a list. Characters stand where a terminal has them, so wide ones take two
/// columns.
std::string terminal_picture(std::string_view text, unsigned columns);

}  // namespace news::test
