// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/declared_charset.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>

namespace news {

namespace {

/// Browsers look at 1 KiB; pages with long scripts first exist.
constexpr std::size_t looked_at_bytes = 16 * 1024;

bool is_name_char(char c) { return ascii::is_alnum(c) || c == '-' || c == '_' || c == ':'; }

std::string_view without_spaces(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

/// The value behind `name` and "=" in one tag, with or without quotes.
std::string_view value_in(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos;
       at = tag.find(name, at + name.size())) {
    std::string_view rest = without_spaces(tag.substr(at + name.size()));
    if (!rest.starts_with('=')) continue;
    rest = without_spaces(rest.substr(1));
    rest.remove_prefix(std::min(rest.find_first_not_of("\"' "), rest.size()));
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_name_char);
    return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  }
  return {};
}

}  // namespace

std::string declared_charset(std::string_view html) {
  const std::string head = ascii::to_lower(html.substr(0, looked_at_bytes));
  const std::string_view all = head;
  std::string_view prolog;
  for (std::size_t at = all.find('<'); at != std::string_view::npos; at = all.find('<', at + 1)) {
    const std::string_view rest = all.substr(at);
    if (rest.starts_with("<!--")) {
      at = std::min(all.find("-->", at + 4), all.size());
      continue;
    }
    const std::string_view tag = rest.substr(0, rest.find('>'));
    if (tag.starts_with("<?xml")) prolog = value_in(tag, "encoding");
    if (!tag.starts_with("<meta")) continue;
    const std::string_view charset = value_in(tag, "charset");
    if (!charset.empty()) return std::string(charset);
  }
  return std::string(prolog);
}

}  // namespace news
