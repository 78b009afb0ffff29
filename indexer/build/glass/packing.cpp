// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/packing.hpp"

namespace news::glass {

namespace {

void append_bytes(std::string& out, std::uint64_t value, unsigned bytes) {
  while (bytes-- > 0) out.push_back(static_cast<char>((value >> (8 * bytes)) & 0xFFU));
}

}  // namespace

void append_string(std::string& out, std::string_view bytes) {
  append_varint(out, bytes.size());
  out.append(bytes);
}

void append_last_integer(std::string& out, std::uint64_t value) {
  for (; value != 0; value >>= 8U) out.push_back(static_cast<char>(value & 0xFFU));
}

void append_ordered(std::string& out, std::uint64_t value) {
  // The number of leading ones tells how many bytes follow the first.
  if (value < (1ULL << 15U)) {
    append_bytes(out, value, 2);
  } else if (value < (1ULL << 22U)) {
    append_bytes(out, value | 0x80'0000U, 3);
  } else if (value < (1ULL << 29U)) {
    append_bytes(out, value | 0xC000'0000U, 4);
  } else {
    append_bytes(out, value | 0xE0'0000'0000U, 5);
  }
}

void append_escaped(std::string& out, std::string_view term) {
  for (std::size_t zero = term.find('\0'); zero != std::string_view::npos; zero = term.find('\0')) {
    out.append(term.substr(0, zero + 1)).push_back('\xFF');
    term.remove_prefix(zero + 1);
  }
  out.append(term);
}

}  // namespace news::glass
