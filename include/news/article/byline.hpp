// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The authors named by a byline: "By Jane Doe and John Roe" gives both, "Von A. Schmidt" one. The
/// opening word and what follows the names ("in Tokyo", "| Staff writer") go. A field that is only
/// a name, in any order, is that name: "Doe, Jane".
std::vector<std::string> authors_of(std::string_view byline);

/// The length of the word or words that open a byline ("By ", "Von ", "Par "), with the white space
/// behind them; 0 if `text` opens with none.
std::size_t byline_opening(std::string_view text);

}  // namespace news
