// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/nitf_story.hpp"
#include "indexer/reader/xml_reader.hpp"
#include "indexer/reader/xml_text.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace news {

namespace {

constexpr std::array<std::string_view, 4> subject_elements = {"subject", "subjectmatter",
                                                              "subjectdetail", "subjectqualifier"};

std::string formal_name(XmlElement element) { return element.attribute("FormalName"); }

/// What the topics that a document explains are called, by their code and by "#" and their Duid.
using TopicNames = std::map<std::string, std::string>;

/// A topic's name in the language of the article, else in any.
std::string name_of_topic(XmlElement topic, Language language) {
  std::string name;
  for (const XmlElement description : topic.find_all("Description")) {
    const std::string variant = description.attribute("Variant");
    if (!variant.empty() && variant != "Name") continue;
    const bool fits = language.known() && language_of(description.attribute("lang")) == language;
    if (name.empty() || fits) name = line_of_content(description);
    if (fits) break;
  }
  return name;
}

TopicNames topic_names(XmlElement item, Language language) {
  TopicNames names;
  for (const XmlElement topic : item.find_all("Topic")) {
    const std::string code = line_of_content(topic.child("FormalName"));
    std::string name = name_of_topic(topic, language);
    if (name.empty()) name = code;
    if (name.empty()) continue;
    if (!code.empty()) names.emplace(code, name);
    names.emplace("#" + topic.attribute("Duid"), name);
  }
  return names;
}

void add_named(Article& article, const TopicNames& names, const std::string& code) {
  const auto known = names.find(code);
  add_topic(article, known == names.end() ? code : known->second);
}

void add_topics(XmlElement item, Article& article) {
  const TopicNames names = topic_names(item, article.language);
  for (XmlElement at = item.first_child(); at; at = at.next_inside(item)) {
    const std::string name = ascii::to_lower(at.name());
    const bool is_subject =
        std::find(subject_elements.begin(), subject_elements.end(), name) != subject_elements.end();
    if (is_subject) add_named(article, names, formal_name(at));
    if (name == "topicoccurrence") {
      const std::string reference = at.attribute("Topic");
      if (names.contains(reference)) add_named(article, names, reference);
    }
    if (name == "property" && ascii::equals_ignoring_case(formal_name(at), "Keyword")) {
      add_topic(article, at.attribute("Value"));
    }
    if (name == "keywordline") add_topic(article, line_of_content(at));
  }
}

/// The first element of a name that has a text.
std::string first_line(XmlElement item, std::string_view name) {
  for (const XmlElement element : item.find_all(name)) {
    std::string line = line_of_content(element);
    if (!line.empty()) return line;
  }
  return {};
}

bool is_text(XmlElement content) {
  const std::string medium = ascii::to_lower(formal_name(content.child("MediaType")));
  return medium.empty() || medium.find("text") != std::string::npos;
}

/// An item has captions and other versions beside the story; that is the longest.
std::string body_of(XmlElement item) {
  std::string longest;
  for (const XmlElement content : item.find_all("ContentItem")) {
    if (!is_text(content)) continue;
    std::string text = story_text(content.child("DataContent"));
    if (text.size() > longest.size()) longest = std::move(text);
  }
  return longest;
}

std::string outlet_of(XmlElement item) {
  for (const std::string_view name : {"Provider", "Source"}) {
    const XmlElement party = item.find(name).child("Party");
    std::string called = formal_name(party);
    if (!called.empty()) return called;
  }
  return line_of_content(item.find("ProviderId"));
}

Language language_of_item(XmlElement item) {
  const Language declared = language_of(formal_name(item.find("Language")));
  return declared.known() ? declared : language_of(item.language());
}

Article read_item(XmlElement item) {
  Article article;
  article.language = language_of_item(item);
  article.id = first_line(item, "PublicIdentifier");
  if (article.id.empty()) article.id = first_line(item, "NewsItemId");
  article.title = first_line(item, "HeadLine");
  for (const XmlElement byline : item.find_all("ByLine")) {
    article.authors = authors_of_byline(byline);
    if (!article.authors.empty()) break;
  }
  const auto date = [&](std::string_view name) {
    return parse_wire_date(first_line(item, name), article.language);
  };
  article.published = date("FirstCreated");
  article.modified = date("ThisRevisionCreated");
  if (!article.published) article.published = article.modified;
  if (!article.published) article.published = date("DateId");
  if (article.modified == article.published) article.modified.reset();
  article.outlet = outlet_of(item);
  add_topics(item, article);
  article.body = with_dateline(first_line(item, "DateLine"), body_of(item));
  return article;
}

/// Headlines without a story are read; pictures and the like are named.
Parsed read_text_item(XmlElement item) {
  if (item.is_cut_off()) return Unreadable{std::string(cut_off_inside), /*rest_unread=*/true};
  const auto contents = item.find_all("ContentItem");
  if (!contents.empty() && std::none_of(contents.begin(), contents.end(), is_text)) {
    return Unreadable{"not a text: " + formal_name(contents.front().child("MediaType"))};
  }
  return read_item(item);
}

std::vector<Parsed> read_newsml(XmlElement root) {
  std::vector<Parsed> parsed;
  for (XmlElement at = root.first_child(); at;) {
    const bool is_item = at.is("NewsItem");
    if (is_item) parsed.push_back(read_text_item(at));
    at = is_item ? at.next_behind(root) : at.next_inside(root);
  }
  return parsed;
}

}  // namespace

/// NewsML 1: one article a NewsItem.
std::unique_ptr<Reader> make_newsml_reader() {
  return make_xml_reader({.name = "newsml", .roots = {"NewsML"}, .read = read_newsml});
}

}  // namespace news
