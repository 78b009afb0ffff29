// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/text/language.hpp"
#include "news/text/tokenizer.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace news {

/// One word of a text as the index knows it.
struct Token {
  std::string_view term = {};  ///< the folded word; never empty, at most Tokenizer::max_word_bytes
  std::string_view stem = {};  ///< its stem, or empty for what has none: numbers, Chinese, "c++"
  std::string_view tag = {};   ///< "@name" or "#topic" where the word starts one, else empty
  std::uint32_t begin = 0;     ///< the bytes of the original text
  std::uint32_t end = 0;
};

/// Turns text into tokens: the one way in which articles, queries and snippets are analysed, so
/// that they always agree. Words are those of Tokenizer; each is stemmed for the language of its
/// text, before its accents go, and then loses them. Which words have a stem does not depend on the
/// language (a language without a stemmer gives the word itself), so a query in one language finds
/// names in articles of another.
///
/// An object is for one thread; it remembers the stems of the words it met.
class Analyzer {
 public:
  /// Names the rules of analysis. An index made under another name must be built again.
  static constexpr std::string_view rules = "1";

  explicit Analyzer(Tokenizer::Boundaries boundaries = Tokenizer::Boundaries::fast);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// The tokens of `text` (UTF-8, less than 4 GiB), in order. The result and its views are valid
  /// until the next call.
  const std::vector<Token>& analyze(std::string_view text, Language language);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace news
