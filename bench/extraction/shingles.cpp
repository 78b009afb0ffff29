// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/extraction/shingles.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace news::bench {

namespace {

constexpr std::size_t shingle_words = 4;
using Shingle = std::array<std::string_view, shingle_words>;

bool is_word_char(UChar32 c) {
  const auto type = U_GET_GC_MASK(c);
  return c == '_' || (type & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

/// In order, so that two lists are compared as multisets.
std::vector<Shingle> shingles(const std::vector<std::string_view>& words) {
  std::vector<Shingle> all;
  if (words.empty()) return all;
  const std::size_t count = words.size() < shingle_words ? 1 : words.size() - shingle_words + 1;
  for (std::size_t i = 0; i < count; ++i) {
    Shingle& shingle = all.emplace_back();
    const std::size_t length = std::min(shingle_words, words.size() - i);
    std::copy_n(words.begin() + static_cast<std::ptrdiff_t>(i), length, shingle.begin());
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

std::vector<std::string_view> scored_words(std::string_view text) {
  std::vector<std::string_view> words;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t begin = -1;
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t start = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    const bool in_word = c >= 0 && is_word_char(c);
    if (in_word && begin < 0) begin = start;
    if (in_word || begin < 0) continue;
    words.push_back(
        text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(start - begin)));
    begin = -1;
  }
  if (begin >= 0) words.push_back(text.substr(static_cast<std::size_t>(begin)));
  return words;
}

Overlap overlap(std::string_view truth, std::string_view extracted) {
  const auto true_words = scored_words(truth);
  const auto words = scored_words(extracted);
  const auto wanted = shingles(true_words);
  const auto found = shingles(words);
  std::vector<Shingle> common;
  std::set_intersection(wanted.begin(), wanted.end(), found.begin(), found.end(),
                        std::back_inserter(common));
  Overlap result;
  const auto hits = static_cast<double>(common.size());
  if (!found.empty()) result.precision = hits / static_cast<double>(found.size());
  if (!wanted.empty()) result.recall = hits / static_cast<double>(wanted.size());
  result.exact = true_words == words;
  return result;
}

void OverlapMean::add(const Overlap& page) {
  ++pages_;
  precision_ += page.precision.value_or(0);
  with_precision_ += page.precision ? 1U : 0U;
  recall_ += page.recall.value_or(0);
  with_recall_ += page.recall ? 1U : 0U;
  exact_ += page.exact ? 1U : 0U;
}

double OverlapMean::f1() const {
  const double sum = precision() + recall();
  return sum > 0 ? 2 * precision() * recall() / sum : 0;
}

}  // namespace news::bench
