// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/ascii.hpp"

#include <cstddef>
#include <string_view>

namespace news {

/// The first place at or behind `from` where `tag`, a "<" and more, stands, in any case;
/// npos if it does not.
constexpr std::size_t find_tag(std::string_view text, std::string_view tag, std::size_t from = 0) {
  while (true) {
    const std::size_t at = text.find('<', from);
    if (at == std::string_view::npos) return at;
    if (text.size() - at < tag.size()) return std::string_view::npos;
    // Most other tags begin with another letter.
    const bool begins = ascii::to_lower(text[at + 1]) == ascii::to_lower(tag[1]);
    if (begins && ascii::equals_ignoring_case(text.substr(at, tag.size()), tag)) return at;
    from = at + 1;
  }
}

/// The same for an opening tag, which white space or ">" must follow: "<TEXT" does not stand in
/// "<TEXTS>". Nor does it at the very end, where nothing says whether it is whole.
constexpr std::size_t find_open_tag(std::string_view text, std::string_view tag,
                                    std::size_t from = 0) {
  while (true) {
    const std::size_t at = find_tag(text, tag, from);
    if (at == std::string_view::npos || at + tag.size() >= text.size()) {
      return std::string_view::npos;
    }
    const char behind = text[at + tag.size()];
    if (behind == '>' || ascii::is_space(behind)) return at;
    from = at + 1;
  }
}

}  // namespace news
