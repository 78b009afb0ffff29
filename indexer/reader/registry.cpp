// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/registry.hpp"

#include "indexer/reader/formats.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <memory>

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
    all.push_back(make_trec_reader());
    all.push_back(make_tsv_reader());
    all.push_back(make_csv_reader());
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

constexpr std::array<OtherFormat, 20> other_formats = {{
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
  const std::string_view other = other_format(sample.head);
  if (!other.empty()) {
    return Unrecognized{fmt::format("{}, which cannot be read yet", other)};
  }
  if (is_binary(sample.head)) return Unrecognized{"binary data"};
  const auto found = std::find_if(readers().begin(), readers().end(),
                                  [&](const auto& reader) { return reader->recognizes(sample); });
  return found->get();
}

}  // namespace news
