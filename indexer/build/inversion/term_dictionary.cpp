// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/term_dictionary.hpp"

#include "news/base/byte_order.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

namespace news {

namespace {

constexpr std::size_t first_slots = 4096;

/// Of the bytes before `end`, behind which there are at least eight zeros. Good enough for a table
/// that lives as long as a batch, and a fraction of the cost of a hash for all purposes.
std::uint32_t hash_of(const char* begin, const char* end) {
  constexpr std::uint64_t multiplier = 0x9E37'79B9'7F4A'7C15;
  auto hash = static_cast<std::uint64_t>(end - begin) * multiplier;
  for (; begin < end; begin += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, begin, sizeof word);
    hash = (hash ^ word) * multiplier;
    hash ^= hash >> 32U;
  }
  return static_cast<std::uint32_t>(hash);
}

/// A term's number and its first eight bytes, which decide nearly all comparisons.
struct SortKey {
  std::uint64_t head = 0;
  TermId id = 0;
};

/// Sorts by `head`, a byte at a time from the last to the first.
void radix_sort(std::vector<SortKey>& keys) {
  std::vector<SortKey> sorted(keys.size());
  for (unsigned shift = 0; shift < 64; shift += 8) {
    const auto digit = [shift](const SortKey& key) { return (key.head >> shift) & 0xFFU; };
    std::array<std::uint32_t, 257> begins{};
    for (const SortKey& key : keys) ++begins[digit(key) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    for (const SortKey& key : keys) sorted[begins[digit(key)]++] = key;
    keys.swap(sorted);
  }
}

}  // namespace

TermDictionary::TermDictionary() : slots_(first_slots) {}

TermId TermDictionary::intern(std::string_view prefix, std::string_view word) {
  // The term is put in place first, and taken back if it is there already.
  char* const begin = bytes_.room(prefix.size() + word.size() + sizeof(std::uint64_t));
  char* const end = glass::put_bytes(glass::put_bytes(begin, prefix), word);
  std::memset(end, 0, sizeof(std::uint64_t));
  const std::string_view term(begin, static_cast<std::size_t>(end - begin));
  const std::uint32_t hash = hash_of(begin, end);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id != none) {
    if (slots_[at].hash == hash && this->term(slots_[at].id) == term) return slots_[at].id;
    at = (at + 1) & mask;
  }
  const auto id = static_cast<TermId>(size());
  slots_[at] = {id, hash};
  bytes_.end_at(end);
  begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  if (2 * size() > slots_.size()) grow();
  return id;
}

void TermDictionary::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id == none) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id != none) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::vector<TermId> TermDictionary::sorted() const {
  std::vector<SortKey> keys;
  keys.reserve(size());
  for (TermId id = 0; id < size(); ++id) keys.push_back({first_bytes(term(id)), id});
  radix_sort(keys);
  const auto comes_before = [this](const SortKey& a, const SortKey& b) {
    return term(a.id) < term(b.id);
  };
  for (auto begin = keys.begin(); begin != keys.end();) {
    const auto end = std::find_if(begin, keys.end(),
                                  [begin](const SortKey& key) { return key.head != begin->head; });
    if (end - begin > 1) std::sort(begin, end, comes_before);
    begin = end;
  }
  std::vector<TermId> ids;
  ids.reserve(keys.size());
  for (const SortKey& key : keys) ids.push_back(key.id);
  return ids;
}

void TermDictionary::clear() {
  bytes_.clear();
  begins_.assign(1, 0);
  std::fill(slots_.begin(), slots_.end(), Slot());
}

}  // namespace news
