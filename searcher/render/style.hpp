// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// Escape sequences of the colours that every terminal has.
struct Style {
  std::string_view on;
  std::string_view off;

  std::string operator()(std::string_view text) const {
    return std::string(on).append(text).append(off);
  }
};

inline constexpr Style bold{"\033[1m", "\033[22m"};
inline constexpr Style faint{"\033[2m", "\033[22m"};
inline constexpr Style marked{"\033[1;33m", "\033[22;39m"};
inline constexpr Style heading{"\033[1;36m", "\033[22;39m"};
inline constexpr Style bar_color{"\033[36m", "\033[39m"};

}  // namespace news
