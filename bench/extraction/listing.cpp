// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/extraction/listing.hpp"

#include "bench/extraction/shingles.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace news::bench {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Neighbouring words: enough to know a line again if it is cut in another place.
std::set<Pair> pairs_of(std::string_view text) {
  const auto words = scored_words(text);
  std::set<Pair> pairs;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) pairs.emplace(words[i], words[i + 1]);
  if (words.size() == 1) pairs.emplace(words[0], "");
  return pairs;
}

/// Most of its pairs of words.
bool is_in(std::string_view line, const std::set<Pair>& text) {
  const auto pairs = pairs_of(line);
  const auto known = std::count_if(pairs.begin(), pairs.end(),
                                   [&](const Pair& pair) { return text.contains(pair); });
  return known * 2 > static_cast<std::ptrdiff_t>(pairs.size());
}

void add(std::string_view mark, std::string_view line, std::string& out) {
  out.append(mark).append(line).append("\n");
}

}  // namespace

std::string listing(std::string_view truth, std::string_view extracted) {
  const auto wanted = pairs_of(truth);
  const auto found = pairs_of(extracted);
  std::string out;
  for (const std::string_view line : lines_of(extracted)) {
    add(is_in(line, wanted) ? "  " : "+ ", line, out);
  }
  for (const std::string_view line : lines_of(truth)) {
    if (!is_in(line, found)) add("- ", line, out);
  }
  return out;
}

}  // namespace news::bench
