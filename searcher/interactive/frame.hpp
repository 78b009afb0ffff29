// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/terminal.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// How a text looks, as in the list of hits that is printed (render/style.hpp).
enum class Look : std::uint8_t { plain, bold, faint, marked, named, heading };

/// A text without what joins several emoji into one, or chooses their form and skin: terminals,
/// ncurses and we count different columns there, and then the rest of the screen is wrong.
std::string without_joiners(std::string_view text);

/// A stretch of a line, without a character that could disturb a terminal.
struct Span {
  std::string text;
  Look look = Look::plain;

  friend bool operator==(const Span&, const Span&) = default;
};
using ScreenLine = std::vector<Span>;

std::size_t display_width(const ScreenLine& line);

/// The line in at most so many columns; an ellipsis stands for what is cut off.
ScreenLine shortened(const ScreenLine& line, std::size_t columns);

/// Spaces behind the line so that it fills so many columns.
ScreenLine padded(ScreenLine line, std::size_t columns);

/// All that the screen shows at a time. What is placed later lies over what was before.
struct Frame {
  struct Placed {
    std::size_t row = 0;
    std::size_t column = 0;
    ScreenLine line;
    bool selected = false;  ///< shown in reverse
  };
  struct Position {
    std::size_t row = 0;
    std::size_t column = 0;
  };

  TerminalSize size;
  std::vector<Placed> lines;
  std::optional<Position> cursor;  ///< nothing: it is not shown
};

}  // namespace news
