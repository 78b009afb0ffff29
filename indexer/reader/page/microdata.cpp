// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/microdata.hpp"

#include "indexer/reader/page/page_heading.hpp"
#include "news/base/ascii.hpp"

#include <array>
#include <optional>

namespace news {

namespace {

struct Property {
  std::string_view name;
  PageField field = PageField::title;
};

constexpr std::array properties = {
    Property{"headline", PageField::title},        Property{"datepublished", PageField::published},
    Property{"datemodified", PageField::modified}, Property{"author", PageField::author},
    Property{"publisher", PageField::outlet},      Property{"articlesection", PageField::section},
    Property{"keywords", PageField::topic},        Property{"inlanguage", PageField::language}};

bool has_attribute(const HtmlDocument& document, NodeId node, std::string_view name) {
  for (const HtmlDocument::Attribute& attribute : document.attributes(node)) {
    if (attribute.name == name) return true;
  }
  return false;
}

bool is_item(const HtmlDocument& document, NodeId node) {
  return has_attribute(document, node, "itemscope") || has_attribute(document, node, "itemtype");
}

bool is_article_item(const HtmlDocument& document, NodeId node) {
  const std::string_view type = ascii::trim(document.attribute(node, "itemtype"));
  return type.ends_with("Article") || type.ends_with("BlogPosting");
}

/// Whether an item is the page, which may say things of the article on it.
bool is_page_item(const HtmlDocument& document, NodeId node) {
  const std::string_view type = ascii::trim(document.attribute(node, "itemtype"));
  return type.ends_with("Page") || type.ends_with("CreativeWork");
}

/// The item around a node; the root if there is none.
NodeId item_around(const HtmlDocument& document, NodeId node) {
  while (node != HtmlDocument::root) {
    node = document[node].parent;
    if (is_item(document, node)) return node;
  }
  return node;
}

/// What an element with an itemprop gives as its value.
std::string value_of(const HtmlDocument& document, NodeId node, bool is_date) {
  const std::string_view content = document.attribute(node, "content");
  if (!content.empty()) return std::string(content);
  const std::string_view date = document.attribute(node, "datetime");
  if (is_date && !date.empty()) return std::string(date);
  return short_text_of(document, node);
}

/// The name of the person or organization that an item is.
std::string name_within(const HtmlDocument& document, NodeId item) {
  for (NodeId node = item + 1; node < document[item].end; ++node) {
    if (document.attribute(node, "itemprop") == "name") return value_of(document, node, false);
  }
  return {};
}

std::optional<PageField> field_of(std::string_view itemprop) {
  const std::string name = ascii::to_lower(itemprop.substr(0, itemprop.find(' ')));
  for (const Property& property : properties) {
    if (property.name == name) return property.field;
  }
  return std::nullopt;
}

}  // namespace

void add_microdata_claims(const HtmlDocument& document, PageClaims& claims) {
  constexpr std::size_t longest_name_bytes = 300;
  NodeId article = HtmlDocument::root;
  for (NodeId node = 1; node < document.size(); ++node) {
    if (document.is_text(node)) continue;
    const bool item = is_item(document, node);
    if (item && article == HtmlDocument::root && is_article_item(document, node)) article = node;
    const std::string_view itemprop = document.attribute(node, "itemprop");
    const auto field = itemprop.empty() ? std::nullopt : field_of(itemprop);
    if (!field) continue;
    const NodeId around = item_around(document, node);
    const bool of_article = around == HtmlDocument::root || around == article;
    if (!of_article && !is_page_item(document, around)) continue;
    const bool date = *field == PageField::published || *field == PageField::modified;
    std::string value = item ? name_within(document, node) : std::string();
    if (value.empty()) value = value_of(document, node, date);
    if (value.size() > longest_name_bytes) continue;
    claims.add(*field, ClaimSource::microdata, value);
  }
}

}  // namespace news
