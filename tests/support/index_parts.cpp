// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/index_parts.hpp"

#include "indexer/build/composer.hpp"
#include "indexer/build/segment_writer.hpp"
#include "news/article/stored_article.hpp"
#include "news/index/schema.hpp"
#include "news/text/analyzer.hpp"
#include "tests/support/reading.hpp"

#include <algorithm>

namespace news::test {

Article article_from(std::string_view path, std::string_view id, std::string_view title,
                     std::string_view body) {
  Article article;
  article.origin.path = path;
  article.origin.name = path;
  article.id = id;
  article.title = title;
  article.body = body;
  article.language = *Language::parse("en");
  return article;
}

Xapian::Database build_segment(const std::filesystem::path& folder,
                               const std::vector<Article>& articles) {
  const auto writer = make_xapian_segment_writer(folder);
  Composer composer;
  std::vector<Document> documents;
  for (const Article& article : articles) documents.push_back(composer.compose(article));
  writer->add_batch(0, documents);
  writer->set_metadata(std::string(schema::format_key), std::string(schema::format_version));
  writer->set_metadata(std::string(schema::analyzer_key), std::string(Analyzer::rules));
  writer->finish();
  return Xapian::Database(folder.string());
}

namespace {

std::vector<std::string> titles_of(const Xapian::Database& database) {
  std::vector<std::string> titles;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    titles.push_back(from_stored(database.get_document(*id).get_data()).title);
  }
  return titles;
}

}  // namespace

std::string titles_in(const Xapian::Database& database) { return joined(titles_of(database), " "); }

std::string sorted_titles_in(const Xapian::Database& database) {
  std::vector<std::string> titles = titles_of(database);
  std::sort(titles.begin(), titles.end());
  return joined(titles, " ");
}

std::string shown(const Document& document, std::string_view prefix) {
  std::string out;
  for (const Document::Occurrence& occurrence : document.occurrences()) {
    const std::string_view term = document.term(occurrence);
    if (!term.starts_with(prefix)) continue;
    if (!out.empty()) out += " ";
    out += term;
    if (occurrence.position != 0) out += "@" + std::to_string(occurrence.position);
    if (occurrence.wdf == 0) out += "~";
    if (occurrence.wdf > 1) out += "*" + std::to_string(occurrence.wdf);
  }
  return out;
}

}  // namespace news::test
