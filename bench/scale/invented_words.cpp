// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/scale/invented_words.hpp"

#include <array>
#include <string_view>

namespace news::bench {

namespace {

constexpr auto function_words = std::to_array<const char*>(
    {"the",  "of",   "to",  "in",   "and",  "a",   "said", "for",   "on",  "it",
     "that", "was",  "is",  "by",   "from", "at",  "with", "its",   "be",  "as",
     "will", "are",  "has", "an",   "have", "not", "he",   "which", "but", "would",
     "were", "this", "had", "they", "been", "or",  "more", "their"});

constexpr std::uint64_t forms = 3;
constexpr std::array<const char*, forms> endings = {"", "s", "ing"};

/// A consonant and a vowel for each digit, and a consonant that no English ending changes.
std::string stem(std::uint64_t number) {
  constexpr std::string_view consonants = "bdfgklmnprtvz";
  constexpr std::string_view vowels = "aiou";
  constexpr std::string_view last = "mnrkpt";
  const std::uint64_t syllables = consonants.size() * vowels.size();
  std::string word;
  const char end = last[number % last.size()];
  // Bijective numbers, so that no stem is another one with something in front; from two syllables
  // on, as no function word is.
  for (std::uint64_t left = number / last.size() + 1 + syllables; left > 0;) {
    const std::uint64_t digit = (left - 1) % syllables;
    left = (left - 1) / syllables;
    word.push_back(consonants[digit / vowels.size()]);
    word.push_back(vowels[digit % vowels.size()]);
  }
  word.push_back(end);
  return word;
}

}  // namespace

std::string word_of_rank(std::uint64_t rank) {
  if (rank <= function_words.size()) return function_words[rank - 1];
  const std::uint64_t number = rank - function_words.size() - 1;
  return stem(number / forms) + endings[number % forms];
}

bool is_name(std::uint64_t rank) {
  constexpr std::uint64_t one_in = 7;
  return rank > function_words.size() && rank % one_in == 0;
}

}  // namespace news::bench
