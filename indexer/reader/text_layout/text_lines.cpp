// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/text_lines.hpp"

#include "news/base/ascii.hpp"
#include "news/text/display_width.hpp"
#include "news/text/letter_case.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace news {

namespace {

/// No one wraps text wider than this or narrower than that.
constexpr std::size_t widest_wrap = 100;
constexpr std::size_t narrowest_wrap = 40;

struct RawLine {
  std::string text;
  std::size_t width = 0;
  std::size_t indent = 0;
  bool after_blank = false;
  int columns = 1;
};

/// A gap between the columns of a menu, rather than between words or behind a sentence.
bool is_wide_gap(std::string_view line, std::size_t at, std::size_t length) {
  if (line.substr(at, length).find('\t') != std::string_view::npos) return true;
  const char before = at > 0 ? line[at - 1] : ' ';
  return length >= 2 && before != '.' && before != '?' && before != '!';
}

int count_columns(std::string_view line) {
  static constexpr std::array<std::string_view, 7> dividers = {"|",   "\u3000", "\u00B7", "\u2022",
                                                               " / ", "»",      "\u203A"};
  line = ascii::trim(line);
  int columns = 1;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t length = 0;
    while (at + length < line.size() && ascii::is_space(line[at + length])) ++length;
    if (length > 0) {
      if (is_wide_gap(line, at, length)) ++columns;
      at += length;
      continue;
    }
    const std::string_view rest = line.substr(at > 0 ? at - 1 : at);
    const auto divider =
        std::find_if(dividers.begin(), dividers.end(), [&](std::string_view candidate) {
          return candidate.front() == ' ' ? at > 0 && rest.starts_with(candidate)
                                          : line.substr(at).starts_with(candidate);
        });
    if (divider != dividers.end()) ++columns;
    ++at;
  }
  return columns;
}

/// A line drawn across the page: "-----", "* * *".
bool is_rule(const std::string& line) {
  return line.size() >= 3 && line.find_first_not_of("-=_*~#. ") == std::string::npos;
}

std::vector<RawLine> raw_lines(std::string_view text) {
  std::vector<RawLine> lines;
  bool after_blank = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\r\f"), text.size());
    const std::string_view raw = text.substr(0, end);
    const bool crlf = text.substr(end).starts_with("\r\n");
    text.remove_prefix(std::min(end + (crlf ? 2 : 1), text.size()));
    RawLine line;
    line.text = fold_whitespace(raw);
    if (line.text.empty() || is_rule(line.text)) {
      after_blank = true;
      continue;
    }
    line.indent = std::min(raw.find_first_not_of(" \t"), raw.size());
    line.width = line.indent + display_width(line.text);
    line.after_blank = std::exchange(after_blank, false);
    line.columns = count_columns(raw);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::size_t first_word_width(const std::string& line) {
  return display_width(std::string_view(line).substr(0, line.find(' ')));
}

/// The column at which paragraphs were wrapped; 0 if they were not. It is as wide as the widest
/// line that surely goes on: with a small letter in the next.
std::size_t wrap_column(const std::vector<RawLine>& lines) {
  std::size_t column = 0;
  int wrapped = 0;
  int longer = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].width > widest_wrap) ++longer;
    const bool goes_on = !lines[i + 1].after_blank && starts_lower(lines[i + 1].text) &&
                         lines[i].width >= narrowest_wrap && lines[i].width <= widest_wrap;
    if (!goes_on) continue;
    ++wrapped;
    column = std::max(column, lines[i].width);
  }
  constexpr int enough = 3;
  return wrapped >= enough && wrapped > longer ? column : 0;
}

}  // namespace

std::vector<TextLine> split_text_lines(std::string_view text) {
  const std::vector<RawLine> raw = raw_lines(text);
  const std::size_t column = wrap_column(raw);
  std::vector<TextLine> lines;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const RawLine& line = raw[i];
    const bool continues = column > 0 && i > 0 && !line.after_blank &&
                           line.indent <= raw[i - 1].indent &&
                           raw[i - 1].width + 1 + first_word_width(line.text) > column;
    if (!continues) {
      lines.push_back({line.text, line.after_blank, line.columns});
      continue;
    }
    lines.back().text += " " + line.text;
    lines.back().columns = std::max(lines.back().columns, line.columns);
  }
  return lines;
}

}  // namespace news
