// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/transport_marks.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace news {

namespace {

/// Fewer marks of a kind may be the writer's own.
constexpr std::size_t least_marks = 3;

/// Calls `use` with each line and its end.
template <typename Use>
void for_each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    use(text.substr(0, end));
    text.remove_prefix(end);
  }
}

bool is_mail_quoted(std::string_view text) {
  if (text.find('>') == text.npos) return false;
  std::size_t lines = 0;
  std::size_t quoted = 0;
  for_each_line(text, [&](std::string_view line) {
    if (ascii::trim(line).empty()) return;
    ++lines;
    if (line.starts_with('>')) ++quoted;
  });
  return quoted >= least_marks && quoted * 10 >= lines * 9;
}

std::string without_mail_quotes(std::string_view text) {
  std::string out;
  for_each_line(text, [&out](std::string_view line) {
    while (line.starts_with('>')) {
      line.remove_prefix(1);
      if (line.starts_with(' ')) line.remove_prefix(1);
    }
    out += line;
  });
  return out;
}

/// The number in brackets that a text begins with, "[12]", and the length of both.
struct LinkNumber {
  unsigned number = 0;
  std::size_t length = 0;
};

std::optional<LinkNumber> read_link_number(std::string_view text) {
  constexpr std::size_t most_digits = 4;
  if (!text.starts_with('[')) return std::nullopt;
  const std::string_view digits = text.substr(1, most_digits);
  unsigned number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const auto length = static_cast<std::size_t>(read.ptr - digits.data()) + 2;
  if (read.ec != std::errc() || length > text.size() || text[length - 1] != ']') {
    return std::nullopt;
  }
  return LinkNumber{number, length};
}

/// Calls `use` with each link number and where it stands.
template <typename Use>
void for_each_link_number(std::string_view text, Use use) {
  for (std::size_t at = text.find('['); at != text.npos; at = text.find('[', at + 1)) {
    if (const auto link = read_link_number(text.substr(at))) use(*link, at);
  }
}

bool has_link_numbers(std::string_view text) {
  std::size_t links = 0;
  bool in_order = true;
  unsigned last = 0;
  for_each_link_number(text, [&](LinkNumber link, std::size_t) {
    in_order = in_order && (links == 0 || link.number == last + 1);
    last = link.number;
    ++links;
  });
  return in_order && links >= least_marks;
}

std::string without_link_numbers(std::string_view text) {
  std::string out;
  std::size_t copied = 0;
  for_each_link_number(text, [&](LinkNumber link, std::size_t at) {
    out += text.substr(copied, at - copied);
    copied = at + link.length;
  });
  return out += text.substr(copied);
}

/// A text with "<" in it, as it is or escaped, may be about markup.
bool is_about_markup(std::string_view text) {
  return text.find('<') != text.npos || text.find("&lt;") != text.npos ||
         text.find("&amp;lt;") != text.npos || text.find("&#60;") != text.npos;
}

/// What an entity stands for, by the name between "&" and ";"; 0 if it is none that prints.
char32_t entity_value(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, char32_t>, 12> named = {
      {{"amp", U'&'},
       {"quot", U'"'},
       {"apos", U'\''},
       {"nbsp", U' '},
       {"lsquo", U'\u2018'},
       {"rsquo", U'\u2019'},
       {"ldquo", U'\u201C'},
       {"rdquo", U'\u201D'},
       {"ndash", U'\u2013'},
       {"mdash", U'\u2014'},
       {"hellip", U'\u2026'},
       {"pound", U'\u00A3'}}};
  const auto found = std::find_if(named.begin(), named.end(),
                                  [name](const auto& entity) { return entity.first == name; });
  if (found != named.end()) return found->second;
  if (!name.starts_with('#')) return 0;
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  std::uint32_t value = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
  const bool whole = read.ec == std::errc() && read.ptr == name.data() + name.size();
  const bool prints = value >= 0x20 && !(value >= 0x7F && value < 0xA0) && value < 0x110000 &&
                      !(value >= 0xD800 && value < 0xE000);
  return whole && prints ? value : 0;
}

std::string with_decoded_entities(std::string_view text) {
  constexpr std::size_t longest_name = 8;
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
    const std::string_view name = text.substr(at + 1, longest_name + 1);
    const std::size_t end = name.find(';');
    const char32_t value = end == name.npos ? 0 : entity_value(name.substr(0, end));
    if (value == 0) continue;
    out += text.substr(copied, at - copied);
    utf8::append(out, value);
    copied = at + end + 2;
  }
  return out += text.substr(copied);
}

}  // namespace

std::string without_transport_marks(std::string_view text) {
  std::string clean = is_mail_quoted(text) ? without_mail_quotes(text) : std::string(text);
  if (has_link_numbers(clean)) clean = without_link_numbers(clean);
  if (clean.find('&') == clean.npos || is_about_markup(clean)) return clean;
  return with_decoded_entities(clean);
}

}  // namespace news
