// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/mask.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace news {

namespace {

/// Those whose stemmers (Snowball's) keep the first two letters, but for those of "dying".
constexpr std::array<std::string_view, 10> suffixing = {"en", "de", "fr", "es", "it",
                                                        "pt", "nl", "sv", "da", "no"};

bool only_suffixes(Language language) {
  return std::find(suffixing.begin(), suffixing.end(), language.code()) != suffixing.end();
}

constexpr std::size_t index_of(char c) { return static_cast<unsigned char>(c); }

/// The first two letters of words, in small letters. A form of one letter stands for all second
/// letters.
class Openings {
 public:
  explicit Openings(const QueryTerms& terms) {
    terms.for_each_term([this](std::string_view term) { add(term); });
  }

  /// Whether the query has numbers, which texts write in more ways than one.
  bool has_numbers() const { return has_numbers_; }

  /// Whether a word of the query may begin with an ASCII letter or digit and what is behind it.
  bool allow(char first, char second) const {
    const std::uint32_t seconds = seconds_of_[index_of(ascii::to_lower(first))];
    return seconds != 0 && (seconds & (bit_of(second) | any)) != 0;
  }

 private:
  /// A bit for each letter, one for whatever is no letter, and one that stands for all.
  static constexpr std::uint32_t other = 1U << 26U;
  static constexpr std::uint32_t any = 1U << 27U;

  static constexpr std::uint32_t bit_of(char c) {
    return ascii::is_alpha(c) ? 1U << static_cast<unsigned>(ascii::to_lower(c) - 'a') : other;
  }

  void add(std::string_view term) {
    if (term.empty()) return;
    has_numbers_ |= ascii::is_digit(term.front());
    // What stands behind the first letter in the text may be no part of the word ("U.S.").
    std::uint32_t seconds = other;
    const char second = term.size() > 1 ? term[1] : '\0';
    seconds |= ascii::is_alpha(second) ? bit_of(second) : any;
    if (second == 'i') seconds |= bit_of('y');  // die, dying
    seconds_of_[index_of(term.front())] |= seconds;
  }

  std::array<std::uint32_t, 256> seconds_of_{};
  bool has_numbers_ = false;
};

/// Whether what stands between two white spaces has a word, and whether that may be one of the
/// query's.
enum class Content { no_word, other_words, candidate };

Content content_of(std::string_view piece, const Openings& openings) {
  bool inside = false;
  bool has_word = false;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const char c = piece[i];
    if (static_cast<unsigned char>(c) >= 0x80) return Content::candidate;
    const bool word = ascii::is_alnum(c);
    if (word && !inside) {
      has_word = true;
      if (openings.allow(c, i + 1 < piece.size() ? piece[i + 1] : ' ')) return Content::candidate;
    }
    inside = word;
  }
  return has_word ? Content::other_words : Content::no_word;
}

std::size_t end_of_piece(std::string_view text, std::size_t at) {
  while (at < text.size() && !ascii::is_space(text[at])) ++at;
  return at;
}

}  // namespace

std::string_view mask_other_words(std::string_view text, Language language, const QueryTerms& terms,
                                  std::string& buffer) {
  const Openings openings(terms);
  if (openings.has_numbers() || !only_suffixes(language)) return text;
  buffer.assign(text.size(), ' ');
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (ascii::is_space(text[at])) continue;
    const std::string_view piece = text.substr(at, end_of_piece(text, at) - at);
    const Content content = content_of(piece, openings);
    if (content == Content::candidate) std::memcpy(buffer.data() + at, piece.data(), piece.size());
    if (content == Content::other_words) buffer[at] = '0';
    at += piece.size();
  }
  return buffer;
}

}  // namespace news
