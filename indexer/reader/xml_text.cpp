// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/xml_text.hpp"

#include "indexer/markup/character_reference.hpp"
#include "indexer/markup/html_text.hpp"
#include "indexer/markup/xml_paragraphs.hpp"
#include "news/article/dateline.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <utility>

namespace news {

namespace {

/// "20170102T222800" with the separators that a date has elsewhere; as it is if it is no such time.
std::string with_separators(std::string_view text) {
  const std::string_view time = text.substr(0, 15);
  const bool compact = time.size() == 15 && time[8] == 'T' &&
                       ascii::all_digits(time.substr(0, 8)) && ascii::all_digits(time.substr(9));
  if (!compact) return std::string(text);
  std::string out(time.substr(0, 4));
  out.append("-").append(time.substr(4, 2)).append("-").append(time.substr(6, 2));
  out.append("T").append(time.substr(9, 2)).append(":").append(time.substr(11, 2));
  out.append(":").append(time.substr(13, 2));
  return out.append(text.substr(15));
}

}  // namespace

std::string paragraphs_of_text(std::string_view text) {
  if (markup_in(text) != Markup::none) return html_to_text(text);
  std::string out;
  bool blank = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = ascii::trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && !out.empty()) out.push_back(blank ? '\n' : ' ');
    out += line;
    blank = line.empty();
  }
  return out;
}

std::string paragraphs_of_content(XmlElement element) {
  if (!element) return {};
  if (!holds_only_text(element)) return paragraphs_of(element);
  return paragraphs_of_text(element.text());
}

std::string line_of_content(XmlElement element) {
  std::string line = paragraphs_of_content(element);
  fold_whitespace_in_place(line);
  return line;
}

Language language_of(std::string_view tag) {
  const std::string_view name = ascii::trim(tag);
  return name.empty() ? Language() : Language::parse(name).value_or(Language());
}

std::optional<Timestamp> parse_wire_date(std::string_view text, Language language) {
  return parse_date(with_separators(ascii::trim(text)), language);
}

std::optional<Timestamp> later_of(const std::optional<Timestamp>& a,
                                  const std::optional<Timestamp>& b) {
  if (!a || !b) return a ? a : b;
  return a->to_unix_seconds() < b->to_unix_seconds() ? b : a;
}

std::string with_dateline(std::string_view dateline, std::string body) {
  std::string line = fold_whitespace(dateline);
  const bool names_place = !line.empty() && !ascii::is_digit(line.front());
  if (!names_place || body.empty()) return body;
  const std::string_view place = std::string_view(line).substr(0, line.find_first_of(" ,-("));
  const bool begins_with_it =
      ascii::equals_ignoring_case(std::string_view(body).substr(0, place.size()), place);
  if (begins_with_it || read_dateline(body)) return body;
  const bool has_dash = line.ends_with('-') || line.ends_with("\u2013") || line.ends_with("\u2014");
  return std::move(line.append(has_dash ? " " : " - ").append(body));
}

}  // namespace news
