// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/byte_range.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A piece of text as the grammar of dates sees it. White space only separates.
struct DateToken {
  enum class Kind : std::uint8_t { number, word, mark };

  Kind kind = Kind::mark;
  ByteRange range = {};
  std::int64_t value = 0;  ///< of a number; -1 if it has more than 14 digits
  int digits = 0;          ///< of a number, with leading zeros
  /// Folded, the start of a long one; a Han, kana or hangul character is a word of its own.
  std::string word = {};
  bool capitals = false;  ///< a word of capital letters of ASCII, as the names of zones are
  char32_t mark = 0;
};

/// The tokens of a text, with questions about them that may look past the end.
class DateTokens {
 public:
  using Position = std::size_t;

  explicit DateTokens(std::string_view text);

  std::size_t size() const { return tokens_.size(); }
  const DateToken& operator[](Position at) const { return tokens_[at]; }

  bool is_mark(Position at, char32_t mark) const {
    return at < size() && tokens_[at].kind == DateToken::Kind::mark && tokens_[at].mark == mark;
  }
  bool is_word(Position at) const {
    return at < size() && tokens_[at].kind == DateToken::Kind::word;
  }
  bool is_word(Position at, std::string_view word) const {
    return is_word(at) && tokens_[at].word == word;
  }
  bool is_any_word(Position at, std::initializer_list<std::string_view> words) const;
  bool is_number(Position at) const {
    return at < size() && tokens_[at].kind == DateToken::Kind::number;
  }
  bool is_number(Position at, int min_digits, int max_digits) const {
    return is_number(at) && tokens_[at].digits >= min_digits && tokens_[at].digits <= max_digits;
  }
  int value(Position at) const { return static_cast<int>(tokens_[at].value); }
  Position skip_mark(Position at, char32_t mark) const { return is_mark(at, mark) ? at + 1 : at; }

  /// Whether nothing, not even white space, stands between a token and the one before it.
  bool touches_previous(Position at) const {
    return at > 0 && at < size() && tokens_[at - 1].range.end == tokens_[at].range.begin;
  }

 private:
  std::vector<DateToken> tokens_;
};

}  // namespace news
