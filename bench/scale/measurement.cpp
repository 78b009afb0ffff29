// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/scale/measurement.hpp"

#include "bench/scale/growth_law.hpp"
#include "bench/support/process.hpp"
#include "bench/support/work_folder.hpp"
#include "bench/throughput/mixed_queries.hpp"
#include "bench/throughput/news_programs.hpp"
#include "bench/throughput/progress.hpp"
#include "bench/throughput/rows.hpp"
#include "news/base/error.hpp"
#include "news/cli/article_json.hpp"

#include <algorithm>
#include <fstream>
#include <utility>

#include <fmt/format.h>

namespace news::bench {

namespace fs = std::filesystem;

namespace {

/// The articles of all sizes, as files of JSON Lines that are written as far as they are needed.
class Archive {
 public:
  Archive(const GeneratorSettings& settings, fs::path folder)
      : generator_(settings), folder_(std::move(folder)) {
    make_empty(folder_);
  }

  void extend_to(std::uint64_t articles) {
    while (articles_ < articles) {
      const std::uint64_t count = std::min(articles_a_file, articles - articles_);
      if (articles_ == 0) articles_in_first_file_ = count;
      write_file(folder_ / file_name(articles_), count);
    }
  }

  /// So many articles that the archive has not, in a file of their own elsewhere.
  fs::path more(std::uint64_t articles) {
    fs::path file = folder_.string() + ".more.jsonl";
    std::ofstream out(file);
    for (std::uint64_t i = 0; i < articles; ++i) out << to_json_line(generator_.next()) << '\n';
    return file;
  }

  const fs::path& folder() const { return folder_; }
  fs::path first_file() const { return folder_ / file_name(0); }
  std::uint64_t articles_in_first_file() const { return articles_in_first_file_; }
  std::uint64_t text_bytes() const { return text_bytes_; }
  const VocabularyGrowth& growth() const { return growth_; }

 private:
  static std::string file_name(std::uint64_t first_article) {
    return fmt::format("{:09}.jsonl", first_article);
  }

  void write_file(const fs::path& file, std::uint64_t articles) {
    std::ofstream out(file);
    for (std::uint64_t i = 0; i < articles; ++i, ++articles_) {
      const Article article = generator_.next();
      out << to_json_line(article) << '\n';
      text_bytes_ += article.title.size() + article.body.size();
      growth_.add(article.body);
    }
  }

  ArticleGenerator generator_;
  fs::path folder_;
  std::uint64_t articles_ = 0;
  std::uint64_t articles_in_first_file_ = 0;
  std::uint64_t text_bytes_ = 0;
  VocabularyGrowth growth_;
};

/// Questions drawn from the words of the first articles, which every size has.
std::vector<std::string> questions_for(const ScaleRun& run, const fs::path& rows) {
  constexpr std::uint64_t most = 20'000;
  ArticleGenerator generator(run.generator);
  RowWriter writer(rows);
  for (std::uint64_t left = std::min(most, run.sizes.front()); left > 0; --left) {
    const Article article = generator.next();
    writer.write({article.id, article.title, article.body});
  }
  writer.close();
  std::vector<std::string> questions;
  for (const Query& query : draw_queries(rows, run.queries)) questions.push_back(query.news);
  return questions;
}

/// Puts a word in front of each body.
void change_every_article(const fs::path& file) {
  constexpr std::string_view key = "\"body\":\"";
  std::ifstream in(file);
  std::ofstream out(file.string() + ".new");
  for (std::string line; std::getline(in, line);) {
    line.insert(line.find(key) + key.size(), "Updated: ");
    out << line << '\n';
  }
  out.close();
  fs::rename(file.string() + ".new", file);
}

Percentiles percentiles_ms(const Answers& answers, std::size_t queries) {
  if (answers.seconds.size() != queries) {
    throw Error("news-search",
                fmt::format("answered {} of {} queries", answers.seconds.size(), queries));
  }
  std::vector<double> ms;
  for (const double seconds : answers.seconds) ms.push_back(1e3 * seconds);
  return percentiles_of(std::move(ms));
}

SizeFigures measure_size(Archive& archive, const std::vector<std::string>& queries,
                         std::uint64_t articles, const fs::path& folder) {
  make_empty(folder);
  const fs::path index = folder / "index";
  SizeFigures figures;
  figures.articles = articles;
  figures.text_bytes = archive.text_bytes();
  figures.words = archive.growth().words();
  figures.vocabulary = archive.growth().vocabulary();
  say(fmt::format("building an index of {} articles", articles));
  const Measured built =
      measure_news_index_all_new({.index = index, .source = archive.folder()}, articles);
  figures.build_seconds = built.seconds;
  figures.build_cpu_seconds = built.cpu_seconds;
  figures.peak_memory_bytes = built.peak_memory_bytes;
  figures.index_bytes = bytes_under(index);
  say(fmt::format("  {:.1f} s; asking {} queries", built.seconds, queries.size()));
  warm_up(index);
  figures.query_ms = percentiles_ms(ask_news_search(index, queries, {}, folder), queries.size());
  figures.words_only_ms = percentiles_ms(
      ask_news_search(index, queries, {"--rank", "bm25", "--duplicates", "show"}, folder),
      queries.size());
  say("  adding, updating, merging");
  figures.add_seconds =
      measure_news_index_all_new({.index = index, .source = archive.more(added_articles)},
                                 added_articles)
          .seconds;
  const fs::path changed = archive.first_file();
  fs::copy_file(changed, folder / "original");
  change_every_article(changed);
  figures.update_seconds = measure_news_index({.index = index, .source = archive.folder()},
                                              archive.articles_in_first_file())
                               .seconds;
  fs::copy_file(folder / "original", changed, fs::copy_options::overwrite_existing);
  figures.compact_seconds = compact_news_index(index).seconds;
  make_empty(folder);
  return figures;
}

}  // namespace

std::vector<SizeFigures> measure_sizes(const ScaleRun& run, const fs::path& work) {
  Archive archive(run.generator, work / "archive");
  std::vector<SizeFigures> figures;
  const std::vector<std::string> queries = questions_for(run, work / "rows");
  for (const std::uint64_t articles : run.sizes) {
    say(fmt::format("writing {} articles", articles));
    archive.extend_to(articles);
    figures.push_back(measure_size(archive, queries, articles, work / "size"));
  }
  return figures;
}

}  // namespace news::bench
