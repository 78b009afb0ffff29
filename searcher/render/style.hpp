// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// Escape sequences of the terminal. Colours are only those 16 that its user can choose, and none
/// is hard to read on a dark or a light ground.
struct Style {
  std::string_view on;
  std::string_view off;

  std::string operator()(std::string_view text) const {
    return std::string(on).append(text).append(off);
  }
};

inline constexpr Style plain{"", ""};
inline constexpr Style bold{"\033[1m", "\033[22m"};
inline constexpr Style faint{"\033[2m", "\033[22m"};
inline constexpr Style marked{"\033[1;31m", "\033[22;39m"};
inline constexpr Style named{"\033[36m", "\033[39m"};
inline constexpr Style heading{"\033[1;36m", "\033[22;39m"};
inline constexpr Style bar_color{"\033[36m", "\033[39m"};

}  // namespace news
