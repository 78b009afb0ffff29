// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace news {

struct CharacterReference {
  std::string text;        ///< the character as UTF-8
  std::size_t length = 0;  ///< of the reference, with its "&" and ";"
};

/// The reference that `text` begins with: one of HTML 4's names or XML's, or a number. Numbers 128
/// to 159 are meant as Windows numbers its characters; a control character becomes a space. Nothing
/// for any other name, a number that is no character, or a missing ";".
std::optional<CharacterReference> read_character_reference(std::string_view text);

}  // namespace news
