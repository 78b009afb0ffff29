// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/glass/byte_buffer.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace news {

/// A number for a term, from 0 in the order in which terms were met.
using TermId = std::uint32_t;

/// The distinct terms of a batch. Terms lie behind each other in one string; an open-addressing
/// table of 8-byte entries finds them.
class TermDictionary {
 public:
  TermDictionary();

  /// The number of the term prefix + word.
  TermId intern(std::string_view prefix, std::string_view word);

  /// Valid until the next intern.
  std::string_view term(TermId id) const {
    return bytes_.view().substr(begins_[id], begins_[id + 1] - begins_[id]);
  }

  std::size_t size() const { return begins_.size() - 1; }

  /// All terms' numbers, in byte order of the terms.
  std::vector<TermId> sorted() const;

  /// Forgets the terms and keeps the memory.
  void clear();

 private:
  static constexpr TermId none = 0xFFFFFFFF;

  struct Slot {
    TermId id = none;
    std::uint32_t hash = 0;
  };

  void grow();

  glass::ByteBuffer bytes_;
  std::vector<std::uint32_t> begins_{0};  ///< of each term, and the end of the last
  std::vector<Slot> slots_;               ///< a power of two of them, at most half full
};

}  // namespace news
