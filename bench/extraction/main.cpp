// SPDX-License-Identifier: GPL-3.0-or-later
// How well articles are taken out of pages. bench/extraction/run builds and runs this.
#include "bench/extraction/collection.hpp"
#include "bench/extraction/listing.hpp"
#include "bench/extraction/score.hpp"
#include "bench/support/arguments.hpp"
#include "bench/support/table.hpp"
#include "indexer/reader/page/page.hpp"
#include "indexer/reader/read_record.hpp"
#include "indexer/reader/registry.hpp"
#include "news/base/error.hpp"
#include "news/cli/exit_code.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace {

using namespace news::bench;

constexpr std::string_view usage =
    "usage: extraction --data DIR [--pages | --show PAGE] [--repeat N]\n"
    "  --data DIR   the folder that holds extraction/pages and extraction/publishers\n"
    "  --pages      a line for each page, the worst first\n"
    "  --show PAGE  extracted against true text of the pages whose name holds PAGE\n"
    "  --repeat N   read everything N times, to measure the time (default: 3)\n";

struct Options {
  std::string data;
  std::string show;
  bool pages = false;
  bool help = false;
  int repeat = 3;
};

Options parse(Arguments arguments) {
  Options options;
  while (const auto name = arguments.next()) {
    if (name == "--data") {
      options.data = arguments.value();
    } else if (name == "--show") {
      options.show = arguments.value();
    } else if (name == "--pages") {
      options.pages = true;
    } else if (name == "--repeat") {
      options.repeat = std::max(1, std::atoi(arguments.value().c_str()));
    } else if (name == "--help" || name == "-h") {
      options.help = true;
    } else {
      throw news::UsageError(*name, "is unknown");
    }
  }
  if (options.data.empty() && !options.help) throw news::UsageError("--data", "is missing");
  return options;
}

/// As news-index reads it. What cannot be read is empty.
news::Article extracted(const TruePage& page) {
  news::RawRecord record;
  record.bytes = page.html;
  auto records = news::read_record(*news::find_reader("html"), record, {}, {});
  auto* article = std::get_if<news::Article>(&records.front());
  return article == nullptr ? news::Article() : std::move(*article);
}

void show_page(const TruePage& page) {
  const news::Article article = extracted(page);
  const PageScore score = score_page(page, article);
  fmt::print("{}  precision {:.3f}  recall {:.3f}\n", page.name, score.body.precision.value_or(0),
             score.body.recall.value_or(0));
  fmt::print("title: {}\n", article.title);
  if (score.title == false) fmt::print("       {}\n", page.title);
  fmt::print("{}\n", listing(page.body, article.body));
}

/// The mean of both sides, worst first.
void list_pages(const Collection& collection) {
  std::vector<std::pair<double, std::string>> lines;
  for (const TruePage& page : collection.pages) {
    const PageScore score = score_page(page, extracted(page));
    const double precision = score.body.precision.value_or(0);
    const double recall = score.body.recall.value_or(0);
    lines.emplace_back(precision + recall,
                       fmt::format("{:.3f} {:.3f}  {}", precision, recall, page.name));
  }
  std::sort(lines.begin(), lines.end());
  for (const auto& [order, line] : lines) fmt::print("{}\n", line);
}

std::vector<std::string> measure(const Collection& collection, int repeat) {
  CollectionScore score;
  double best = 1e9;  // seconds of one core, whoever else uses the machine
  for (int i = 0; i < repeat; ++i) {
    const std::clock_t start = std::clock();
    std::vector<news::Article> articles;
    for (const TruePage& page : collection.pages) articles.push_back(extracted(page));
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    if (i > 0) continue;
    for (std::size_t n = 0; n < articles.size(); ++n) {
      score.add(score_page(collection.pages[n], articles[n]));
    }
  }
  const auto pages = static_cast<double>(collection.pages.size());
  return {collection.name,
          std::to_string(collection.pages.size()),
          figure(score.body.f1(), 4),
          figure(score.body.precision(), 4),
          figure(score.body.recall(), 4),
          figure(score.body.exact(), 3),
          figure(score.title.value(), 3),
          figure(score.published.value(), 3),
          figure(score.author.value(), 3),
          figure(pages / best, 0)};
}

void run(const Options& options) {
  const std::filesystem::path folder = std::filesystem::path(options.data) / "extraction";
  const Collection collections[] = {read_pages(folder), read_publishers(folder, {})};
  Table table{{"collection", "pages", "body F1", "precision", "recall", "exact", "title",
               "published", "author", "pages/s"}};
  for (const Collection& collection : collections) {
    if (!options.show.empty()) {
      for (const TruePage& page : collection.pages) {
        if (page.name.find(options.show) != std::string::npos) show_page(page);
      }
    } else if (options.pages) {
      list_pages(collection);
    } else if (!collection.pages.empty()) {
      table.rows.push_back(measure(collection, options.repeat));
    }
  }
  if (!table.rows.empty()) fmt::print("{}", format_table(table));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Options options = parse({argc, argv});
    if (options.help) {
      fmt::print("{}", usage);
    } else {
      run(options);
    }
    return 0;
  } catch (...) {
    const news::Failure failure = news::describe_current_exception("bench/extraction/run");
    std::fputs(failure.message.c_str(), stderr);
    return news::to_int(failure.code);
  }
}
