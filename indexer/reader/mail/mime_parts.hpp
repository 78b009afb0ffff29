// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/header_fields.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace news {

/// Parts within parts: newsletters have 3 layers.
inline constexpr std::size_t max_mime_depth = 10;
/// Parts of one message that are looked at.
inline constexpr std::size_t max_mime_parts = 1000;

/// The texts of a message, as UTF-8, those of one kind behind each other. What is attached is left
/// out.
struct MessageTexts {
  std::string plain;
  std::string html;
};

/// `fields` are those of the message, `body` what stands below them.
MessageTexts message_texts(const HeaderFields& fields, std::string_view body);

}  // namespace news
