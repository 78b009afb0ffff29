// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/registry.hpp"

#include "indexer/reader/formats.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <span>

#include <fmt/format.h>

namespace news {

namespace {

/// Every format, in the order in which they are asked.
const std::vector<std::unique_ptr<Reader>>& readers() {
  static const auto list = [] {
    std::vector<std::unique_ptr<Reader>> all;
    all.push_back(make_json_lines_reader());
    all.push_back(make_json_reader());
    all.push_back(make_reuters_sgml_reader());
    all.push_back(make_html_reader());
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

constexpr std::array<OtherFormat, 16> other_formats = {{
    {"\x1F\x8B", "gzip data"},
    {"BZh", "bzip2 data"},
    {"\xFD"
     "7zXZ",
     "xz data"},
    {"\x28\xB5\x2F\xFD", "zstd data"},
    {"PK\x03\x04", "a zip archive or office document"},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive"},
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
    {"WARC/", "a WARC crawl"},
    {"{\\rtf", "an RTF document"},
}};

/// The same of what only the text reader would take.
constexpr std::array<OtherFormat, 2> other_markup = {{
    {"<?xml", "an XML document"},
    {"<rss", "an RSS feed"},
}};

std::string_view other_format(std::string_view head, std::span<const OtherFormat> formats) {
  for (const OtherFormat& other : formats) {
    if (ascii::equals_ignoring_case(head.substr(0, other.start.size()), other.start)) {
      return other.name;
    }
  }
  return {};
}

Unrecognized not_readable(std::string_view format) {
  return Unrecognized{fmt::format("{}, which cannot be read yet", format)};
}

/// Tables look like text; their names tell.
bool is_named_as_table(std::string_view name) {
  const std::string lower = ascii::to_lower(name);
  return lower.ends_with(".csv") || lower.ends_with(".tsv");
}

/// Text has no NUL bytes and hardly any control characters; markup may have a few of both.
bool is_binary(std::string_view head) {
  const bool markup = ascii::trim(head).starts_with('<');
  if (!markup && head.find('\0') != std::string_view::npos) return true;
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
  const std::string_view other = other_format(sample.head, other_formats);
  if (!other.empty()) return not_readable(other);
  if (is_binary(sample.head)) return Unrecognized{"binary data"};
  const auto found = std::find_if(readers().begin(), readers().end(),
                                  [&](const auto& reader) { return reader->recognizes(sample); });
  const bool plain_text = std::next(found) == readers().end();
  if (!plain_text) return found->get();
  if (is_named_as_table(sample.name)) return not_readable("a table of values");
  const std::string_view markup = other_format(ascii::trim(sample.head), other_markup);
  if (!markup.empty()) return not_readable(markup);
  return found->get();
}

}  // namespace news
