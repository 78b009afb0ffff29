// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace news::glass {

/// Copies bytes that are at least a word and at most two: the first word and the last, which may
/// overlap.
template <typename Word>
void put_both_ends(char* out, std::string_view bytes) {
  const std::size_t last_begin = bytes.size() - sizeof(Word);
  Word first = 0;
  Word last = 0;
  std::memcpy(&first, bytes.data(), sizeof first);
  std::memcpy(&last, bytes.data() + last_begin, sizeof last);
  std::memcpy(out, &first, sizeof first);
  std::memcpy(out + last_begin, &last, sizeof last);
}

/// Copies bytes to where there is room for them, and returns the end. Most terms are shorter than a
/// call to the library's copy is worth.
inline char* put_bytes(char* out, std::string_view bytes) {
  const char* const from = bytes.data();
  const std::size_t size = bytes.size();
  if (size > 2 * sizeof(std::uint64_t)) {
    std::memcpy(out, from, size);
  } else if (size >= sizeof(std::uint64_t)) {
    put_both_ends<std::uint64_t>(out, bytes);
  } else if (size >= sizeof(std::uint32_t)) {
    put_both_ends<std::uint32_t>(out, bytes);
  } else {
    for (std::size_t i = 0; i < size; ++i) out[i] = from[i];
  }
  return out + size;
}

/// Bytes that grow at the end, for loops in which std::string's checks at every byte would be most
/// of the work: ask for room once, write through the pointer, say where the end is.
class ByteBuffer {
 public:
  std::string_view view() const { return {bytes_.get(), size_}; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  void clear() { size_ = 0; }

  /// The end, with room for `bytes` more behind it.
  char* room(std::size_t bytes) {
    if (capacity_ - size_ < bytes) grow(bytes);
    return bytes_.get() + size_;
  }

  /// What was written from room() on ends at `end`.
  void end_at(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }

  void append(std::string_view bytes) {
    put_bytes(room(bytes.size()), bytes);
    size_ += bytes.size();
  }

 private:
  void grow(std::size_t bytes) {
    const std::size_t capacity = std::max(2 * capacity_, size_ + bytes + 64);
    auto larger = std::make_unique_for_overwrite<char[]>(capacity);
    if (size_ != 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace news::glass
