// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/byte_range.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace news {

/// Divides text into sentences: ICU's sentence boundaries, except behind the abbreviations that
/// news is full of ("Mr. ", "J. ", "U.S. ", "Nov. 20"). A line end always ends a sentence.
///
/// An object is for one thread.
class SentenceSplitter {
 public:
  SentenceSplitter();
  ~SentenceSplitter();
  SentenceSplitter(SentenceSplitter&&) noexcept;
  SentenceSplitter& operator=(SentenceSplitter&&) noexcept;

  /// The sentences of well-formed UTF-8, in order, without the white space around them.
  std::vector<ByteRange> split(std::string_view text);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace news
