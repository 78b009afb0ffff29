// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/language.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace news {

/// The Snowball stemmer of one language, with the stems of recent words at hand: news repeats its
/// words, and a look-up costs a tenth of stemming.
class Stemmer {
 public:
  /// A language without a stemmer leaves words as they are.
  explicit Stemmer(Language language);

  /// The stem of a case-folded word, without its marks. Valid until the next call.
  std::string_view stem(std::string_view folded);

 private:
  struct Entry {
    std::string word;
    std::string stem;
  };

  static constexpr std::size_t cache_entries = std::size_t{1} << 14U;
  /// Longer words are no words; Snowball's time grows with them.
  static constexpr std::size_t max_stemmed_bytes = 64;

  std::string compute(std::string_view folded) const;

  Xapian::Stem snowball_;
  bool yo_is_ye_;
  std::vector<Entry> cache_;
  std::string uncached_;
};

}  // namespace news
