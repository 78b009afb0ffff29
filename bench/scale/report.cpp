// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/scale/report.hpp"

#include "bench/support/table.hpp"
#include "news/cli/figures.hpp"

#include <functional>

#include <fmt/format.h>

namespace news::bench {

namespace {

constexpr double mega = 1e6;

/// A figure, and how it is read from a measurement.
struct Line {
  std::string name;
  int decimals = 0;
  std::function<double(const SizeFigures&)> value;
};

const std::vector<Line>& lines() {
  static const std::vector<Line> all = {
      {"text, MB", 0, [](const auto& at) { return static_cast<double>(at.text_bytes) / mega; }},
      {"words, million", 1, [](const auto& at) { return static_cast<double>(at.words) / mega; }},
      {"different words, thousand", 0,
       [](const auto& at) { return static_cast<double>(at.vocabulary) / 1e3; }},
      {"build, s", 1, [](const auto& at) { return at.build_seconds; }},
      {"build, processor s", 1, [](const auto& at) { return at.build_cpu_seconds; }},
      {"build, articles/s", 0,
       [](const auto& at) { return static_cast<double>(at.articles) / at.build_seconds; }},
      {"peak memory, MB", 0,
       [](const auto& at) { return static_cast<double>(at.peak_memory_bytes) / mega; }},
      {"index, MB", 0, [](const auto& at) { return static_cast<double>(at.index_bytes) / mega; }},
      {"query p50, ms", 2, [](const auto& at) { return at.query_ms.p50; }},
      {"query p99, ms", 2, [](const auto& at) { return at.query_ms.p99; }},
      {"query, longest, ms", 2, [](const auto& at) { return at.query_ms.most; }},
      {"words only p50, ms", 2, [](const auto& at) { return at.words_only_ms.p50; }},
      {"words only p99, ms", 2, [](const auto& at) { return at.words_only_ms.p99; }},
      {fmt::format("adding {}, s", added_articles), 2,
       [](const auto& at) { return at.add_seconds; }},
      {fmt::format("updating {}, s", articles_a_file), 2,
       [](const auto& at) { return at.update_seconds; }},
      {"merging all, s", 1, [](const auto& at) { return at.compact_seconds; }},
  };
  return all;
}

double exponent(const Line& line, const std::vector<SizeFigures>& figures) {
  const auto point = [&line](const SizeFigures& at) {
    return Point{static_cast<double>(at.articles), line.value(at)};
  };
  return fit_power_law({point(figures.front()), point(figures.back())}).exponent;
}

}  // namespace

std::string sizes_text(const std::vector<SizeFigures>& figures) {
  Table table{{"articles"}};
  for (const SizeFigures& at : figures) table.heading.push_back(with_commas(at.articles));
  if (figures.size() > 1) table.heading.emplace_back("exponent");
  for (const Line& line : lines()) {
    std::vector<std::string> row = {line.name};
    for (const SizeFigures& at : figures) row.push_back(figure(line.value(at), line.decimals));
    if (figures.size() > 1) row.push_back(figure(exponent(line, figures), 2));
    table.rows.push_back(std::move(row));
  }
  return format_table(table);
}

std::string growth_text(const std::vector<CollectionGrowth>& collections) {
  Table table{{"collection", "words", "different", "factor", "exponent"}};
  for (const CollectionGrowth& each : collections) {
    const PowerLaw law = each.growth.law();
    table.rows.push_back({each.name, with_commas(each.growth.words()),
                          with_commas(each.growth.vocabulary()), figure(law.factor, 1),
                          figure(law.exponent, 3)});
  }
  return format_table(table);
}

}  // namespace news::bench
