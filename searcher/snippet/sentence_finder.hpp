// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/sentences.hpp"
#include "searcher/snippet/passages.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace news {

/// Finds sentences where they are needed: only lines that have a match are divided. A line of more
/// than 8 KiB is taken in parts. For one thread.
class SentenceFinder {
 public:
  /// The sentences that have matches, in order. The matches are ascending and outlive the result.
  std::vector<Sentence> with_matches(std::string_view text, std::span<const Match> matches);

  /// The sentences behind `at`, where one ends, as far as the end of a line; empty at the end of
  /// the text.
  std::vector<ByteRange> behind(std::string_view text, std::size_t at);

 private:
  std::vector<ByteRange> around(std::string_view text, std::span<const Match> matches);
  void add(std::string_view text, ByteRange line, std::vector<ByteRange>& sentences);

  SentenceSplitter splitter_;
};

}  // namespace news
