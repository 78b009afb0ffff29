// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/feed/feed_entry.hpp"

#include "indexer/reader/feed/link.hpp"
#include "indexer/reader/feed/named_children.hpp"
#include "indexer/reader/xml_text.hpp"
#include "news/article/byline.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/text/whitespace.hpp"

#include <array>
#include <span>

namespace news {

namespace {

/// Where an entry has its text, the fullest first.
constexpr std::array<std::string_view, 12> text_names = {
    "content:encoded", "content",        "xhtml:body",     "body",
    "atom:content",    "description",    "summary",        "abstract",
    "atom:summary",    "dc:description", "itunes:summary", "media:description"};
constexpr std::array<std::string_view, 4> title_names = {"title", "dc:title", "itunes:title",
                                                         "media:title"};
constexpr std::array<std::string_view, 10> published_names = {
    "pubdate", "published",       "issued",         "dc:date", "dcterms:issued",
    "created", "dcterms:created", "atom:published", "date",    "dc:created"};
constexpr std::array<std::string_view, 6> modified_names = {
    "updated", "modified", "dcterms:modified", "atom:updated", "lastbuilddate", "lastmod"};

/// Media and files that stand in an entry are none of its text.
bool is_text_type(XmlElement content) {
  const std::string type = ascii::to_lower(content.attribute("type"));
  if (ascii::equals_ignoring_case(content.attribute("mode"), "base64")) return false;
  return type.find('/') == std::string::npos || type.starts_with("text/") ||
         type.find("xml") != std::string::npos || type.find("html") != std::string::npos;
}

/// Atom says what a text is; else it is HTML if it looks like that.
std::string text_of_entry_part(XmlElement part) {
  if (!part || !is_text_type(part)) return {};
  const std::string type = ascii::to_lower(part.attribute("type"));
  if (!part.first_child() && (type == "text" || type == "text/plain")) {
    std::string text = part.text();
    fold_paragraphs_in_place(text);
    return text;
  }
  return paragraphs_of_content(part);
}

/// The first of these children that has a text.
std::string first_text(const NamedChildren& children, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    for (const XmlElement part : children.all(name)) {
      std::string text = text_of_entry_part(part);
      if (!text.empty()) return text;
    }
  }
  return {};
}

std::optional<Timestamp> first_date(const NamedChildren& children,
                                    std::span<const std::string_view> names, Language language) {
  for (const std::string_view name : names) {
    for (const XmlElement part : children.all(name)) {
      if (const auto date = parse_wire_date(part.text(), language)) return date;
    }
  }
  return std::nullopt;
}

/// "jane@example.org (Jane Doe)", "Jane Doe <jane@example.org>": the name, if there is one.
std::string without_address(std::string text) {
  fold_whitespace_in_place(text);
  const std::size_t at = text.find('@');
  if (at == std::string::npos) return text;
  const std::size_t open = text.find('(', at);
  const std::size_t close = text.find(')', at);
  if (open < close && close != std::string::npos) return text.substr(open + 1, close - open - 1);
  const std::size_t bracket = text.find('<');
  return bracket != std::string::npos && bracket < at ? text.substr(0, bracket) : std::string();
}

void add_authors(const std::vector<XmlElement>& persons, std::vector<std::string>& authors) {
  for (const XmlElement person : persons) {
    const XmlElement name = person.child("name");
    const bool has_parts = static_cast<bool>(person.first_child());
    const std::string text =
        has_parts ? (name ? name.text() : std::string()) : line_of_content(person);
    for (std::string& author : authors_of(without_address(text))) {
      authors.push_back(std::move(author));
    }
  }
}

std::vector<std::string> authors_of_entry(const NamedChildren& children) {
  std::vector<std::string> authors;
  for (const std::string_view name : {"author", "dc:creator", "atom:author"}) {
    add_authors(children.all(name), authors);
  }
  for (const std::string_view name : {"itunes:author", "dc:contributor"}) {
    if (authors.empty()) add_authors(children.all(name), authors);
  }
  return authors;
}

std::vector<std::string> topics_of(const NamedChildren& children) {
  std::vector<std::string> topics;
  for (const std::string_view name : {"category", "dc:subject", "atom:category"}) {
    for (const XmlElement topic : children.all(name)) {
      std::string label = topic.attribute("label");
      if (label.empty()) label = topic.attribute("term");
      if (label.empty()) label = line_of_content(topic);
      topics.push_back(std::move(label));
    }
  }
  return topics;
}

/// An entry that was taken from another feed names that.
std::string outlet_of(const NamedChildren& children, const FeedHead& head) {
  const XmlElement source = children.first("source");
  const XmlElement title = source.child("title");
  std::string outlet = title ? line_of_content(title)
                             : (source.first_child() ? std::string() : line_of_content(source));
  return outlet.empty() ? head.title : outlet;
}

Language language_of_entry(XmlElement entry, const NamedChildren& children, const FeedHead& head) {
  for (const std::string_view name : {"content", "summary", "title"}) {
    const XmlElement part = children.first(name);
    const Language declared = language_of(part.attribute("lang"));
    if (declared.known()) return declared;
  }
  for (const std::string_view name : {"dc:language", "language"}) {
    const Language declared = language_of(children.first(name).text());
    if (declared.known()) return declared;
  }
  const Language around = language_of(entry.language());
  return around.known() ? around : head.language;
}

}  // namespace

bool is_feed_entry(XmlElement element) {
  if (element.is("entry")) return true;
  // Other vocabularies have items, too.
  return element.is("item") &&
         (element.prefix().empty() || element.prefix() == element.parent().prefix() ||
          element.space().find("rss") != std::string_view::npos);
}

FeedHead read_feed_head(XmlElement root) {
  const XmlElement channel = root.child("channel");
  const XmlElement feed = channel ? channel : root;
  const NamedChildren children(feed);
  FeedHead head;
  head.title = first_text(children, title_names);
  fold_whitespace_in_place(head.title);
  head.url = link_of_entry(feed, children, {});
  head.language = language_of(children.first("language").text());
  if (!head.language.known()) head.language = language_of(children.first("dc:language").text());
  if (!head.language.known()) head.language = language_of(feed.language());
  if (root.is("feed")) add_authors(children.all("author"), head.authors);
  return head;
}

Article read_feed_entry(XmlElement entry, const FeedHead& head) {
  const NamedChildren children(entry);
  Article article;
  article.language = language_of_entry(entry, children, head);
  article.url = link_of_entry(entry, children, head.url);
  article.id = id_of_entry(entry, children);
  article.title = first_text(children, title_names);
  article.body = first_text(children, text_names);
  article.authors = authors_of_entry(children);
  if (article.authors.empty()) article.authors = head.authors;
  article.published = first_date(children, published_names, article.language);
  article.modified = first_date(children, modified_names, article.language);
  if (!article.published) article.published = article.modified;
  if (article.modified == article.published) article.modified.reset();
  article.topics = topics_of(children);
  article.outlet = outlet_of(children, head);
  return article;
}

std::string refusal_of_entry(XmlElement entry) {
  if (entry.is_cut_off()) return std::string(cut_off_inside);
  const std::string type = NamedChildren(entry).first("wp:post_type").text();
  if (type == "attachment" || type == "nav_menu_item") {
    return "part of a site that is no article: " + type;
  }
  return {};
}

}  // namespace news
