// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// Decodes what was sent with a Content-Encoding of gzip, deflate or br. What comes before damage
/// or a cut counts. Nothing if there is none of that, for another coding, and for what is longer
/// than `max_bytes` when it is decoded, which is told by `too_long`.
struct DecodedContent {
  std::optional<std::string> bytes;
  bool too_long = false;
};
DecodedContent decode_content(std::string_view coding, std::string_view bytes,
                              std::size_t max_bytes);

}  // namespace news
