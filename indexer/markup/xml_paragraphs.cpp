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

constexpr std::array<std::string_view, 14> left_out = {
    "audio",    "figcaption", "figure", "head",  "header",   "media",    "nav",
    "noscript", "object",     "script", "style", "template", "textarea", "video"};
static_assert(std::is_sorted(left_out.begin(), left_out.end()));

template <typename Names>
bool is_one_of(const Names& names, XmlElement element) {
  const std::string name = ascii::to_lower(element.name());
  return std::binary_search(names.begin(), names.end(), name);
}

/// Stands for a <br> until it is known what is around it.
constexpr char line_break = '\x1E';

/// Where it takes a line of its own: a line end; else nothing.
void end_line(std::string& out, const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE || is_one_of(inline_names, XmlElement(node))) return;
  out.push_back(XmlElement(node).is("br") ? line_break : '\n');
}

bool ends_sentence(char c) {
  return c == '.' || c == ':' || c == '!' || c == '?' || c == '"' || c == ')';
}

/// The wire breaks lines of a paragraph with <br>, others use it to end one. It ends a line that
/// ends a sentence, and where there are two; else it is a space.
void resolve_line_breaks(std::string& text) {
  char before = ' ';
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != line_break) {
      if (!ascii::is_space(text[at])) before = text[at];
      continue;
    }
    const std::size_t next = text.find_first_not_of(" \t\n", at + 1);
    const bool repeated = next != std::string::npos && text[next] == line_break;
    text[at] = repeated || ends_sentence(before) ? '\n' : ' ';
    if (repeated) before = '.';
  }
}

/// Line ends inside a text are spaces; those between elements are made here.
void append_text(std::string& out, const xmlNode* node) {
  if (node->content == nullptr) return;
  for (const char* at = reinterpret_cast<const char*>(node->content); *at != '\0'; ++at) {
    out.push_back(*at == '\n' || *at == '\r' || *at == line_break ? ' ' : *at);
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
  resolve_line_breaks(out);
  fold_paragraphs_in_place(out);
  return out;
}

bool holds_only_text(XmlElement element) { return !element.first_child(); }

}  // namespace news
