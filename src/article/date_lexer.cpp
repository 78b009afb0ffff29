// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/date_lexer.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/fold.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace news {

namespace {

/// What these say of ASCII needs no table.
int digit_of(char32_t c) {
  if (c >= 0x80) return digit_value(c);
  return ascii::is_digit(static_cast<char>(c)) ? static_cast<int>(c - U'0') : -1;
}

bool is_letter(char32_t c) {
  return c < 0x80 ? ascii::is_alpha(static_cast<char>(c)) : is_word_char(c) && digit_value(c) < 0;
}

/// Thai, Lao, Burmese and Khmer, which write no spaces; the names of their months stand between
/// figures all the same.
bool is_southeast_asian(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF);
}

/// Whether a word goes on behind `c`, rather than `c` being a word of its own.
bool joins_words(char32_t c) { return c < 0x80 || is_stemmable(c) || is_southeast_asian(c); }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {
    constexpr std::size_t usual_tokens = 16;
    tokens_.reserve(usual_tokens);
  }

  std::vector<DateToken> run() {
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      const char32_t c = utf8::decode(text_, at_);
      if (c == U'\u00A0' || c == U'\u202F' || (c < 0x80 && ascii::is_space(static_cast<char>(c)))) {
        continue;
      }
      if (digit_of(c) >= 0) {
        number(start);
      } else if (is_letter(c)) {
        word(start, c);
      } else if (!is_invisible(c)) {
        DateToken token{.kind = DateToken::Kind::mark, .range = {start, at_}};
        token.mark = c;
        tokens_.push_back(token);
      }
    }
    return std::move(tokens_);
  }

 private:
  static constexpr int max_digits = 14;
  /// More than the longest name of a month or weekday.
  static constexpr std::size_t max_word_bytes = 64;

  void number(std::size_t start) {
    DateToken token{.kind = DateToken::Kind::number};
    at_ = start;
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const int digit = digit_of(utf8::decode(text_, next));
      if (digit < 0) break;
      ++token.digits;
      token.value = token.digits > max_digits ? -1 : token.value * 10 + digit;
      at_ = next;
    }
    token.range = {start, at_};
    tokens_.push_back(std::move(token));
  }

  void word(std::size_t start, char32_t first) {
    while (joins_words(first) && at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t c = utf8::decode(text_, next);
      if (!is_letter(c) || !joins_words(c)) break;
      at_ = next;
    }
    DateToken token{.kind = DateToken::Kind::word, .range = {start, at_}};
    // Folding thousands of marks on one letter takes quadratic time.
    const std::string_view start_of_word = utf8::truncate(token.range.in(text_), max_word_bytes);
    token.word = fold_marks(fold_case(start_of_word));
    token.capitals = std::all_of(start_of_word.begin(), start_of_word.end(),
                                 [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    tokens_.push_back(std::move(token));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<DateToken> tokens_;
};

}  // namespace

DateTokens::DateTokens(std::string_view text) : tokens_(Lexer(text).run()) {}

bool DateTokens::is_any_word(Position at, std::initializer_list<std::string_view> words) const {
  return is_word(at) && std::find(words.begin(), words.end(), tokens_[at].word) != words.end();
}

}  // namespace news
