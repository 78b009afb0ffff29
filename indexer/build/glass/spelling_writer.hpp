// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/glass/table_writer.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace news::glass {

/// Writes the spelling table: words with their frequencies, and for each fragment of a word (its
/// first two bytes, its last two, three in a row) the words that have it, which is where Xapian
/// looks for what a misspelt word may mean. Words are kept in memory until they are written.
class SpellingWriter {
 public:
  /// Adds to a word's frequency. Words of one byte are of no use and left out, as are those of more
  /// than max_word_bytes.
  void add(std::string_view word, std::uint32_t frequency = 1);

  bool empty() const { return words_.empty(); }

  /// For the version file.
  std::uint64_t highest_frequency() const { return highest_; }

  /// Throws FileError.
  RootInfo write(const std::filesystem::path& path) const;

  static constexpr std::size_t max_word_bytes = 64;

 private:
  std::map<std::string, std::uint64_t, std::less<>> words_;
  std::uint64_t highest_ = 0;
};

}  // namespace news::glass
