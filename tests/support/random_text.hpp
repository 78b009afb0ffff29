// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/utf8.hpp"

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace news::test {

/// Texts from a fixed seed, so that a failure comes again on every machine.
class RandomText {
 public:
  explicit RandomText(std::mt19937::result_type seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  /// Up to `max_chars` characters of `alphabet`.
  std::string of(std::u32string_view alphabet, std::size_t max_chars) {
    std::string text;
    for (std::size_t left = below(max_chars + 1); left > 0; --left) {
      utf8::append(text, alphabet[below(alphabet.size())]);
    }
    return text;
  }

  /// Up to `max_bytes` bytes of any value, mostly not UTF-8.
  std::string bytes(std::size_t max_bytes) {
    std::string text(below(max_bytes + 1), '\0');
    for (char& byte : text) byte = static_cast<char>(below(256));
    return text;
  }

 private:
  std::mt19937 random_;
};

}  // namespace news::test
