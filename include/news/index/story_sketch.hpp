// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace news {

/// Makes the sketch of an article's text, by which copies of one story find each other: a sample of
/// its shingles, which are all its runs of four words. Which shingles belong to the sample depends
/// on their hashes alone, so two texts choose the same ones of what they have in common, also where
/// one is only a part of the other: the share of a sketch that another has estimates how much of
/// the text the other contains. (Broder, "On the resemblance and containment of documents", 1997:
/// the sketches "modulo m"; here a shingle is chosen for a small hash.)
///
///   start();  add(hash of a word), add(...), ...;  finish();
///
/// For one thread. Linear in the number of words.
class StorySketch {
 public:
  /// One shingle in so many is taken.
  static constexpr std::uint64_t sampling = 48;

  /// A short text gives more of its shingles, a very long one fewer.
  static constexpr std::size_t fewest = 6;
  static constexpr std::size_t most = 64;

  static constexpr std::size_t shingle_words = 4;

  /// What has fewer words has no sketch: too much would be a copy of it.
  static constexpr std::size_t fewest_words = 8;

  /// Begins the text of another article.
  void start();

  /// The next word, by a hash of its term.
  void add(std::uint32_t word) {
    hash_ = hash_ * multiplier + word - oldest() * leaving;
    words_[count_++ % shingle_words] = word;
    if (count_ < shingle_words) return;
    const std::uint64_t shingle = mixed(hash_);
    if (shingle < limit_) keep(shingle);
  }

  /// The sketch: numbers below schema::sketch_numbers, ascending, each once. Valid until start().
  const std::vector<std::uint32_t>& finish();

 private:
  static constexpr std::uint64_t multiplier = 0x9E37'79B9'7F4A'7C15;
  /// multiplier to the power of shingle_words: what the word that leaves the window counts.
  static constexpr std::uint64_t leaving = multiplier * multiplier * multiplier * multiplier;
  static_assert(shingle_words == 4);

  /// The finalizer of MurmurHash3: each bit of the result depends on all of `hash`.
  static constexpr std::uint64_t mixed(std::uint64_t hash) {
    hash = (hash ^ (hash >> 33U)) * 0xFF51'AFD7'ED55'8CCD;
    hash = (hash ^ (hash >> 33U)) * 0xC4CE'B9FE'1A85'EC53;
    return hash ^ (hash >> 33U);
  }

  void keep(std::uint64_t shingle);
  std::size_t small_ones() const;

  std::uint64_t oldest() const { return words_[count_ % shingle_words]; }

  std::uint64_t words_[shingle_words] = {};
  std::uint64_t hash_ = 0;  ///< of the last words, as a polynomial
  std::size_t count_ = 0;
  std::uint64_t limit_ = 0;              ///< shingles from here on cannot be in the sketch
  std::vector<std::uint64_t> shingles_;  ///< that may be in it
  std::vector<std::uint32_t> sketch_;
};

}  // namespace news
