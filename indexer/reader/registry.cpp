// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/registry.hpp"

#include "indexer/reader/formats.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

#include <fmt/format.h>

namespace news {

namespace {

/// Every format, in the order in which they are asked.
const std::vector<std::unique_ptr<Reader>>& readers() {
  static const auto list = [] {
    std::vector<std::unique_ptr<Reader>> all;
    all.push_back(make_warc_reader());
    all.push_back(make_arc_reader());
    all.push_back(make_json_lines_reader());
    all.push_back(make_json_reader());
    all.push_back(make_reuters_sgml_reader());
    all.push_back(make_mail_reader());
    all.push_back(make_text_reader());
    return all;
  }();
  return list;
}

/// What would pass for plain text, or for damage, and is known to be something else.
struct OtherFormat {
  std::string_view start;
  std::string_view name;
};

constexpr std::array<OtherFormat, 14> other_formats = {{
    {"PK\x03\x04", "an office document or electronic book"},
    {"Rar!", "a rar archive"},
    {"%PDF-", "a PDF document"},
    {"\xD0\xCF\x11\xE0", "an old office document"},
    {"\x89PNG", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF8", "a GIF picture"},
    {"\x7F"
     "ELF",
     "a program"},
    {"SQLite format 3", "an SQLite database"},
    {"{\\rtf", "an RTF document"},
    {"<?xml", "an XML document"},
    {"<!doctype html", "an HTML page"},
    {"<html", "an HTML page"},
    {"<rss", "an RSS feed"},
}};

std::string_view other_format(std::string_view head) {
  const std::string_view text = ascii::trim(head.substr(0, 512));
  for (const OtherFormat& other : other_formats) {
    const bool markup = other.start.front() == '<';
    const std::string_view start = markup ? text : head;
    if (ascii::equals_ignoring_case(start.substr(0, other.start.size()), other.start)) {
      return other.name;
    }
  }
  return {};
}

/// Tables look like text; their names tell.
bool is_named_as_table(std::string_view name) {
  const std::string lower = ascii::to_lower(name);
  return lower.ends_with(".csv") || lower.ends_with(".tsv");
}

/// Text has no NUL bytes and hardly any control characters.
bool is_binary(std::string_view head) {
  if (head.find('\0') != std::string_view::npos) return true;
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return ascii::is_control(c) && !ascii::is_space(c) && c != '\x1B' && c != '\b';
  });
  constexpr std::ptrdiff_t one_in = 10;
  return controls * one_in > static_cast<std::ptrdiff_t>(head.size());
}

}  // namespace

const Reader* find_reader(std::string_view name) {
  const auto found = std::find_if(readers().begin(), readers().end(),
                                  [name](const auto& reader) { return reader->name() == name; });
  return found == readers().end() ? nullptr : found->get();
}

std::vector<std::string_view> reader_names() {
  std::vector<std::string_view> names;
  for (const auto& reader : readers()) names.push_back(reader->name());
  return names;
}

std::variant<const Reader*, Unrecognized> recognize(const Sample& sample) {
  if (ascii::trim(sample.head).empty()) return Unrecognized{"empty"};
  const auto of_bytes = std::find_if(readers().begin(), readers().end(), [&](const auto& reader) {
    return reader->holds_bytes() && reader->recognizes(sample);
  });
  if (of_bytes != readers().end()) return of_bytes->get();
  const std::string_view other = other_format(sample.head);
  if (!other.empty()) {
    return Unrecognized{fmt::format("{}, which cannot be read yet", other)};
  }
  if (is_binary(sample.head)) return Unrecognized{"binary data"};
  const auto found = std::find_if(readers().begin(), readers().end(),
                                  [&](const auto& reader) { return reader->recognizes(sample); });
  const bool plain_text = std::next(found) == readers().end();
  if (plain_text && is_named_as_table(sample.name)) {
    return Unrecognized{"a table of values, which cannot be read yet"};
  }
  return found->get();
}

}  // namespace news
