// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/tokenizer.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/fold.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/numbers.hpp"
#include "text/word_breaker.hpp"

namespace news {

namespace {

/// A piece without white space that is longer than this is cut, so that memory stays bounded
/// whatever the input.
constexpr std::size_t max_piece_bytes = std::size_t{64} * 1024;

/// A word is folded no further than this, which leaves more than max_word_bytes in any script.
constexpr std::size_t max_raw_word_bytes = 4 * Tokenizer::max_word_bytes;

template <std::size_t N>
bool is_any_of(std::string_view text, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool is_apostrophe(std::string_view between) {
  static constexpr std::array<std::string_view, 5> apostrophes = {"'", "\u2019", "\u2018", "\uFF07",
                                                                  "\u00B4"};
  return is_any_of(between, apostrophes);
}

/// Articles, pronouns and prepositions that lose their vowel before another word.
bool is_elided(std::string_view lower) {
  static constexpr std::array<std::string_view, 27> words = {
      "l",     "d",      "j",      "m",      "n",      "s",      "t",    "c",    "qu",
      "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu", "un",   "dell", "all",
      "dall",  "nell",   "sull",   "coll",   "quell",  "quest",  "sant", "gl",   "cos"};
  return is_any_of(lower, words);
}

/// What English puts behind an apostrophe and a reader does not count as part of the word.
bool is_english_ending(std::string_view lower) {
  static constexpr std::array<std::string_view, 6> endings = {"s", "ll", "re", "ve", "d", "m"};
  return is_any_of(lower, endings);
}

char32_t last_char(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return utf8::decode(text, at);
}

/// How an atom and the next one go together.
enum class Joint {
  separate,  ///< two words
  glue,      ///< one word, without what stands between them
  keep,      ///< one word, with it
  drop,      ///< the next one is an ending to leave out
};

}  // namespace

class Tokenizer::Impl {
 public:
  explicit Impl(Boundaries boundaries) : breaker_(boundaries) {}

  const std::vector<Word>& tokenize(std::string_view text) {
    text_ = text;
    arena_.clear();
    words_.clear();
    for (std::size_t at = 0; at < text.size();) {
      if (ascii::is_space(text[at])) {
        ++at;
        continue;
      }
      const std::size_t end = piece_end(at);
      atoms_.clear();
      breaker_.find_atoms(text, at, end, atoms_);
      for (std::size_t i = 0; i < atoms_.size();) i = take_word(i);
      at = end;
    }
    return words_;
  }

 private:
  std::size_t piece_end(std::size_t begin) const {
    const std::string_view rest = text_.substr(begin, max_piece_bytes);
    const auto* const space = std::find_if(rest.begin(), rest.end(), ascii::is_space);
    if (space != rest.end()) return begin + static_cast<std::size_t>(space - rest.begin());
    if (rest.size() < max_piece_bytes) return text_.size();
    const std::string_view whole = utf8::truncate(text_.substr(begin), max_piece_bytes);
    return begin + std::max<std::size_t>(whole.size(), 1);
  }

  std::string_view raw(const Atom& atom) const {
    return text_.substr(atom.begin, atom.end - atom.begin);
  }

  std::string_view between(std::size_t i) const {
    return text_.substr(atoms_[i].end, atoms_[i + 1].begin - atoms_[i].end);
  }

  /// Appends the word or words that begin with atom `i`; returns the first atom behind them.
  std::size_t take_word(std::size_t i) {
    if (continues_number(i)) return take_number(i);
    const Atom& first = atoms_[i];
    std::size_t last = i;
    bool letters_only = first.letters_only;
    joined_.clear();
    while (last + 1 < atoms_.size()) {
      const Joint joint = joint_after(last);
      if (joint != Joint::glue && joint != Joint::keep) break;
      if (joined_.empty()) joined_ = raw(first);
      if (joint == Joint::keep) joined_ += between(last);
      letters_only = letters_only && joint == Joint::glue;
      ++last;
      joined_ += raw(atoms_[last]);
    }
    Piece piece{.begin = first.begin, .end = atoms_[last].end};
    piece.raw = last == i ? raw(first) : std::string_view(joined_);
    piece.stemmable = letters_only;
    for (std::size_t k = i; k <= last; ++k) {
      piece.simple = piece.simple && atoms_[k].simple;
      piece.stemmable = piece.stemmable && atoms_[k].letters_only && atoms_[k].stemmable;
    }
    if (last == i && first.chars == 1) take_plus_signs(piece);
    add_word(piece);
    return behind_ending(last);
  }

  /// The first atom behind `last` and an ending that is to be left out.
  std::size_t behind_ending(std::size_t last) const {
    const bool ending = last + 1 < atoms_.size() && joint_after(last) == Joint::drop;
    return last + (ending ? 2 : 1);
  }

  Joint joint_after(std::size_t i) const {
    const Atom& a = atoms_[i];
    const Atom& b = atoms_[i + 1];
    const std::string_view mark = between(i);
    const bool letters = a.letters_only && b.letters_only;
    if (mark == ".") return letters && a.chars == 1 && b.chars == 1 ? Joint::glue : Joint::separate;
    if (mark == "&" || mark == "\uFF06") {
      return letters && a.chars <= 3 && b.chars <= 3 ? Joint::keep : Joint::separate;
    }
    if (mark == "\u00B7") return letters ? Joint::glue : Joint::separate;
    if (mark == "\"" || mark == "\u05F4" || mark == "\u05F3") {
      return letters && is_hebrew(last_char(raw(a))) && is_hebrew(last_char(raw(b)))
                 ? Joint::glue
                 : Joint::separate;
    }
    // "the U.S.'s": the acronym's last full stop stands before the apostrophe.
    const bool behind_stop = mark.size() > 1 && mark.front() == '.';
    if (!is_apostrophe(behind_stop ? mark.substr(1) : mark)) return Joint::separate;
    if (is_ending(i + 1)) return Joint::drop;
    if (behind_stop) return Joint::separate;
    if (a.ends_digit && b.starts_digit) return Joint::glue;
    if (a.chars <= 6 && is_elided(ascii::to_lower(raw(a)))) return Joint::separate;
    return letters ? Joint::glue : Joint::separate;
  }

  /// Whether atom `i`, which stands behind an apostrophe, is an English ending.
  bool is_ending(std::size_t i) const {
    const Atom& atom = atoms_[i];
    if (atom.chars > 2 || !is_english_ending(ascii::to_lower(raw(atom)))) return false;
    return i + 1 == atoms_.size() || !is_apostrophe(between(i));
  }

  bool continues_number(std::size_t i) const {
    if (i + 1 >= atoms_.size()) return false;
    static constexpr std::array<std::string_view, 4> marks = {".", ",", "\uFF0E", "\uFF0C"};
    return is_any_of(between(i), marks) && atoms_[i].ends_digit && atoms_[i + 1].starts_digit;
  }

  std::size_t take_number(std::size_t i) {
    std::size_t last = i;
    bool simple = atoms_[i].simple;
    while (continues_number(last)) simple = atoms_[++last].simple && simple;
    Piece whole{.begin = atoms_[i].begin, .end = atoms_[last].end, .simple = simple};
    whole.raw = text_.substr(whole.begin, whole.end - whole.begin);
    Word word = folded_word(whole);
    if (const auto number = canonical_number(word.plain)) {
      word.plain = word.folded = arena_.store(*number);
      words_.push_back(word);
      return behind_ending(last);
    }
    // A list without spaces, such as 1,2,3: each part is a word.
    for (std::size_t k = i; k <= last; ++k) {
      add_word({.begin = atoms_[k].begin,
                .end = atoms_[k].end,
                .raw = raw(atoms_[k]),
                .simple = atoms_[k].simple});
    }
    return behind_ending(last);
  }

  /// What a word is made from: `raw` is its text without what the rules take out.
  struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view raw = {};
    bool simple = true;
    bool stemmable = false;
  };

  /// Extends the single letter of "C++" or "C#".
  void take_plus_signs(Piece& piece) {
    if (piece.raw.size() != 1 || !ascii::is_alpha(piece.raw.front())) return;
    const std::string_view rest = text_.substr(piece.end);
    const std::size_t length = rest.starts_with("++") ? 2 : rest.starts_with("#") ? 1 : 0;
    if (length == 0) return;
    if (rest.size() > length && !is_end_of_name(rest.substr(length))) return;
    piece.raw = text_.substr(piece.begin, piece.raw.size() + length);
    piece.end += static_cast<std::uint32_t>(length);
    piece.stemmable = false;
  }

  static bool is_end_of_name(std::string_view rest) {
    std::size_t at = 0;
    const char32_t c = utf8::decode(rest, at);
    return c != U'+' && c != U'#' && !is_word_char(c);
  }

  void add_word(const Piece& piece) {
    const Word word = folded_word(piece);
    if (!word.plain.empty()) words_.push_back(word);
  }

  Word folded_word(const Piece& piece) {
    Word word{.begin = piece.begin, .end = piece.end, .stemmable = piece.stemmable};
    word.tag = tag_at(piece.begin);
    const std::string_view raw_word = utf8::truncate(piece.raw, max_raw_word_bytes);
    if (piece.simple) {
      fold_simple(raw_word, word);
    } else {
      const std::string folded = fold_case(raw_word);
      word.folded = arena_.store(utf8::truncate(folded, max_word_bytes));
      word.plain = arena_.store(utf8::truncate(fold_marks(folded), max_word_bytes));
    }
    return word;
  }

  void fold_simple(std::string_view raw_word, Word& word) {
    folded_.clear();
    plain_.clear();
    for (std::size_t at = 0; at < raw_word.size();) {
      const std::size_t start = at;
      const CharInfo& info = char_info(utf8::decode(raw_word, at));
      if (info.kind == CharKind::separator) {  // a mark that was kept, such as "&"
        folded_ += raw_word.substr(start, at - start);
        plain_ += raw_word.substr(start, at - start);
      } else {
        folded_ += info.folded();
        plain_ += info.plain();
      }
    }
    word.folded = arena_.store(utf8::truncate(folded_, max_word_bytes));
    word.plain =
        folded_ == plain_ ? word.folded : arena_.store(utf8::truncate(plain_, max_word_bytes));
  }

  /// The handle or hash tag that begins before the word at `begin`, folded, or nothing.
  std::string_view tag_at(std::size_t begin) {
    if (begin == 0) return {};
    const std::string_view before = text_.substr(0, begin);
    const char32_t sign = last_char(before);
    const bool at_sign = sign == U'@' || sign == U'\uFF20';
    if (!at_sign && sign != U'#' && sign != U'\uFF03') return {};
    const std::string_view earlier = before.substr(0, begin - (sign < 0x80 ? 1 : 3));
    if (!earlier.empty() && is_word_char(last_char(earlier))) return {};
    std::size_t end = begin;
    while (end < text_.size() && end - begin < max_word_bytes) {
      std::size_t next = end;
      const char32_t c = utf8::decode(text_, next);
      if (c != U'_' && !is_word_char(c)) break;
      end = next;
    }
    const std::string name = fold_marks(fold_case(text_.substr(begin, end - begin)));
    return arena_.store((at_sign ? "@" : "#") +
                        std::string(utf8::truncate(name, max_word_bytes - 1)));
  }

  WordBreaker breaker_;
  std::string_view text_;
  Arena arena_;
  std::vector<Atom> atoms_;
  std::vector<Word> words_;
  std::string joined_;
  std::string folded_;
  std::string plain_;
};

Tokenizer::Tokenizer(Boundaries boundaries) : impl_(std::make_unique<Impl>(boundaries)) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

const std::vector<Word>& Tokenizer::tokenize(std::string_view text) {
  return impl_->tokenize(text);
}

}  // namespace news
