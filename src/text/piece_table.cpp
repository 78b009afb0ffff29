// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/piece_table.hpp"

#include <utility>

namespace news {

void PieceTable::insert(const PieceKey& key, Lexemes lexemes) {
  if (2 * (size_ + 1) > slots_.size()) grow();
  Slot slot{.words = key.words(), .hash = key.hash(), .first = lexemes.first};
  const std::size_t rest_begin = rests_.size();
  slot.rest = static_cast<std::uint32_t>(rest_begin);
  slot.bytes = static_cast<std::uint8_t>(key.bytes());
  slot.count = static_cast<std::uint8_t>(lexemes.count);
  const std::string_view rest = key.rest();
  rests_.insert(rests_.end(), rest.begin(), rest.end());
  if (place(slot)) {
    ++size_;
  } else {
    rests_.resize(rest_begin);
  }
}

void PieceTable::grow() {
  const std::vector<Slot> old =
      std::exchange(slots_, std::vector<Slot>(slots_.empty() ? first_slots : 2 * slots_.size()));
  for (const Slot& slot : old) {
    if (slot.bytes != 0 && !place(slot)) --size_;  // its places are all taken: it is forgotten
  }
}

bool PieceTable::place(const Slot& slot) {
  for (std::size_t probe = 0; probe < max_probes; ++probe) {
    Slot& free = slots_[(slot.hash + probe) & (slots_.size() - 1)];
    if (free.bytes != 0) continue;
    free = slot;
    return true;
  }
  return false;
}

}  // namespace news
