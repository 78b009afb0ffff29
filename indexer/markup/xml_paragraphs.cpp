// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/xml_paragraphs.hpp"

#include "news/base/ascii.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>

#include <libxml/tree.h>

namespace news {

namespace {

/// Of XHTML and NITF.
constexpr std::array<std::string_view, 52> inline_names = {
    "a",        "abbr",      "acronym", "alt-code",     "b",        "bdi",
    "bdo",      "big",       "chron",   "cite",         "city",     "classifier",
    "code",     "copyrite",  "country", "data",         "del",      "denom",
    "dfn",      "em",        "event",   "font",         "frac",     "function",
    "i",        "ins",       "kbd",     "lang",         "location", "mark",
    "money",    "num",       "numer",   "object.title", "org",      "person",
    "postaddr", "pronounce", "q",       "region",       "s",        "samp",
    "small",    "span",      "state",   "strike",       "strong",   "sub",
    "sup",      "tt",        "u",       "virtloc"};
static_assert(std::is_sorted(inline_names.begin(), inline_names.end()));

constexpr std::array<std::string_view, 12> left_out = {"audio", "figcaption", "figure",   "head",
                                                       "media", "noscript",   "object",   "script",
                                                       "style", "template",   "textarea", "video"};
static_assert(std::is_sorted(left_out.begin(), left_out.end()));

template <typename Names>
bool is_one_of(const Names& names, XmlElement element) {
  const std::string name = ascii::to_lower(element.name());
  return std::binary_search(names.begin(), names.end(), name);
}

/// Where it takes a line of its own: a line end; else nothing.
void end_line(std::string& out, const xmlNode* node) {
  if (node->type == XML_ELEMENT_NODE && !is_one_of(inline_names, XmlElement(node))) {
    out.push_back('\n');
  }
}

/// Line ends inside a text are spaces; those between elements are made here.
void append_text(std::string& out, const xmlNode* node) {
  if (node->content == nullptr) return;
  for (const char* at = reinterpret_cast<const char*>(node->content); *at != '\0'; ++at) {
    out.push_back(*at == '\n' || *at == '\r' ? ' ' : *at);
  }
}

}  // namespace

std::string paragraphs_of(XmlElement element) {
  std::string out;
  const xmlNode* const top = element.node();
  const xmlNode* at = top == nullptr ? nullptr : top->children;
  while (at != nullptr) {
    if (at->type == XML_TEXT_NODE) append_text(out, at);
    end_line(out, at);
    const bool enters = at->type == XML_ELEMENT_NODE && at->children != nullptr &&
                        !is_one_of(left_out, XmlElement(at));
    if (enters) {
      at = at->children;
      continue;
    }
    while (at != top && at->next == nullptr) {
      at = at->parent;
      if (at != top) end_line(out, at);
    }
    at = at == top ? nullptr : at->next;
  }
  fold_paragraphs_in_place(out);
  return out;
}

bool holds_only_text(XmlElement element) { return !element.first_child(); }

}  // namespace news
