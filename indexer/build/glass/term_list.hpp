// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/glass/byte_buffer.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace news::glass {

/// Builds the tag of a document's term list.
class TermListEncoder {
 public:
  /// Begins a list of `terms` terms; `length` is the document's, the sum of their wdf. The tag of
  /// no terms is empty.
  void begin(std::uint64_t length, std::size_t terms);

  /// Terms come in ascending byte order. The bytes must outlive the next call.
  void add(std::string_view term, std::uint32_t wdf);

  /// Valid until the next begin.
  std::string_view tag() const { return tag_.view(); }

 private:
  ByteBuffer tag_;
  std::string_view previous_;
};

/// The tag that names the value slots a document uses. `slots` ascend and are not empty.
std::string value_slots_tag(std::span<const std::uint32_t> slots);

}  // namespace news::glass
