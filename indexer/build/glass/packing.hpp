// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// How the glass format writes integers and strings into keys and tags.
namespace news::glass {

/// The most bytes a varint of 32 and of 64 bits takes.
inline constexpr std::size_t max_varint32_bytes = 5;
inline constexpr std::size_t max_varint_bytes = 10;

/// Seven bits a byte, the least significant first; every byte but the last has its high bit set.
/// Writes to where there is room for it, and returns the end.
inline char* put_varint(char* out, std::uint64_t value) {
  while (value >= 0x80) {
    *out++ = static_cast<char>((value & 0x7FU) | 0x80U);
    value >>= 7U;
  }
  *out++ = static_cast<char>(value);
  return out;
}

inline void append_varint(std::string& out, std::uint64_t value) {
  char bytes[max_varint_bytes];
  out.append(bytes, put_varint(bytes, value));
}

/// Bytes that append_varint writes.
constexpr std::size_t varint_bytes(std::uint64_t value) {
  std::size_t bytes = 1;
  while (value >= 0x80) {
    value >>= 7U;
    ++bytes;
  }
  return bytes;
}

/// Reads what append_varint wrote, and moves `at` behind it. The bytes must be whole.
inline std::uint64_t read_varint(const char*& at) {
  std::uint64_t value = 0;
  unsigned shift = 0;
  while (true) {
    const auto byte = static_cast<unsigned char>(*at++);
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return value;
    shift += 7;
  }
}

/// The varint of its length, and the bytes.
void append_string(std::string& out, std::string_view bytes);

/// The bytes of an integer, the least significant first, without zeros at the end; only for the
/// very end of a key or tag.
void append_last_integer(std::string& out, std::uint64_t value);

/// An integer below 2^36 such that the bytes sort as the integers do. Its first byte is never 0xFF.
void append_ordered(std::string& out, std::uint64_t value);

/// A term as it stands in keys: zero bytes become 00 FF, so that a 00 can end it. Keys sort as the
/// terms do.
void append_escaped(std::string& out, std::string_view term);

}  // namespace news::glass
