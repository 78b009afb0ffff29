// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/nitf_story.hpp"
#include "indexer/reader/xml_reader.hpp"
#include "indexer/reader/xml_text.hpp"
#include "news/base/ascii.hpp"

#include <utility>

namespace news {

namespace {

/// "text" of "ninat:text".
std::string_view code_of(std::string_view qcode) { return qcode.substr(qcode.rfind(':') + 1); }

/// Of several children that say the same in several languages, the one in the article's, else the
/// first.
std::string named(XmlElement parent, std::string_view name, Language language) {
  std::string first;
  for (XmlElement child = parent.first_child(); child; child = child.next_sibling()) {
    if (!child.is(name)) continue;
    std::string line = line_of_content(child);
    if (line.empty()) continue;
    if (language_of(child.language()) == language) return line;
    if (first.empty()) first = std::move(line);
  }
  return first;
}

/// What a concept is called: by its name, else as it is written, else by its code.
std::string name_of_concept(XmlElement concept_, Language language) {
  std::string name = named(concept_, "name", language);
  if (name.empty()) name = concept_.attribute("literal");
  return name.empty() ? concept_.attribute("qcode") : name;
}

void add_topics(XmlElement meta, Article& article) {
  for (XmlElement child = meta.first_child(); child; child = child.next_sibling()) {
    if (child.is("subject")) add_topic(article, name_of_concept(child, article.language));
    if (child.is("keyword")) add_topic(article, line_of_content(child));
  }
}

std::string outlet_of(XmlElement item, Language language) {
  const XmlElement provider = item.child("itemMeta").child("provider");
  const XmlElement source = item.child("contentMeta").child("infoSource");
  for (const XmlElement concept_ : {provider, source}) {
    const std::string name = name_of_concept(concept_, language);
    if (!name.empty())
      return std::string(name == concept_.attribute("qcode") ? code_of(name) : name);
  }
  return {};
}

/// A by-line; else the creators that have names of their own, which agencies mostly do not.
std::vector<std::string> authors_of_item(XmlElement meta) {
  for (const XmlElement by : meta.find_all("by")) {
    std::vector<std::string> authors = authors_of_byline(by);
    if (!authors.empty()) return authors;
  }
  std::vector<std::string> authors;
  for (const XmlElement creator : meta.find_all("creator")) {
    if (authors.size() == most_topics) break;
    std::string name = line_of_content(creator.child("name"));
    if (!name.empty()) authors.push_back(std::move(name));
  }
  return authors;
}

Language language_of_item(XmlElement item) {
  const Language declared =
      language_of(item.child("contentMeta").child("language").attribute("tag"));
  return declared.known() ? declared : language_of(item.language());
}

/// The first content that has a text.
std::string body_of(XmlElement item) {
  const XmlElement contents = item.child("contentSet");
  for (const std::string_view name : {"inlineXML", "inlineData"}) {
    for (const XmlElement content : contents.find_all(name)) {
      std::string text = story_text(content);
      if (!text.empty()) return text;
    }
  }
  return {};
}

/// A story is not published before its embargo ends.
void read_dates(XmlElement item, Article& article) {
  const XmlElement meta = item.child("itemMeta");
  const auto date = [&](XmlElement parent, std::string_view name) {
    return parse_wire_date(parent.child(name).text(), article.language);
  };
  article.published = date(meta, "firstCreated");
  article.modified = date(meta, "versionCreated");
  if (!article.published) article.published = date(item.child("contentMeta"), "contentCreated");
  if (!article.published) article.published = article.modified;
  article.published = later_of(article.published, date(meta, "embargoed"));
  const bool is_later =
      article.modified && later_of(article.published, article.modified) == article.modified;
  if (!is_later || article.modified == article.published) article.modified.reset();
}

Article read_item(XmlElement item) {
  const XmlElement meta = item.child("contentMeta");
  Article article;
  article.language = language_of_item(item);
  article.id = item.attribute("guid");
  article.title = named(meta, "headline", article.language);
  if (article.title.empty()) {
    article.title = named(item.child("itemMeta"), "title", article.language);
  }
  article.authors = authors_of_item(meta);
  read_dates(item, article);
  article.outlet = outlet_of(item, article.language);
  add_topics(meta, article);
  article.body = with_dateline(named(meta, "dateline", article.language), body_of(item));
  return article;
}

Parsed read_text_item(XmlElement item) {
  if (item.is_cut_off()) return Unreadable{std::string(cut_off_inside), /*rest_unread=*/true};
  const std::string kind =
      ascii::to_lower(code_of(item.child("itemMeta").child("itemClass").attribute("qcode")));
  const bool is_text = kind.empty() || kind == "text" || kind == "composite";
  if (!is_text) return Unreadable{"not a text: " + kind};
  return read_item(item);
}

/// Packages only say which items belong together; the items come by themselves.
std::vector<Parsed> read_newsml_g2(XmlElement root) {
  std::vector<Parsed> parsed;
  bool has_package = root.is("packageItem");
  XmlElement at = root;
  while (at) {
    const bool is_item = at.is("newsItem");
    has_package = has_package || at.is("packageItem");
    if (is_item) parsed.push_back(read_text_item(at));
    at = is_item || at.is("packageItem") ? at.next_behind(root) : at.next_inside(root);
  }
  if (parsed.empty() && has_package) {
    parsed.emplace_back(Unreadable{"a package, which only lists items"});
  }
  return parsed;
}

}  // namespace

/// NewsML-G2: one article a newsItem, alone or in a newsMessage.
std::unique_ptr<Reader> make_newsml_g2_reader() {
  return make_xml_reader({.name = "newsml-g2",
                          .roots = {"newsMessage", "newsItem", "packageItem"},
                          .read = read_newsml_g2});
}

}  // namespace news
