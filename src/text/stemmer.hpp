// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/language.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include <xapian.h>

namespace news {

/// The Snowball stemmer of one language.
class Stemmer {
 public:
  /// A language without a stemmer leaves words as they are.
  explicit Stemmer(Language language);

  /// The stem of a case-folded word, without its marks.
  std::string stem(std::string_view folded) const;

 private:
  /// Longer words are no words; Snowball's time grows with them.
  static constexpr std::size_t max_stemmed_bytes = 64;

  Xapian::Stem snowball_;
  bool yo_is_ye_;
};

}  // namespace news
