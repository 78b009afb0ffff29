// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/xml_document.hpp"

#include "indexer/markup/xml_head.hpp"
#include "indexer/markup/xml_repair.hpp"
#include "news/base/ascii.hpp"
#include "news/text/encoding.hpp"

#include <algorithm>
#include <utility>

#include <libxml/parser.h>
#include <libxml/tree.h>

namespace news {

namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// The next element among `node` and its later siblings.
const xmlNode* element_from(const xmlNode* node) {
  while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->next;
  return node;
}

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

/// Null if `text`, which is UTF-8, is not well-formed and is not to be recovered.
xmlDoc* read_memory(std::string_view text, bool recover) {
  static const bool initialized = (xmlInitParser(), true);
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(initialized ? xmlNewParserCtxt()
                                                                        : nullptr);
  if (!context) throw std::bad_alloc();
  const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                      XML_PARSE_NOCDATA | XML_PARSE_COMPACT | (recover ? XML_PARSE_RECOVER : 0);
  return xmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr,
                           "UTF-8", options);
}

/// libxml2 compares each attribute of a tag with all before it.
bool has_long_tag(std::string_view text) {
  constexpr std::size_t longest_tag = 4096;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view tag = text.substr(at, longest_tag);
    const bool named = tag.size() > 1 && tag[1] != '!' && tag[1] != '?';
    if (named && tag.find('>') == std::string_view::npos) return true;
  }
  return false;
}

/// A document type could declare entities; what has one is read without it. libxml2 takes very long
/// for comments that are not well-formed, and for a great many attributes.
bool needs_repair(std::string_view text) {
  if (has_long_tag(text)) return true;
  std::size_t at = text.find("<!");
  while (at != std::string_view::npos) {
    const std::string_view rest = text.substr(at);
    if (ascii::equals_ignoring_case(rest.substr(0, 9), "<!doctype")) return true;
    at += 2;
    if (rest.starts_with("<!--")) {
      at = text.find("--", at + 2);
      if (at == std::string_view::npos || text.substr(at, 3) != "-->") return true;
    }
    at = text.find("<!", at);
  }
  return false;
}

/// The node behind the last one inside of `node` and inside of `top`.
const xmlNode* behind(const xmlNode* node, const xmlNode* top) {
  while (node != top) {
    if (node->next != nullptr) return node->next;
    node = node->parent;
  }
  return nullptr;
}

const xmlNode* next_node(const xmlNode* node, const xmlNode* top) {
  const bool enters = node->type == XML_ELEMENT_NODE && node->children != nullptr;
  return enters ? node->children : behind(node, top);
}

}  // namespace

std::string_view XmlElement::name() const {
  return node_ == nullptr ? std::string_view() : local_name(view(node_->name));
}

std::string_view XmlElement::prefix() const {
  if (node_ == nullptr) return {};
  if (node_->ns != nullptr) return view(node_->ns->prefix);
  const std::string_view whole = view(node_->name);
  const std::size_t colon = whole.rfind(':');
  return colon == std::string_view::npos ? std::string_view() : whole.substr(0, colon);
}

std::string_view XmlElement::space() const {
  return node_ == nullptr || node_->ns == nullptr ? std::string_view() : view(node_->ns->href);
}

bool XmlElement::is(std::string_view name) const {
  return node_ != nullptr && ascii::equals_ignoring_case(this->name(), name);
}

std::string XmlElement::attribute(std::string_view name) const {
  if (node_ == nullptr) return {};
  for (const xmlAttr* one = node_->properties; one != nullptr; one = one->next) {
    if (!ascii::equals_ignoring_case(local_name(view(one->name)), name)) continue;
    std::string value;
    for (const xmlNode* part = one->children; part != nullptr; part = part->next) {
      value += view(part->content);
    }
    return value;
  }
  return {};
}

XmlElement XmlElement::parent() const {
  const bool has_one =
      node_ != nullptr && node_->parent != nullptr && node_->parent->type == XML_ELEMENT_NODE;
  return XmlElement(has_one ? node_->parent : nullptr);
}

XmlElement XmlElement::first_child() const {
  return XmlElement(node_ == nullptr ? nullptr : element_from(node_->children));
}

XmlElement XmlElement::next_sibling() const {
  return XmlElement(node_ == nullptr ? nullptr : element_from(node_->next));
}

XmlElement XmlElement::next_inside(XmlElement top) const {
  const XmlElement inner = first_child();
  return inner ? inner : next_behind(top);
}

XmlElement XmlElement::next_behind(XmlElement top) const {
  for (XmlElement at = *this; at && at != top; at = at.parent()) {
    if (const XmlElement next = at.next_sibling()) return next;
  }
  return {};
}

std::vector<XmlElement> XmlElement::children() const {
  std::vector<XmlElement> all;
  for (XmlElement one = first_child(); one; one = one.next_sibling()) all.push_back(one);
  return all;
}

XmlElement XmlElement::child(std::string_view name) const {
  XmlElement one = first_child();
  while (one && !one.is(name)) one = one.next_sibling();
  return one;
}

XmlElement XmlElement::find(std::string_view name) const {
  if (node_ == nullptr) return {};
  XmlElement one = first_child();
  while (one && !one.is(name)) one = one.next_inside(*this);
  return one;
}

std::vector<XmlElement> XmlElement::find_all(std::string_view name) const {
  std::vector<XmlElement> all;
  for (XmlElement one = first_child(); one; one = one.next_inside(*this)) {
    if (one.is(name)) all.push_back(one);
  }
  return all;
}

std::string XmlElement::text() const {
  std::string out;
  for (const xmlNode* at = node_; at != nullptr; at = next_node(at, node_)) {
    if (at->type == XML_TEXT_NODE) out += view(at->content);
  }
  return out;
}

std::string XmlElement::language() const {
  for (XmlElement at = *this; at; at = at.parent()) {
    std::string declared = at.attribute("lang");
    if (!declared.empty()) return declared;
  }
  return {};
}

bool XmlElement::is_cut_off() const {
  const xmlNode* last = node_;
  while (last != nullptr && last->type == XML_ELEMENT_NODE && last->last != nullptr) {
    last = last->last;
  }
  return last != nullptr && last->type == XML_PI_NODE && view(last->name) == cut_mark;
}

void XmlDocument::Free::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

XmlElement XmlDocument::root() const { return XmlElement(xmlDocGetRootElement(document_.get())); }

std::optional<XmlDocument> XmlDocument::parse(std::string_view bytes) {
  const std::string text =
      decode_text(bytes, read_xml_head(bytes.substr(0, std::size_t{64} * 1024)).encoding).text;
  const auto tags = std::count(text.begin(), text.end(), '<');
  if (static_cast<std::size_t>(tags) > max_xml_tags) return std::nullopt;
  xmlDoc* document = nullptr;
  if (!needs_repair(text)) document = read_memory(ascii::trim(text), /*recover=*/false);
  if (document == nullptr) document = read_memory(repair_xml(text), /*recover=*/true);
  if (document == nullptr) return std::nullopt;
  XmlDocument parsed(document);
  if (!parsed.root()) return std::nullopt;
  return parsed;
}

}  // namespace news
