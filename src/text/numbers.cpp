// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/numbers.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>

namespace news {

namespace {

std::size_t count(std::string_view text, char c) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

std::string without(std::string_view text, char c) {
  std::string out(text);
  out.erase(std::remove(out.begin(), out.end(), c), out.end());
  return out;
}

/// Whether every `mark` in `text` has three digits behind it (or two, as India groups them, but for
/// the last) and one to three digits before the first.
bool groups_digits(std::string_view text, char mark) {
  std::size_t first = text.find(mark);
  if (first < 1 || first > 3 || !std::all_of(text.begin(), text.begin() + first, ascii::is_digit)) {
    return false;
  }
  for (std::size_t at = first; at != std::string_view::npos;) {
    const std::string_view rest = text.substr(at + 1);
    const auto digits = static_cast<std::size_t>(
        std::find_if_not(rest.begin(), rest.end(), ascii::is_digit) - rest.begin());
    const bool more = digits < rest.size() && rest[digits] == mark;
    if (digits != 3 && !(digits == 2 && more)) return false;
    at = more ? at + 1 + digits : std::string_view::npos;
  }
  return text.find(mark, text.find_last_of(mark) + 1) == std::string_view::npos;
}

}  // namespace

std::optional<std::string> canonical_number(std::string_view folded) {
  const std::size_t stops = count(folded, '.');
  const std::size_t commas = count(folded, ',');
  if (commas == 0) {
    return stops > 1 && groups_digits(folded, '.') ? without(folded, '.') : std::string(folded);
  }
  const bool stop_is_last = folded.find_last_of(".,") == folded.rfind('.');
  if (stops <= 1 && (stops == 0 || stop_is_last) && groups_digits(folded, ',')) {
    return without(folded, ',');
  }
  if (commas == 1 && (stops == 0 || (!stop_is_last && groups_digits(folded, '.')))) {
    std::string number = without(folded, '.');
    std::replace(number.begin(), number.end(), ',', '.');
    return number;
  }
  return std::nullopt;
}

}  // namespace news
