// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/arena.hpp"
#include "news/text/analyzer.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace news {

/// The tokens of remembered pieces, by number.
class Lexemes {
 public:
  /// Takes in `token`, which lies in a piece of at most 255 bytes that begins at `origin`. Returns
  /// its number.
  std::uint32_t add(const Token& token, std::size_t origin);

  /// The token of that number in a piece that begins at `origin`.
  Token token(std::uint32_t number, std::uint32_t origin) const {
    const Entry& entry = entries_[number];
    const char* const stem = entry.text + (entry.stem_apart ? entry.term_size : 0);
    return {.term = {entry.text, entry.term_size},
            .stem = {stem, entry.stem_size},
            .tag = {entry.tag_size == 0 ? nullptr : stem + entry.stem_size, entry.tag_size},
            .begin = origin + entry.begin,
            .end = origin + entry.end,
            .lexeme = number};
  }

  /// Lets the processor load what token() reads.
  void prefetch(std::uint32_t number) const { __builtin_prefetch(entries_.data() + number); }

  std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }

  /// The memory in use.
  std::size_t bytes() const { return entries_.size() * sizeof(Entry) + text_bytes_; }

  void clear();

 private:
  /// Its term, its stem where that is not how the term begins, and its tag lie one behind another.
  struct Entry {
    const char* text = nullptr;
    std::uint8_t term_size = 0;
    std::uint8_t stem_size = 0;
    std::uint8_t tag_size = 0;
    std::uint8_t begin = 0;
    std::uint8_t end = 0;
    bool stem_apart = false;
  };

  std::vector<Entry> entries_;
  Arena text_;
  std::size_t text_bytes_ = 0;
};

}  // namespace news
