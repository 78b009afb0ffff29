// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/xml_paragraphs.hpp"
#include "indexer/reader/formats.hpp"
#include "indexer/reader/nitf_story.hpp"
#include "indexer/reader/xml_reader.hpp"
#include "indexer/reader/xml_text.hpp"

#include <utility>

namespace news {

namespace {

/// The value of a Dublin Core element; they are written <dc element="dc.date.created" value="...">.
std::string dublin_core(XmlElement metadata, std::string_view element) {
  for (const XmlElement entry : metadata.find_all("dc")) {
    if (entry.attribute("element") == element) return entry.attribute("value");
  }
  return {};
}

std::string outlet_of(XmlElement metadata) {
  std::string publisher = dublin_core(metadata, "dc.publisher");
  if (publisher.empty()) publisher = dublin_core(metadata, "dc.source");
  return publisher.empty() || publisher.starts_with("Reuters") ? "Reuters" : publisher;
}

std::optional<Timestamp> published_at(XmlElement item, XmlElement metadata, Language language) {
  for (const std::string& date :
       {item.attribute("date"), dublin_core(metadata, "dc.date.published"),
        dublin_core(metadata, "dc.date.created")}) {
    if (const auto when = parse_wire_date(date, language)) return when;
  }
  return std::nullopt;
}

std::vector<Parsed> read_item(XmlElement item) {
  const XmlElement text = item.child("text");
  if (text ? text.is_cut_off() : item.is_cut_off()) return {};
  const XmlElement metadata = item.child("metadata");
  Article article;
  article.id = item.attribute("itemid");
  if (article.id.empty()) article.id = item.attribute("id");
  article.language = language_of(item.language());
  article.title = line_of_content(item.child("headline"));
  if (article.title.empty()) article.title = line_of_content(item.child("title"));
  article.authors = authors_of_byline(item.child("byline"));
  article.published = published_at(item, metadata, article.language);
  article.outlet = outlet_of(metadata);
  for (const XmlElement code : metadata.find_all("code")) {
    add_topic(article, code.attribute("code"));
  }
  article.body = with_dateline(line_of_content(item.child("dateline")), paragraphs_of(text));
  return {std::move(article)};
}

}  // namespace

/// The XML of the Reuters Corpus Volume 1 and others in its form: a <newsitem> a document, of which
/// a dump has many.
std::unique_ptr<Reader> make_rcv1_reader() {
  return make_xml_reader({.name = "rcv1", .roots = {"newsitem"}, .read = read_item});
}

}  // namespace news
