// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/support/table.hpp"

#include "news/text/display_width.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace news::bench {

namespace {

using Row = std::vector<std::string>;

void widen(std::vector<std::size_t>& widths, const Row& row) {
  widths.resize(std::max(widths.size(), row.size()));
  for (std::size_t i = 0; i < row.size(); ++i) {
    widths[i] = std::max(widths[i], display_width(row[i]));
  }
}

std::string format_row(const Row& row, const std::vector<std::size_t>& widths,
                       const std::set<std::size_t>& words) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string space(widths[i] - display_width(row[i]), ' ');
    if (i > 0) line += "  ";
    line += words.count(i) > 0 ? row[i] + space : space + row[i];
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::string format_table(const Table& table) {
  std::vector<std::size_t> widths;
  widen(widths, table.heading);
  for (const Row& row : table.rows) widen(widths, row);
  Row rule;
  for (const std::size_t width : widths) rule.emplace_back(width, '-');
  std::string text = format_row(table.heading, widths, table.words);
  text += format_row(rule, widths, table.words);
  for (const Row& row : table.rows) text += format_row(row, widths, table.words);
  return text;
}

std::string figure(double value, int decimals) {
  return value > 0 ? fmt::format("{:.{}f}", value, decimals) : "-";
}

}  // namespace news::bench
