// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/feed/named_children.hpp"

#include "news/base/ascii.hpp"

#include <array>

namespace news {

namespace {

/// A vocabulary by a part of its namespace: versions and slips of the pen differ in the rest.
struct Vocabulary {
  std::string_view part;
  std::string_view prefix;
};

constexpr std::array<Vocabulary, 11> vocabularies = {{
    {"purl.org/dc/elements", "dc"},
    {"purl.org/dc/terms", "dcterms"},
    {"purl.org/rss/1.0/modules/content", "content"},
    {"mrss", "media"},
    {"itunes", "itunes"},
    {"w3.org/2005/atom", "atom"},
    {"purl.org/atom/ns", "atom"},
    {"feedburner", "feedburner"},
    {"wordpress.org/export/1.2/excerpt", "excerpt"},
    {"wordpress.org/export", "wp"},
    {"w3.org/1999/xhtml", "xhtml"},
}};

/// No entry has more, and what is done with them takes time.
constexpr std::size_t most_children = 2000;

std::string vocabulary_of(XmlElement element, XmlElement parent) {
  if (element.space() == parent.space() && (!element.space().empty() || element.prefix().empty())) {
    return {};
  }
  const std::string space = ascii::to_lower(element.space());
  for (const Vocabulary& known : vocabularies) {
    if (space.find(known.part) != std::string::npos) return std::string(known.prefix);
  }
  // Undeclared, it is what it is called; declared as something unknown, it is that.
  if (space.empty()) return ascii::to_lower(element.prefix());
  return "other";
}

}  // namespace

NamedChildren::NamedChildren(XmlElement parent) {
  for (XmlElement child = parent.first_child(); child && children_.size() < most_children;
       child = child.next_sibling()) {
    std::string name = vocabulary_of(child, parent);
    if (!name.empty()) name.push_back(':');
    name += ascii::to_lower(child.name());
    children_.emplace_back(std::move(name), child);
  }
}

XmlElement NamedChildren::first(std::string_view name) const {
  for (const auto& [called, child] : children_) {
    if (called == name) return child;
  }
  return {};
}

std::vector<XmlElement> NamedChildren::all(std::string_view name) const {
  std::vector<XmlElement> found;
  for (const auto& [called, child] : children_) {
    if (called == name) found.push_back(child);
  }
  return found;
}

}  // namespace news
