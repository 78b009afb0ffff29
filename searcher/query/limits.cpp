// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/limits.hpp"

#include <fmt/format.h>

namespace news::limits {

namespace {

/// "5,312"
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

}  // namespace

std::string query_bytes_note() {
  return fmt::format("the query is long: only its first {} bytes were read", grouped(query_bytes));
}

std::string words_note() {
  return fmt::format("the query is long: only its first {} words were searched", grouped(words));
}

std::string phrase_words_note() {
  return fmt::format("of a phrase only the first {} words were searched", phrase_words);
}

std::string near_words_note() {
  return fmt::format("of words NEAR each other only the first {} were searched", near_words);
}

std::string positional_words_note() {
  return "has too many phrases: the words of the later ones were searched wherever they stand";
}

std::string phrases_left_out_note() {
  return "has too many phrases of frequent words: the last ones were left out";
}

std::string near_distance_note(std::string_view typed) {
  return fmt::format("'{}' was read as NEAR/{}", typed, near_distance);
}

std::string expansion_note(std::string_view typed, std::size_t fitting, std::size_t searched) {
  if (searched == 0) {
    return fmt::format("'{}' was left out: other words with * or ~ stand for {} words already",
                       typed, grouped(expansions));
  }
  return fmt::format("'{}' fits {} words; the {} most frequent were searched", typed,
                     grouped(fitting), grouped(searched));
}

std::string terms_looked_at_note(std::string_view typed) {
  return fmt::format("'{}' was not looked for in all words of the index, but in {} of them", typed,
                     grouped(terms_looked_at));
}

}  // namespace news::limits
