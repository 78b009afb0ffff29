// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/piece.hpp"

namespace news {

/// Which tokens each remembered piece has: a hash table with open addressing. A piece is looked for
/// in few places only, so that no choice of pieces can make it slow.
///
/// The table is larger than the nearer caches, so what a look-up costs is the memory it waits for.
/// Hence a slot holds all of a short piece, is never split between two cache lines, and can be
/// asked for ahead of its use.
class PieceTable {
 public:
  /// `count` lexemes from number `first`.
  struct Lexemes {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  struct alignas(32) Slot {
    PieceKey::Words words{};  ///< the first bytes of the piece
    std::uint32_t hash = 0;
    std::uint32_t first = 0;
    std::uint32_t rest = 0;  ///< where its further bytes begin in `rests_`
    std::uint8_t bytes = 0;  ///< of the piece; 0 for a free slot
    std::uint8_t count = 0;
  };
  static_assert(sizeof(Slot) == 32);

  /// Lets the processor load the slot where the piece is looked for first.
  void prefetch(const PieceKey& key) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[key.hash() & (slots_.size() - 1)]);
  }

  /// The slot of the piece; null if it is not here.
  const Slot* find(const PieceKey& key) const {
    if (slots_.empty()) return nullptr;
    for (std::size_t probe = 0; probe < max_probes; ++probe) {
      const Slot& slot = slots_[(key.hash() + probe) & (slots_.size() - 1)];
      if (slot.bytes == 0) return nullptr;
      if (slot.hash == key.hash() && holds(slot, key)) return &slot;
    }
    return nullptr;
  }

  /// Adds a piece that is not here. Does nothing if its places are all taken.
  void insert(const PieceKey& key, Lexemes lexemes);

  std::size_t size() const { return size_; }

  /// The memory in use.
  std::size_t bytes() const { return slots_.size() * sizeof(Slot) + rests_.size(); }

 private:
  static constexpr std::size_t first_slots = 512;
  static constexpr std::size_t max_probes = 32;

  bool holds(const Slot& slot, const PieceKey& key) const {
    if (slot.bytes != key.bytes()) return false;
    if (slot.words[0] != key.words()[0] || slot.words[1] != key.words()[1]) return false;
    const std::string_view rest = key.rest();
    return rest.empty() || rest == std::string_view(rests_.data() + slot.rest, rest.size());
  }

  void grow();
  /// False if its places are all taken.
  bool place(const Slot& slot);

  std::vector<Slot> slots_;  ///< a power of two of them, at most half in use
  std::vector<char> rests_;
  std::size_t size_ = 0;
};

}  // namespace news
