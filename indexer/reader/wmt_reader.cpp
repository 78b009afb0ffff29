// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/xml_reader.hpp"
#include "indexer/reader/xml_text.hpp"
#include "news/base/ascii.hpp"
#include "news/text/joint.hpp"

#include <utility>

namespace news {

namespace {

/// The sentences of a paragraph are segments.
std::string paragraph_of(XmlElement paragraph) {
  std::string line;
  for (const XmlElement segment : paragraph.find_all("seg")) {
    const std::string text = segment.text();
    const std::string_view sentence = ascii::trim(text);
    line.append(joint_between(line, sentence)).append(sentence);
  }
  return line;
}

/// The first paragraph is the headline where it is a line and not the story.
void take_title(Article& article) {
  constexpr std::size_t longest_title = 200;
  const std::size_t end = article.body.find('\n');
  if (end == std::string::npos || end > longest_title) return;
  article.title = article.body.substr(0, end);
  article.body.erase(0, end + 1);
}

std::vector<Parsed> read_document(XmlElement document) {
  const XmlElement source = document.child("src");
  if (source ? source.is_cut_off() : document.is_cut_off()) return {};
  Article article;
  article.id = document.attribute("id");
  article.language = language_of(source.attribute("lang"));
  if (!article.language.known()) article.language = language_of(document.attribute("origlang"));
  for (const XmlElement paragraph : source.find_all("p")) {
    article.body += paragraph_of(paragraph) + "\n";
  }
  take_title(article);
  return {std::move(article)};
}

}  // namespace

/// The news tests of the WMT conferences: a <doc> a record. Only what was written first is read,
/// not its translations.
std::unique_ptr<Reader> make_wmt_reader() {
  return make_xml_reader(
      {.name = "wmt", .roots = {"dataset"}, .read = read_document, .record = "doc"});
}

}  // namespace news
