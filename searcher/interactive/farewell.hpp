// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace news {

/// The escape sequences, in the language of the terminal that ncurses has opened, with which a
/// program leaves its screen: attributes, cursor, keypad and screen as they are usual.
std::string farewell_of_terminal();

}  // namespace news
