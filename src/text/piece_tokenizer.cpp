// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/piece_tokenizer.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/fold.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/numbers.hpp"

namespace news {

namespace {

/// A word is folded no further than this, which leaves more than Tokenizer::max_word_bytes in any
/// script.
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

/// Whether a name such as "C++" can end before `rest`.
bool is_end_of_name(std::string_view rest) {
  std::size_t at = 0;
  const char32_t c = utf8::decode(rest, at);
  return c != U'+' && c != U'#' && !is_word_char(c);
}

}  // namespace

std::size_t piece_end(std::string_view text, std::size_t begin) {
  const std::string_view rest = text.substr(begin, max_piece_bytes);
  const auto* const space = std::find_if(rest.begin(), rest.end(), ascii::is_space);
  if (space != rest.end()) return begin + static_cast<std::size_t>(space - rest.begin());
  if (rest.size() < max_piece_bytes) return text.size();
  const std::string_view whole = utf8::truncate(text.substr(begin), max_piece_bytes);
  return begin + std::max<std::size_t>(whole.size(), 1);
}

void PieceTokenizer::start(std::string_view text) {
  text_ = text;
  arena_.clear();
}

void PieceTokenizer::take(std::size_t begin, std::size_t end, std::vector<Word>& words) {
  atoms_.clear();
  breaker_.find_atoms(text_, begin, end, atoms_);
  for (std::size_t i = 0; i < atoms_.size();) i = take_word(i, words);
}

std::string_view PieceTokenizer::raw(const Atom& atom) const {
  return text_.substr(atom.begin, atom.end - atom.begin);
}

std::string_view PieceTokenizer::between(std::size_t i) const {
  return text_.substr(atoms_[i].end, atoms_[i + 1].begin - atoms_[i].end);
}

/// Appends the word or words that begin with atom `i`; returns the first atom behind them.
std::size_t PieceTokenizer::take_word(std::size_t i, std::vector<Word>& words) {
  if (continues_number(i)) return take_number(i, words);
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
  Source source{.begin = first.begin, .end = atoms_[last].end};
  source.raw = last == i ? raw(first) : std::string_view(joined_);
  source.stemmable = letters_only;
  for (std::size_t k = i; k <= last; ++k) {
    source.simple = source.simple && atoms_[k].simple;
    source.stemmable = source.stemmable && atoms_[k].letters_only && atoms_[k].stemmable;
  }
  if (last == i && first.chars == 1) take_plus_signs(source);
  add_word(source, words);
  return behind_ending(last);
}

/// The first atom behind `last` and an ending that is to be left out.
std::size_t PieceTokenizer::behind_ending(std::size_t last) const {
  const bool ending = last + 1 < atoms_.size() && joint_after(last) == Joint::drop;
  return last + (ending ? 2 : 1);
}

PieceTokenizer::Joint PieceTokenizer::joint_after(std::size_t i) const {
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
    return letters && is_hebrew(utf8::last(raw(a))) && is_hebrew(utf8::last(raw(b)))
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
bool PieceTokenizer::is_ending(std::size_t i) const {
  const Atom& atom = atoms_[i];
  if (atom.chars > 2 || !is_english_ending(ascii::to_lower(raw(atom)))) return false;
  return i + 1 == atoms_.size() || !is_apostrophe(between(i));
}

bool PieceTokenizer::continues_number(std::size_t i) const {
  if (i + 1 >= atoms_.size()) return false;
  static constexpr std::array<std::string_view, 4> marks = {".", ",", "\uFF0E", "\uFF0C"};
  return is_any_of(between(i), marks) && atoms_[i].ends_digit && atoms_[i + 1].starts_digit;
}

std::size_t PieceTokenizer::take_number(std::size_t i, std::vector<Word>& words) {
  std::size_t last = i;
  bool simple = atoms_[i].simple;
  while (continues_number(last)) simple = atoms_[++last].simple && simple;
  Source whole{.begin = atoms_[i].begin, .end = atoms_[last].end, .simple = simple};
  whole.raw = text_.substr(whole.begin, whole.end - whole.begin);
  Word word = folded_word(whole);
  if (const auto number = canonical_number(word.plain)) {
    word.plain = word.folded = arena_.store(*number);
    words.push_back(word);
    return behind_ending(last);
  }
  // A list without spaces, such as 1,2,3: each part is a word.
  for (std::size_t k = i; k <= last; ++k) {
    add_word({.begin = atoms_[k].begin,
              .end = atoms_[k].end,
              .raw = raw(atoms_[k]),
              .simple = atoms_[k].simple},
             words);
  }
  return behind_ending(last);
}

/// Extends the single letter of "C++" or "C#".
void PieceTokenizer::take_plus_signs(Source& source) const {
  if (source.raw.size() != 1 || !ascii::is_alpha(source.raw.front())) return;
  const std::string_view rest = text_.substr(source.end);
  const std::size_t length = rest.starts_with("++") ? 2 : rest.starts_with("#") ? 1 : 0;
  if (length == 0) return;
  if (rest.size() > length && !is_end_of_name(rest.substr(length))) return;
  source.raw = text_.substr(source.begin, source.raw.size() + length);
  source.end += static_cast<std::uint32_t>(length);
  source.stemmable = false;
}

void PieceTokenizer::add_word(const Source& source, std::vector<Word>& words) {
  const Word word = folded_word(source);
  if (!word.plain.empty()) words.push_back(word);
}

Word PieceTokenizer::folded_word(const Source& source) {
  Word word{.begin = source.begin, .end = source.end, .stemmable = source.stemmable};
  word.tag = tag_at(source.begin);
  const std::string_view raw_word = utf8::truncate(source.raw, max_raw_word_bytes);
  if (source.simple && ascii::is_ascii(raw_word)) {
    fold_ascii(raw_word, word);
  } else if (source.simple) {
    fold_simple(raw_word, word);
  } else {
    const std::string folded = fold_case(raw_word);
    word.folded = arena_.store(utf8::truncate(folded, Tokenizer::max_word_bytes));
    word.plain = arena_.store(utf8::truncate(fold_marks(folded), Tokenizer::max_word_bytes));
  }
  return word;
}

void PieceTokenizer::fold_ascii(std::string_view raw_word, Word& word) {
  const std::string_view kept = raw_word.substr(0, Tokenizer::max_word_bytes);
  char* const bytes = arena_.allocate(kept.size());
  std::transform(kept.begin(), kept.end(), bytes, [](char c) { return ascii::to_lower(c); });
  word.folded = word.plain = {bytes, kept.size()};
}

void PieceTokenizer::fold_simple(std::string_view raw_word, Word& word) {
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
  word.folded = arena_.store(utf8::truncate(folded_, Tokenizer::max_word_bytes));
  word.plain = folded_ == plain_ ? word.folded
                                 : arena_.store(utf8::truncate(plain_, Tokenizer::max_word_bytes));
}

/// The handle or hash tag that begins before the word at `begin`, folded, or nothing.
std::string_view PieceTokenizer::tag_at(std::size_t begin) {
  if (begin == 0) return {};
  const auto last_byte = static_cast<unsigned char>(text_[begin - 1]);
  if (last_byte < 0x80 && last_byte != '@' && last_byte != '#') return {};
  const std::string_view before = text_.substr(0, begin);
  const char32_t sign = utf8::last(before);
  const bool at_sign = sign == U'@' || sign == U'\uFF20';
  if (!at_sign && sign != U'#' && sign != U'\uFF03') return {};
  const std::string_view earlier = before.substr(0, begin - (sign < 0x80 ? 1 : 3));
  if (!earlier.empty() && is_word_char(utf8::last(earlier))) return {};
  std::size_t end = begin;
  while (end < text_.size() && end - begin < Tokenizer::max_word_bytes) {
    std::size_t next = end;
    const char32_t c = utf8::decode(text_, next);
    if (c != U'_' && !is_word_char(c)) break;
    end = next;
  }
  const std::string name = fold_marks(fold_case(text_.substr(begin, end - begin)));
  return arena_.store((at_sign ? "@" : "#") +
                      std::string(utf8::truncate(name, Tokenizer::max_word_bytes - 1)));
}

}  // namespace news
