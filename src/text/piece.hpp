// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/ascii.hpp"
#include "news/base/byte_range.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/load_bytes.hpp"

namespace news {

/// Finds what stands between two white spaces, one piece after another. It looks at 64 bytes at a
/// time and steps from edge to edge, as most words are too short to gain from a search of their
/// own.
class PieceFinder {
 public:
  /// `text` must outlive it.
  explicit PieceFinder(std::string_view text) : text_(text) {}

  /// The next piece, as long as it may be; an empty one behind the last.
  ByteRange next() {
    const std::size_t begin = next_edge();
    return {begin, next_edge()};
  }

 private:
  static constexpr std::size_t block_bytes = 64;

  /// Where white space ends or begins next; the size of the text if it does not.
  std::size_t next_edge() {
    while (edges_ == 0) {
      if (ahead_ >= text_.size()) return text_.size();
      find_edges();
    }
    const auto edge = static_cast<std::size_t>(std::countr_zero(edges_));
    edges_ &= edges_ - 1;
    return ahead_ - block_bytes + edge;
  }

  /// Goes on to the next block. Behind the text there is white space.
  void find_edges() {
    std::array<char, block_bytes> end_of_text;
    const char* block = text_.data() + ahead_;
    if (text_.size() - ahead_ < block_bytes) {
      end_of_text.fill(' ');
      std::memcpy(end_of_text.data(), block, text_.size() - ahead_);
      block = end_of_text.data();
    }
    const std::uint64_t spaces = white_spaces(block);
    edges_ = spaces ^ (spaces << 1U | in_space_);
    in_space_ = spaces >> (block_bytes - 1);
    ahead_ += block_bytes;
  }

  /// A bit for each byte of a block, set for white space.
  static std::uint64_t white_spaces(const char* block) {
    std::array<char, block_bytes> found;
    for (std::size_t i = 0; i < block_bytes; ++i) {  // many at a time, as compilers see
      found[i] = static_cast<char>(ascii::is_space(block[i]));
    }
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < block_bytes; i += 8) {
      // The product has the lowest bit of each of the eight bytes in its highest byte.
      bits |= (load_bytes(found.data() + i) * 0x0102040810204080 >> 56U) << i;
    }
    return bits;
  }

  std::string_view text_;
  std::size_t ahead_ = 0;       // where the next block begins
  std::uint64_t edges_ = 0;     // those not yet visited of the block before it
  std::uint64_t in_space_ = 1;  // the last bit of its white space
};

/// `piece` without the marks at its ends that belong to no word: a quotation mark or bracket before
/// it, punctuation behind it. They only end a word, as the white space around them does.
inline ByteRange trim_marks(std::string_view text, ByteRange piece) {
  constexpr std::uint8_t leading = 1;
  constexpr std::uint8_t trailing = 2;
  static constexpr auto table = [] {
    std::array<std::uint8_t, 256> marks{};
    for (const char c : std::string_view("\"'(<[")) marks[static_cast<unsigned char>(c)] |= leading;
    for (const char c : std::string_view("\"')>],.;:!?-")) {
      marks[static_cast<unsigned char>(c)] |= trailing;
    }
    return marks;
  }();
  const auto is = [text](std::size_t at, std::uint8_t kind) {
    return (table[static_cast<unsigned char>(text[at])] & kind) != 0;
  };
  while (piece.begin < piece.end && is(piece.end - 1, trailing)) --piece.end;
  while (piece.begin < piece.end && is(piece.begin, leading)) ++piece.begin;
  return piece;
}

/// The bytes of a short piece, as they are compared and hashed: most pieces have sixteen at most,
/// which are kept as words, with zeros behind them. Further ones stay in the text, which must
/// outlive the key.
class PieceKey {
 public:
  static constexpr std::size_t max_bytes = 48;

  using Words = std::array<std::uint64_t, 2>;

  /// Of no piece.
  PieceKey() = default;

  /// Requires 0 < piece.size() <= max_bytes.
  PieceKey(std::string_view text, ByteRange piece)
      : words_(first_words(text, piece)),
        text_(text.data() + piece.begin),
        bytes_(static_cast<std::uint32_t>(piece.size())) {
    std::uint64_t hash = bytes_;
    mix(hash, words_[0]);
    mix(hash, words_[1]);
    for (std::string_view left = rest(); !left.empty();) {
      std::array<char, 8> word{};
      const std::size_t size = left.copy(word.data(), word.size());
      mix(hash, load_bytes(word.data()));
      left.remove_prefix(size);
    }
    hash_ = static_cast<std::uint32_t>((hash ^ (hash >> 29U)) * 0xBF58476D1CE4E5B9 >> 32U);
  }

  std::uint32_t hash() const { return hash_; }
  std::uint32_t bytes() const { return bytes_; }

  /// The first sixteen bytes.
  const Words& words() const { return words_; }

  /// The bytes behind them.
  std::string_view rest() const {
    if (bytes_ <= sizeof(Words)) return {};
    return {text_ + sizeof(Words), bytes_ - sizeof(Words)};
  }

 private:
  static void mix(std::uint64_t& hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15;
    hash ^= hash >> 32U;
  }

  /// Without a branch on the size, which no processor can foretell.
  static Words first_words(std::string_view text, ByteRange piece) {
    constexpr std::size_t size = sizeof(Words);
    static constexpr auto mask = [] {
      std::array<char, 2 * size> bytes{};
      for (std::size_t i = 0; i < size; ++i) bytes[i] = '\xFF';
      return bytes;
    }();
    const char* bytes = text.data() + piece.begin;
    std::array<char, size> end_of_text{};
    if (piece.begin + size > text.size()) {
      std::memcpy(end_of_text.data(), bytes, piece.size());
      bytes = end_of_text.data();
    }
    const char* const kept = mask.data() + size - std::min(piece.size(), size);
    return {load_bytes(bytes) & load_bytes(kept), load_bytes(bytes + 8) & load_bytes(kept + 8)};
  }

  Words words_{};
  const char* text_ = nullptr;
  std::uint32_t bytes_ = 0;
  std::uint32_t hash_ = 0;
};

}  // namespace news
