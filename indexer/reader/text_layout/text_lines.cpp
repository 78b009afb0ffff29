// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/text_lines.hpp"

#include "indexer/reader/text_layout/line_wrap.hpp"
#include "indexer/reader/text_layout/transport_marks.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace news {

namespace {

/// The kinds of bytes that a line is searched for.
constexpr std::uint8_t may_end_line = 1;
constexpr std::uint8_t may_divide_columns = 2;

/// Of each byte whether something that is looked for begins with it; most are passed over.
constexpr std::array<std::uint8_t, 256> byte_kinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (const char c : std::string_view("\n\r\f\xC2\xE2")) {
    kinds[static_cast<unsigned char>(c)] |= may_end_line;
  }
  for (const char c : std::string_view(" \t\n\v\f\r|/\xC2\xE2\xE3")) {
    kinds[static_cast<unsigned char>(c)] |= may_divide_columns;
  }
  return kinds;
}();

std::size_t skip_to(std::uint8_t kind, std::string_view text, std::size_t at) {
  while (at < text.size() && (byte_kinds[static_cast<unsigned char>(text[at])] & kind) == 0) ++at;
  return at;
}

/// A gap between the columns of a menu, rather than between words or behind a sentence.
bool is_wide_gap(std::string_view line, std::size_t at, std::size_t length) {
  if (line.substr(at, length).find('\t') != std::string_view::npos) return true;
  const char before = at > 0 ? line[at - 1] : ' ';
  return length >= 2 && before != '.' && before != '?' && before != '!';
}

/// Whether a divider of columns stands at `at`, which is no space.
bool is_divider(std::string_view line, std::size_t at) {
  static constexpr std::array<std::string_view, 6> dividers = {"|",      "\u3000", "\u00B7",
                                                               "\u2022", "»",      "\u203A"};
  const std::string_view rest = line.substr(at);
  if (rest.starts_with("/ ")) return at > 0 && line[at - 1] == ' ';
  return std::any_of(dividers.begin(), dividers.end(),
                     [rest](std::string_view divider) { return rest.starts_with(divider); });
}

int count_columns(std::string_view line) {
  line = ascii::trim(line);
  int columns = 1;
  for (std::size_t at = 0; (at = skip_to(may_divide_columns, line, at)) < line.size();) {
    std::size_t length = 0;
    while (at + length < line.size() && ascii::is_space(line[at + length])) ++length;
    const bool divides = length > 0 ? is_wide_gap(line, at, length) : is_divider(line, at);
    if (divides) ++columns;
    at += std::max<std::size_t>(length, 1);
  }
  return columns;
}

/// A line drawn across the page: "-----", "* * *".
bool is_rule(const std::string& line) {
  return line.size() >= 3 && line.find_first_not_of("-=_*~#. ") == std::string::npos;
}

/// The length of what ends a line here: 0 if nothing does.
std::size_t line_end_length(std::string_view rest) {
  static constexpr std::array<std::string_view, 7> ends = {"\r\n",   "\n",     "\r",    "\f",
                                                           "\u0085", "\u2028", "\u2029"};
  const auto end = std::find_if(ends.begin(), ends.end(), [rest](std::string_view candidate) {
    return rest.starts_with(candidate);
  });
  return end == ends.end() ? 0 : end->size();
}

std::size_t find_line_end(std::string_view text, std::size_t at) {
  while ((at = skip_to(may_end_line, text, at)) < text.size()) {
    if (line_end_length(text.substr(at)) > 0) return at;
    ++at;
  }
  return at;
}

/// Whether a line prints as nothing: only zero-width spaces, joiners, marks of direction.
bool is_invisible(std::string_view folded) {
  constexpr std::u32string_view invisible = U" \u00AD\u200B\u200C\u200D\u200E\u200F\u2060";
  for (std::size_t at = 0; at < folded.size();) {
    if (invisible.find(utf8::decode(folded, at)) == invisible.npos) return false;
  }
  return true;
}

/// The columns of the spaces that a line begins with, ideographic ones among them; a tab is one.
std::size_t indent_of(std::string_view raw) {
  std::size_t indent = 0;
  for (std::size_t at = 0; at < raw.size();) {
    const char32_t c = utf8::decode(raw, at);
    if (c != U' ' && c != U'\t' && c != U'\u00A0' && c != U'\u3000') break;
    indent += c == U'\u3000' ? 2 : 1;
  }
  return indent;
}

std::vector<PhysicalLine> physical_lines(std::string_view text) {
  constexpr std::size_t surely_apart = 2;
  std::vector<PhysicalLine> lines;
  std::size_t blanks = surely_apart;
  for (std::size_t begin = 0, at = 0; begin < text.size(); begin = at) {
    at = find_line_end(text, at);
    const std::string_view raw = text.substr(begin, at - begin);
    at += line_end_length(text.substr(at));
    PhysicalLine line;
    line.text = fold_whitespace(raw);
    if (is_invisible(line.text) || is_rule(line.text)) {
      blanks += is_rule(line.text) ? surely_apart : 1;
      continue;
    }
    line.indent = indent_of(raw);
    line.width = line.indent + display_width(line.text);
    line.blanks = std::exchange(blanks, 0);
    line.columns = count_columns(raw);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

std::vector<TextLine> split_text_lines(std::string_view text) {
  std::vector<PhysicalLine> physical = physical_lines(without_transport_marks(text));
  const std::vector<bool> continued = continued_lines(physical);
  std::vector<TextLine> lines;
  for (std::size_t i = 0; i < physical.size(); ++i) {
    PhysicalLine& line = physical[i];
    if (!continued[i]) {
      lines.push_back({std::move(line.text), line.blanks > 0, line.columns});
      continue;
    }
    append_line(lines.back().text, line.text);
    lines.back().columns = std::max(lines.back().columns, line.columns);
  }
  return lines;
}

}  // namespace news
