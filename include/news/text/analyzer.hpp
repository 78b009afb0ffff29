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
  /// The lexeme of a token that has none.
  static constexpr std::uint32_t no_lexeme = 0xFFFFFFFF;

  std::string_view term = {};  ///< the folded word; never empty, at most Tokenizer::max_word_bytes
  std::string_view stem = {};  ///< its stem, or empty for what has none: numbers, Chinese, "c++"
  std::string_view tag = {};   ///< "@name" or "#topic" where the word starts one, else empty
  std::uint32_t begin = 0;     ///< the bytes of the original text
  std::uint32_t end = 0;
  /// A number for the triple of term, stem and tag: tokens of one analyzer with the same number
  /// have the same term, stem and tag, until the next trim(). Not every token has one, and two
  /// numbers may stand for the same triple.
  std::uint32_t lexeme = no_lexeme;
};

/// Turns text into tokens: the one way in which articles, queries and snippets are analysed, so
/// that they always agree. Words are those of Tokenizer; each is stemmed for the language of its
/// text, before its accents go, and then loses them. Which words have a stem does not depend on the
/// language (a language without a stemmer gives the word itself), so a query in one language finds
/// names in articles of another.
///
/// News repeats its words, so an object remembers the tokens of what it met between two white
/// spaces, for each language: pieces of up to 48 bytes, 64 Ki of them a language, and 8 MiB in all.
/// What it meets when that is full it analyses each time anew, until trim().
///
/// An object is for one thread, and cheap to make.
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

  /// Forgets the remembered words if they have grown beyond their limit. Lexeme numbers start again
  /// then, and true is returned. Called between batches; it ends the result of analyze().
  bool trim();

  /// One more than the highest lexeme number in use. Numbers are given from 0 up without gaps.
  std::uint32_t lexemes() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace news
