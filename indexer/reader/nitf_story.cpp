// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/nitf_story.hpp"

#include "indexer/markup/xml_paragraphs.hpp"
#include "indexer/reader/xml_text.hpp"
#include "news/article/byline.hpp"
#include "news/base/ascii.hpp"
#include "news/text/whitespace.hpp"

#include <utility>

namespace news {

namespace {

/// The first of these that says anything.
template <typename... Rest>
std::string first_of(std::string first, Rest... rest) {
  if constexpr (sizeof...(rest) > 0) {
    if (ascii::trim(first).empty()) return first_of(std::move(rest)...);
  }
  return first;
}

std::string title_of(XmlElement nitf) {
  const XmlElement headline = nitf.find("hedline");
  const XmlElement main = headline.find("hl1");
  return first_of(line_of_content(main), line_of_content(headline),
                  line_of_content(nitf.child("head").child("title")));
}

/// A subject by the finest name it has, else by its code.
std::string name_of_subject(XmlElement subject) {
  return first_of(
      subject.attribute("tobject.subject.detail"), subject.attribute("tobject.subject.matter"),
      subject.attribute("tobject.subject.type"), subject.attribute("tobject.subject.refnum"));
}

void add_topics(XmlElement nitf, Article& article) {
  for (const XmlElement subject : nitf.find_all("tobject.subject")) {
    add_topic(article, name_of_subject(subject));
  }
  for (const XmlElement keyword : nitf.find_all("keyword")) {
    add_topic(article, keyword.attribute("key"));
  }
}

/// When it was issued; when it may be printed, if that is later.
std::optional<Timestamp> published_at(XmlElement nitf, Language language) {
  const XmlElement data = nitf.find("docdata");
  const auto date = [&](XmlElement element, std::string_view attribute) {
    const std::string norm = element.attribute(attribute);
    return parse_wire_date(norm.empty() ? element.text() : norm, language);
  };
  const auto issued = date(data.child("date.issue"), "norm");
  const auto released = date(data.child("date.release"), "norm");
  if (const auto when = later_of(issued, released)) return when;
  const XmlElement publication = nitf.find("pubdata");
  if (publication) {
    if (const auto when = date(publication, "date.publication")) return when;
  }
  return date(nitf.find("story.date"), "norm");
}

std::string outlet_of(XmlElement nitf) {
  const XmlElement data = nitf.find("docdata");
  return first_of(nitf.find("pubdata").attribute("name"), line_of_content(nitf.find("distributor")),
                  data.child("doc.copyright").attribute("holder"),
                  data.child("doc-id").attribute("regsrc"));
}

/// The place of a dateline, without the date in it.
std::string dateline_of(XmlElement nitf) {
  const XmlElement dateline = nitf.find("dateline");
  std::string line = line_of_content(dateline.find("location"));
  return line.empty() && !dateline.find("story.date") ? line_of_content(dateline) : line;
}

}  // namespace

void add_topic(Article& article, std::string topic) {
  if (article.topics.size() < most_topics) article.topics.push_back(std::move(topic));
}

std::vector<std::string> authors_of_byline(XmlElement byline) {
  std::vector<std::string> authors;
  for (const XmlElement person : byline.find_all("person")) {
    for (std::string& author : authors_of(person.text())) authors.push_back(std::move(author));
  }
  if (!authors.empty()) return authors;
  std::string text = byline.text();
  const std::string title = byline.find("byttl").text();
  const std::size_t at = title.empty() ? std::string::npos : text.find(title);
  if (at != std::string::npos) text.erase(at, title.size());
  fold_whitespace_in_place(text);
  return authors_of(text);
}

std::string story_text(XmlElement content) {
  XmlElement body = content.is("body.content") ? content : content.find("body.content");
  if (!body) body = content.find("body");
  return paragraphs_of_content(body ? body : content);
}

Article read_nitf_story(XmlElement nitf) {
  Article article;
  article.language = language_of(
      first_of(nitf.attribute("baselang"), nitf.language(), nitf.child("body").attribute("lang")));
  article.id = nitf.find("docdata").child("doc-id").attribute("id-string");
  article.title = title_of(nitf);
  for (const XmlElement byline : nitf.find_all("byline")) {
    if (article.authors.size() > most_topics) break;
    for (std::string& author : authors_of_byline(byline)) {
      article.authors.push_back(std::move(author));
    }
  }
  article.published = published_at(nitf, article.language);
  article.outlet = outlet_of(nitf);
  article.section = nitf.find("pubdata").attribute("position.section");
  add_topics(nitf, article);
  article.body = with_dateline(dateline_of(nitf), story_text(nitf.child("body")));
  if (article.body.empty()) article.body = paragraphs_of_content(nitf.find("abstract"));
  return article;
}

}  // namespace news
