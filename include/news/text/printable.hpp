// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// `text` as it may be shown on a terminal: well-formed UTF-8 on one line, without control
/// characters, escape sequences and the marks that turn the direction of what follows.
std::string printable(std::string_view text);

}  // namespace news
