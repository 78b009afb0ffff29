// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace news {

/// A key that was pressed, whatever the terminal sends for it.
struct Key {
  enum class Kind : std::uint8_t {
    character,  ///< that was typed
    pasted,     ///< a character of a text that the terminal pasted; never a command
    control,    ///< with the small letter `character`
    alt,        ///< with `character`
    enter,
    escape,
    tab,
    back_tab,
    backspace,
    remove,
    up,
    down,
    left,
    right,
    page_up,
    page_down,
    home,
    end,
    unknown
  };

  Kind kind = Kind::unknown;
  char32_t character = 0;

  friend bool operator==(const Key&, const Key&) = default;
};

}  // namespace news
