// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/arena.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// One word of a text, in the forms that later steps want.
struct Word {
  std::uint32_t begin = 0;  ///< the bytes of the text that are this word
  std::uint32_t end = 0;
  std::string_view folded = {};  ///< fold_case of the word: what a stemmer takes
  std::string_view plain = {};   ///< fold_marks of that: what the index stores
  std::string_view tag = {};     ///< "@name" or "#topic" where the word starts one, else empty
  bool stemmable = false;        ///< letters only, of a script whose languages have endings
};

/// Divides UTF-8 text into words. ICU decides where words begin and end (Unicode's word boundaries,
/// and dictionaries for the languages that are written without spaces). On top of that:
///
///   text                     words              rule
///   U.S.  J.P.               us  jp             single letters between full stops: an acronym
///   example.com  a:b  a_b    example com  a b   other punctuation between letters divides
///   8.5  1,000  1.234,56     8.5 1000 1234.56   a number is one word, written in one way
///   Japan's  we'll           japan  we          English endings behind an apostrophe are dropped
///   l'homme  dell'arte       l homme  dell arte an elided article is a word of its own
///   don't  O'Neill           dont  oneill       other apostrophes are dropped
///   AT&T  S&P                at&t  s&p          an ampersand joins one to three letters a side
///   C++  C#                  c++  c#            a single letter takes these along
///   @handle  #tag            handle  tag        and have the whole, with its sign, as `tag`
///   H2O with a subscript     h2o
///
/// The rules are the same for every language, so a query is divided as the documents were. Words
/// are cut to `max_word_bytes`. Bytes that are not UTF-8 divide words.
///
/// An object is for one thread. Cost is linear in the length of the text.
class Tokenizer {
 public:
  /// How word boundaries are found. `icu_only` leaves the fast path out; it is there to test that
  /// both give the same words.
  enum class Boundaries { fast, icu_only };

  /// Room is left for a prefix in Xapian's 245 bytes of term.
  static constexpr std::size_t max_word_bytes = 235;

  explicit Tokenizer(Boundaries boundaries = Boundaries::fast);
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  /// The words of `text`, in order. The result and its views are valid until the next call.
  /// Requires text.size() < 2^32.
  const std::vector<Word>& tokenize(std::string_view text);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace news
