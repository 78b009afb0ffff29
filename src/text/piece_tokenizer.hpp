// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/arena.hpp"
#include "news/text/tokenizer.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/word_breaker.hpp"

namespace news {

/// A piece without white space that is longer than this is cut, so that memory stays bounded
/// whatever the input.
inline constexpr std::size_t max_piece_bytes = std::size_t{64} * 1024;

/// The end of the piece of `text` that begins at `begin`: the next ASCII white space, or where a
/// piece that is too long is cut.
std::size_t piece_end(std::string_view text, std::size_t begin);

/// Finds the words of one piece of text after another, by the rules of Tokenizer.
///
/// The words of a piece that ends at white space, or where the text does, depend on the bytes of
/// this piece alone: no rule looks over a white space. Nor do they depend on the marks that
/// src/text/piece.hpp trims at its ends.
class PieceTokenizer {
 public:
  explicit PieceTokenizer(Tokenizer::Boundaries boundaries) : breaker_(boundaries) {}

  /// Goes on to another text, which must outlive its use here. Ends the views of all words.
  void start(std::string_view text);

  /// Appends the words of the piece from `begin` to `end` to `words`. Their views are valid until
  /// the next start.
  void take(std::size_t begin, std::size_t end, std::vector<Word>& words);

 private:
  /// What a word is made from: `raw` is its text without what the rules take out.
  struct Source {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view raw = {};
    bool simple = true;
    bool stemmable = false;
  };

  /// How an atom and the next one go together.
  enum class Joint {
    separate,  ///< two words
    glue,      ///< one word, without what stands between them
    keep,      ///< one word, with it
    drop,      ///< the next one is an ending to leave out
  };

  std::string_view raw(const Atom& atom) const;
  std::string_view between(std::size_t i) const;
  std::size_t take_word(std::size_t i, std::vector<Word>& words);
  std::size_t take_number(std::size_t i, std::vector<Word>& words);
  std::size_t behind_ending(std::size_t last) const;
  Joint joint_after(std::size_t i) const;
  bool is_ending(std::size_t i) const;
  bool continues_number(std::size_t i) const;
  void take_plus_signs(Source& source) const;
  void add_word(const Source& source, std::vector<Word>& words);
  Word folded_word(const Source& source);
  void fold_ascii(std::string_view raw_word, Word& word);
  void fold_simple(std::string_view raw_word, Word& word);
  std::string_view tag_at(std::size_t begin);

  WordBreaker breaker_;
  std::string_view text_;
  Arena arena_;
  std::vector<Atom> atoms_;
  std::string joined_;
  std::string folded_;
  std::string plain_;
};

}  // namespace news
