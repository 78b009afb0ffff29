// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/xml_head.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>

namespace news {

namespace {

/// The text behind the first `end`; nothing if there is none.
std::string_view behind(std::string_view text, std::string_view end) {
  const std::size_t at = text.find(end);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

std::string_view encoding_of(std::string_view declaration) {
  const std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  std::string_view rest = ascii::trim(declaration.substr(at + 8));
  if (!rest.starts_with('=')) return {};
  rest = ascii::trim(rest.substr(1));
  if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) return {};
  const std::size_t end = rest.find(rest.front(), 1);
  return end == std::string_view::npos ? std::string_view() : rest.substr(1, end - 1);
}

bool begins_ignoring_case(std::string_view text, std::string_view start) {
  return ascii::equals_ignoring_case(text.substr(0, start.size()), start);
}

}  // namespace

bool is_xml_name_char(char c) {
  return ascii::is_alnum(c) || static_cast<unsigned char>(c) >= 0x80 || c == '_' || c == '-' ||
         c == '.' || c == ':';
}

std::size_t doctype_length(std::string_view text) {
  bool in_subset = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (text.substr(at).starts_with("<!--")) {
      at = text.find("-->", at + 4);
      if (at == std::string_view::npos) return text.size();
      at += 2;
    } else if (c == '"' || c == '\'') {
      at = text.find(c, at + 1);
      if (at == std::string_view::npos) return text.size();
    } else if (c == '[') {
      in_subset = true;
    } else if (c == ']') {
      in_subset = false;
    } else if (c == '>' && !in_subset) {
      return at + 1;
    }
  }
  return text.size();
}

XmlHead read_xml_head(std::string_view text) {
  XmlHead head;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = ascii::trim(text);
  if (text.starts_with("<?xml") && text.size() > 5 && ascii::is_space(text[5])) {
    head.declared = true;
    head.encoding = encoding_of(text.substr(0, text.find("?>")));
  }
  while (!text.empty()) {
    text = ascii::trim(text);
    if (text.starts_with("<?")) {
      text = behind(text, "?>");
    } else if (text.starts_with("<!--")) {
      text = behind(text.substr(4), "-->");
    } else if (begins_ignoring_case(text, "<!doctype")) {
      text.remove_prefix(doctype_length(text));
    } else {
      break;
    }
  }
  if (!text.starts_with('<')) return head;
  const auto* const end = std::find_if_not(text.begin() + 1, text.end(), is_xml_name_char);
  head.root = {text.begin() + 1, end};
  head.root_tag = text.substr(0, text.find('>'));
  return head;
}

}  // namespace news
