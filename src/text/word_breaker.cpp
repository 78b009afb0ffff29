// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/word_breaker.hpp"

#include "news/base/utf8.hpp"

#include <unicode/uchar.h>

namespace news {

namespace {

bool is_letter_or_number(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_NL_MASK)) !=
             0 ||
         is_subscript_digit(c);
}

/// Collects the characters of one atom.
class AtomBuilder {
 public:
  bool started() const { return started_; }

  void add_simple(const CharInfo& info, std::size_t begin, std::size_t end) {
    add(begin, end, info.kind == CharKind::digit);
    atom_.letters_only &= info.kind == CharKind::letter;
    atom_.stemmable &= info.stemmable;
    has_content_ = true;
  }

  void add(char32_t c, std::size_t begin, std::size_t end) {
    const bool subscript = is_subscript_digit(c);
    add(begin, end, subscript || u_isdigit(static_cast<UChar32>(c)));
    atom_.letters_only &=
        (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
    atom_.stemmable &= is_stemmable(c);
    atom_.ends_subscript = subscript;
    atom_.simple = false;
    has_content_ |= is_letter_or_number(c);
  }

  /// Hands over the atom, unless it is nothing but marks, and starts afresh.
  void finish(std::vector<Atom>& atoms) {
    if (started_ && has_content_) atoms.push_back(atom_);
    *this = AtomBuilder();
  }

 private:
  void add(std::size_t begin, std::size_t end, bool digit) {
    if (!started_) {
      started_ = true;
      atom_.begin = static_cast<std::uint32_t>(begin);
      atom_.starts_digit = digit;
    }
    atom_.end = static_cast<std::uint32_t>(end);
    atom_.ends_digit = digit;
    ++atom_.chars;
  }

  Atom atom_;
  bool started_ = false;
  bool has_content_ = false;
};

}  // namespace

void WordBreaker::find_atoms(std::string_view text, std::size_t begin, std::size_t end,
                             std::vector<Atom>& atoms) {
  const std::size_t before = atoms.size();
  if (!icu_only_ && find_simple_atoms(text, begin, end, atoms)) return;
  atoms.resize(before);
  find_atoms_with_icu(text, begin, end, atoms);
}

/// False if the piece has a complex character; `atoms` is then to be thrown away.
bool WordBreaker::find_simple_atoms(std::string_view text, std::size_t begin, std::size_t end,
                                    std::vector<Atom>& atoms) {
  AtomBuilder atom;
  for (std::size_t at = begin; at < end;) {
    const std::size_t start = at;
    const CharInfo& info = char_info(utf8::decode(text, at));
    switch (info.kind) {
      case CharKind::separator:
        if (atom.started()) atom.finish(atoms);
        break;
      case CharKind::letter:
      case CharKind::digit:
        atom.add_simple(info, start, at);
        break;
      case CharKind::complex:
        return false;
    }
  }
  atom.finish(atoms);
  return true;
}

void WordBreaker::find_atoms_with_icu(std::string_view text, std::size_t begin, std::size_t end,
                                      std::vector<Atom>& atoms) {
  words_.set_text(text.substr(begin, end - begin));
  AtomBuilder atom;
  bool after_subscript = false;
  for (std::size_t at = begin; at < end;) {
    const std::size_t boundary = begin + words_.next().value_or(end - begin);
    while (at < boundary) {
      const std::size_t start = at;
      const char32_t c = utf8::decode(text, at);
      if (is_word_char(c)) {
        atom.add(c, start, at);
        after_subscript = is_subscript_digit(c);
      } else if (!is_invisible(c)) {
        atom.finish(atoms);
        after_subscript = false;
      }
    }
    if (at >= end) break;
    std::size_t peek = at;
    const char32_t next = utf8::decode(text, peek);
    // ICU divides around the subscripts of a formula, which are one word for a reader.
    if (!after_subscript && !is_subscript_digit(next)) atom.finish(atoms);
  }
  atom.finish(atoms);
}

}  // namespace news
