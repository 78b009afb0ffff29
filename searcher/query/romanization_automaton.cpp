// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/romanization_automaton.hpp"

#include "news/base/utf8.hpp"

#include <algorithm>
#include <tuple>

namespace news {

namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

}  // namespace

FromLatinAutomaton::FromLatinAutomaton(std::string_view latin)
    : latin_(latin.substr(0, longest_romanized)), places_(1) {
  if (latin.size() <= longest_romanized) places_.front().set(0);
}

bool FromLatinAutomaton::step(std::size_t depth, char32_t c) {
  taken_.resize(depth);
  taken_.push_back(c);
  places_.resize(depth + 1);
  Places next;
  go_along(romanized_letter(c), places_[depth], next);
  if (depth > 0) go_along(romanized_letter(taken_[depth - 1], c), places_[depth - 1], next);
  places_.push_back(next);
  return next.any() || (places_[depth].any() && begins_romanized_pair(c));
}

/// Adds the places to which the ways of a letter or pair lead; of none if it is null.
void FromLatinAutomaton::go_along(const RomanizedLetter* letter, const Places& from,
                                  Places& to) const {
  if (letter == nullptr) return;
  for (std::size_t at = 0; at <= latin_.size(); ++at) {
    if (!from[at]) continue;
    for_each_way(*letter, [&](std::string_view way) {
      if (!std::string_view(latin_).substr(at).starts_with(way)) return;
      arrive(to, at + way.size(), letter->before_vowels);
    });
  }
}

/// The place behind a letter, and those behind what may stand between it and the next.
void FromLatinAutomaton::arrive(Places& places, std::size_t at, bool before_vowels) const {
  const auto set = [&](std::size_t place) {
    places.set(place);
    const bool vowel = before_vowels && place < latin_.size() && is_vowel(latin_[place]);
    if (vowel) places.set(place + 1);
  };
  set(at);
  if (at > 0 && at < latin_.size() && latin_[at] == latin_[at - 1]) set(at + 1);
}

ToLatinAutomaton::ToLatinAutomaton(std::string_view word) : places_(1) {
  std::u32string text;
  for (std::size_t at = 0; at < word.size();) text.push_back(utf8::decode(word, at));
  letters_.resize(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    add_ways(i, romanized_letter(text[i]), i + 1);
    if (i + 1 < text.size()) add_ways(i, romanized_letter(text[i], text[i + 1]), i + 2);
  }
  if (!text.empty() && text.size() <= longest_romanized) arrive(places_.front(), Place());
}

void ToLatinAutomaton::add_ways(std::size_t letter, const RomanizedLetter* known, std::size_t end) {
  if (known == nullptr) return;
  for_each_way(*known, [&](std::string_view way) {
    if (way.empty()) letters_[letter].silent = true;
    if (!way.empty()) letters_[letter].ways.push_back({way, end, known->before_vowels});
  });
}

/// Adds a place before a letter, and those behind it if it may be silent.
void ToLatinAutomaton::arrive(Places& places, Place place) const {
  places.push_back(place);
  for (; place.letter < letters_.size() && letters_[place.letter].silent; places.push_back(place)) {
    ++place.letter;
  }
}

bool ToLatinAutomaton::step(std::size_t depth, char32_t c) {
  places_.resize(depth + 1);
  Places next;
  if (c < 0x80) {
    for (const Place& place : places_[depth]) advance(place, static_cast<char>(c), next);
  }
  const auto key = [](const Place& place) {
    return std::tuple(place.letter, place.rest.text.data(), place.rest.text.size(), place.rest.end,
                      place.doubled, place.vowel);
  };
  std::ranges::sort(next, {}, key);
  const auto repeated = std::ranges::unique(next, {}, key);
  next.erase(repeated.begin(), repeated.end());
  places_.push_back(std::move(next));
  return !places_.back().empty();
}

/// Adds the places to which a character leads.
void ToLatinAutomaton::advance(const Place& place, char c, Places& next) const {
  if (!place.rest.text.empty()) {
    go_along(place, place.rest, c, next);
    return;
  }
  if (c == place.doubled) {
    arrive(next, {.letter = place.letter, .rest = {}, .doubled = 0, .vowel = place.vowel});
  }
  if (place.vowel && is_vowel(c)) arrive(next, {.letter = place.letter});
  if (place.letter == letters_.size()) return;
  for (const Way& way : letters_[place.letter].ways) go_along(place, way, c, next);
}

void ToLatinAutomaton::go_along(const Place& place, Way way, char c, Places& next) const {
  if (way.text.front() != c) return;
  way.text.remove_prefix(1);
  if (!way.text.empty()) {
    next.push_back({.letter = place.letter, .rest = way});
  } else {
    arrive(next, {.letter = way.end, .rest = {}, .doubled = c, .vowel = way.before_vowels});
  }
}

bool ToLatinAutomaton::accepts(std::size_t depth) const {
  return std::ranges::any_of(places_[depth], [this](const Place& place) {
    return place.letter == letters_.size() && place.rest.text.empty();
  });
}

std::string ToLatinAutomaton::first_letters() const {
  std::string letters;
  for (const Place& place : places_.front()) {
    if (place.letter == letters_.size()) continue;
    for (const Way& way : letters_[place.letter].ways) {
      const char first = way.text.front();
      if (letters.find(first) == std::string::npos) letters.push_back(first);
    }
  }
  return letters;
}

}  // namespace news
