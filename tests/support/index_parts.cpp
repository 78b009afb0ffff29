// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/index_parts.hpp"

#include "indexer/build/composer.hpp"
#include "indexer/build/segment_builder.hpp"
#include "news/index/article_store.hpp"
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
  Composer composer;
  DocumentBatch batch;
  composer.start(batch);
  for (const Article& article : articles) composer.add(article);
  SegmentBuilder builder(folder, {});
  builder.append(Inverter(0).invert(batch));
  builder.set_metadata(std::string(schema::format_key), std::string(schema::format_version));
  builder.set_metadata(std::string(schema::analyzer_key), std::string(Analyzer::rules));
  builder.finish();
  return Xapian::Database(folder.string());
}

namespace {

std::vector<std::string> titles_of(const Xapian::Database& database) {
  std::vector<std::string> titles;
  ArticleStore articles({database});
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    titles.push_back(articles.read(database.get_document(*id)).title);
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

std::string shown(const DocumentBatch& batch, std::string_view prefix) {
  std::string out;
  for (const DocumentBatch::Entry& entry : batch.entries(batch.documents().front())) {
    const std::string_view term = batch.dictionary().term(entry.term);
    if (!term.starts_with(prefix)) continue;
    if (!out.empty()) out += " ";
    out += term;
    for (const std::uint32_t position : batch.positions(entry)) {
      out += "@" + std::to_string(position);
    }
    const std::uint32_t usual = std::max(entry.positions, 1U);
    if (entry.wdf == 0) out += "~";
    if (entry.wdf != 0 && entry.wdf != usual) out += "*" + std::to_string(entry.wdf);
  }
  return out;
}

}  // namespace news::test
