// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/registry.hpp"

#include "indexer/markup/xml_head.hpp"
#include "indexer/reader/formats.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"

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
    all.push_back(make_feed_reader());
    all.push_back(make_nitf_reader());
    all.push_back(make_newsml_reader());
    all.push_back(make_newsml_g2_reader());
    all.push_back(make_rcv1_reader());
    all.push_back(make_wmt_reader());
    all.push_back(make_reuters_sgml_reader());
    all.push_back(make_trec_reader());
    all.push_back(make_iptc7901_reader());
    all.push_back(make_anpa_reader());
    all.push_back(make_mail_reader());
    all.push_back(make_markdown_reader());
    all.push_back(make_tsv_reader());
    all.push_back(make_csv_reader());
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

constexpr std::array<OtherFormat, 10> other_formats = {{
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
}};

std::string_view other_format(std::string_view head) {
  for (const OtherFormat& other : other_formats) {
    if (ascii::equals_ignoring_case(head.substr(0, other.start.size()), other.start)) {
      return other.name;
    }
  }
  return {};
}

Unrecognized not_readable(std::string_view format) {
  return Unrecognized{fmt::format("{}, which cannot be read yet", format)};
}

/// Why XML that no reader knows is not read; empty for what is not XML.
std::string unknown_xml(const Sample& sample) {
  const XmlHead head = read_xml_head(sample.head);
  const std::string_view root = local_name(head.root);
  const bool named_so = sample.name.ends_with(".xml") && ascii::trim(sample.head).starts_with('<');
  if (!head.declared && !named_so) return {};
  if (root.empty()) return "XML without a root element";
  return fmt::format("XML with root <{}>, which is no news format known here",
                     utf8::truncate(root, 60));
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
  const auto of_bytes = std::find_if(readers().begin(), readers().end(), [&](const auto& reader) {
    return reader->holds_bytes() && reader->recognizes(sample);
  });
  if (of_bytes != readers().end()) return of_bytes->get();
  const std::string_view other = other_format(sample.head);
  if (!other.empty()) return not_readable(other);
  const auto found = std::find_if(readers().begin(), readers().end(),
                                  [&](const auto& reader) { return reader->recognizes(sample); });
  if (is_binary(sample.head)) return Unrecognized{"binary data"};
  const bool plain_text = std::next(found) == readers().end();
  if (!plain_text) return found->get();
  std::string xml = unknown_xml(sample);
  if (!xml.empty()) return Unrecognized{std::move(xml)};
  return found->get();
}

}  // namespace news
