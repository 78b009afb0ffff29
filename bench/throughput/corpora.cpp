// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/corpora.hpp"

#include "bench/support/process.hpp"
#include "bench/support/work_folder.hpp"
#include "bench/throughput/reuters_copies.hpp"
#include "indexer/build/batch_source.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace news::bench {

namespace fs = std::filesystem;

namespace {

/// A title that was made from the text is not given to the others: they would index it twice.
Row row_of(const Article& article, std::size_t number) {
  return {.id = article.id.empty() ? std::to_string(number) : article.id,
          .title = article.title_from_text ? "" : article.title,
          .body = article.body};
}

Corpus prepare(Corpus corpus, const fs::path& work) {
  const fs::path folder = work / corpus.name;
  fs::create_directories(folder);
  corpus.rows = folder / "rows";
  corpus.dump = folder / "dump.txt";
  measure_in_child("reading " + corpus.folder.string(), folder / "reading.log", [&corpus] {
    write_rows(corpus.folder, corpus.rows);
    write_dump(corpus.rows, corpus.dump);
  });
  corpus.text = size_of_rows(corpus.rows);
  warm_up(corpus.folder);
  return corpus;
}

std::vector<fs::path> sgml_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".sgm") files.push_back(entry.path());
  }
  if (files.empty()) throw InputError(folder.string(), "has no *.sgm");
  std::sort(files.begin(), files.end());
  return files;
}

void write_file(const fs::path& path, std::string_view content) {
  std::ofstream out(path, std::ios::binary);
  out << content;
  out.close();
  if (!out) throw FileError(path.string(), "was not written whole");
}

}  // namespace

std::vector<Corpus> prepare_corpora(const fs::path& data, const fs::path& work) {
  std::vector<Corpus> corpora;
  for (const auto& [name, title] : {std::pair("reuters21578", "Reuters-21578, SGML files"),
                                    std::pair("c50", "C50, a text file an article")}) {
    const fs::path folder = data / name;
    if (!fs::is_directory(folder)) continue;
    corpora.push_back(
        prepare({.name = name, .title = title, .folder = fs::canonical(folder)}, work));
  }
  if (corpora.empty()) {
    throw InputError(data.string(), "has neither reuters21578/ nor c50/",
                     "See docs/benchmarks.md.");
  }
  return corpora;
}

void write_rows(const fs::path& folder, const fs::path& rows) {
  RowWriter out(rows);
  std::size_t number = 0;
  BatchSource source(SourceWalk({folder.string()}, ""), {}, {});
  while (const auto batch = source.next()) {
    for (const ReadItem& item : read_batch(*batch, Language())) {
      for (const Record& record : item.records) {
        if (const auto* article = std::get_if<Article>(&record)) {
          out.write(row_of(*article, ++number));
        }
      }
    }
  }
  out.close();
}

void write_reuters_copies(const fs::path& folder, unsigned copies, const fs::path& into) {
  make_empty(into);
  for (const fs::path& file : sgml_files(folder)) {
    const std::string sgml = read_file(file).value_or("");
    for (unsigned copy = 0; copy < copies; ++copy) {
      const std::string name = fmt::format("{:02}-{}", copy, file.filename().string());
      write_file(into / name, reuters_copy(sgml, copy));
    }
  }
}

void write_new_stories(const fs::path& folder, std::size_t stories, unsigned copy,
                       const fs::path& file) {
  const std::string sgml = read_file(sgml_files(folder).front()).value_or("");
  write_file(file, reuters_copy(first_stories(sgml, stories), copy));
}

}  // namespace news::bench
