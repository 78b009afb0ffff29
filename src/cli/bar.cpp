// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/bar.hpp"

#include <algorithm>
#include <array>

namespace news {

std::string bar(double share, std::size_t columns) {
  static constexpr std::array blocks = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const double filled = std::clamp(share, 0.0, 1.0) * static_cast<double>(columns * 8);
  const auto eighths = std::max<std::size_t>(1, static_cast<std::size_t>(filled));
  std::string out;
  for (std::size_t i = 0; i < eighths / 8; ++i) out += "█";
  return out + blocks[eighths % 8];
}

}  // namespace news
