// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/byte_range.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace news {

/// Where tags may begin in a text, found once for many questions about its elements. Names are
/// compared in any case.
class TagList {
 public:
  /// The text must outlive the list.
  explicit TagList(std::string_view text);

  /// The opening tag of `name` in `range` that begins first, as find_open_tag finds it; nothing if
  /// there is none.
  std::optional<std::size_t> open_tag(std::string_view name, ByteRange range) const;

  /// What stands in `range` between <NAME> or <NAME attributes> and </NAME>, or its end if that is
  /// missing; nothing if there is no such element.
  std::optional<ByteRange> element(std::string_view name, ByteRange range) const;

 private:
  /// Where a "<" is, and the first letter of what may be a name behind it or behind "</".
  struct Place {
    std::size_t at = 0;
    char letter = '\0';  ///< a small one; 0 at the end of the text
    bool closes = false;
  };

  std::vector<Place>::const_iterator first_in(ByteRange range) const;
  std::size_t close_tag(std::string_view name, ByteRange range) const;

  std::string_view text_;
  std::vector<Place> places_;
};

}  // namespace news
