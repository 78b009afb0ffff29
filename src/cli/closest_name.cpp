// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/closest_name.hpp"

#include <algorithm>

namespace news {

namespace {

/// The distance of optimal string alignment: insertions, deletions, replacements and swaps of
/// neighbours. R. Wagner and R. Lowrance, "An Extension of the String-to-String Correction
/// Problem", 1975, restricted to letters that are changed once.
std::size_t changes_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1, i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = std::move(last);
    last = std::move(row);
  }
  return last.back();
}

}  // namespace

std::string closest_name(std::string_view typed, const std::vector<std::string>& names) {
  constexpr std::size_t longest = 40;  // no option is as long
  if (typed.empty() || typed.size() > longest) return {};
  const auto begins = [typed](const std::string& name) { return name.starts_with(typed); };
  if (std::count_if(names.begin(), names.end(), begins) == 1) {
    return *std::find_if(names.begin(), names.end(), begins);
  }
  std::string closest;
  std::size_t fewest = typed.size() / 3 + 1;
  for (const std::string& name : names) {
    const std::size_t changes = changes_between(typed, name);
    if (changes >= fewest) continue;
    fewest = changes;
    closest = name;
  }
  return closest;
}

}  // namespace news
