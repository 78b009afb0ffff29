// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/counts_text.hpp"

#include "news/cli/bar.hpp"
#include "news/text/display_width.hpp"
#include "news/text/printable.hpp"
#include "searcher/render/style.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::size_t longest_bar = 60;
constexpr std::size_t shortest_bar = 8;  ///< a shorter one tells nothing and is left out
constexpr std::size_t share_columns = 6;
constexpr std::size_t spaces = 8;  ///< two in front of each of the four columns
constexpr std::size_t narrowest = 40;

/// A line of a table.
struct TableRow {
  std::string name;
  std::uint64_t hits = 0;
  std::uint64_t whole = 0;  ///< what the share is of
};

std::size_t digits_of(std::uint64_t number) { return std::to_string(number).size(); }

std::string share_of(const TableRow& row) {
  if (row.whole == 0) return "";
  const double percent = 100 * static_cast<double>(row.hits) / static_cast<double>(row.whole);
  return fmt::format("{:.1f}%", percent);
}

/// `text` in exactly so many columns; what is longer ends in an ellipsis.
std::string fitted(const std::string& text, std::size_t columns) {
  const std::string shown = shortened(text, columns);
  return shown + std::string(columns - display_width(std::string_view(shown)), ' ');
}

/// Rows in aligned columns: name, hits, share, and a bar where there is a terminal.
class Table {
 public:
  Table(const std::vector<TableRow>& rows, const RenderSettings& settings) : settings_(settings) {
    for (const TableRow& row : rows) {
      name_columns_ = std::max(name_columns_, display_width(std::string_view(row.name)));
      digits_ = std::max(digits_, digits_of(row.hits));
      most_ = std::max(most_, row.hits);
    }
    const std::size_t columns = std::max(settings.columns, narrowest);
    if (settings.terminal) name_columns_ = std::min(name_columns_, columns * 2 / 5);
    const std::size_t taken = name_columns_ + digits_ + share_columns + spaces;
    bar_columns_ = columns > taken ? std::min(longest_bar, columns - taken) : 0;
  }

  std::string line(const TableRow& row) const {
    std::string out =
        fmt::format("  {}  {:>{}}", fitted(row.name, name_columns_), row.hits, digits_);
    const std::string share = share_of(row);
    if (!share.empty()) out += fmt::format("  {:>{}}", share, share_columns);
    if (settings_.terminal && bar_columns_ >= shortest_bar && row.hits > 0) {
      const std::string drawn =
          bar(static_cast<double>(row.hits) / static_cast<double>(most_), bar_columns_);
      out += "  " + (settings_.color ? bar_color(drawn) : drawn);
    }
    return out + "\n";
  }

 private:
  RenderSettings settings_;
  std::size_t name_columns_ = 0;
  std::size_t digits_ = 1;
  std::uint64_t most_ = 1;
  std::size_t bar_columns_ = 0;
};

std::string title(std::string text, const RenderSettings& settings) {
  return (settings.color ? heading(text) : std::move(text)) + "\n";
}

std::string remark(const std::string& text, const RenderSettings& settings) {
  return "  " + (settings.color ? faint(text) : text) + "\n";
}

std::string articles(std::uint64_t number) {
  return fmt::format("{} article{}", number, number == 1 ? "" : "s");
}

}  // namespace

std::string facet_text(const Facet& facet, std::uint64_t matches, const RenderSettings& settings) {
  std::vector<TableRow> rows;
  for (const FacetCount& count : facet.counts) {
    rows.push_back({printable(count.value), count.count, matches});
  }
  const Table table(rows, settings);
  std::string out =
      title(fmt::format("{} of {}", name_of(facet.field), articles(matches)), settings);
  for (const TableRow& row : rows) out += table.line(row);
  const std::uint64_t more = facet.distinct - facet.counts.size();
  if (more > 0) out += remark(fmt::format("and {} more", more), settings);
  if (facet.without > 0)
    out += remark(fmt::format("{} without", articles(facet.without)), settings);
  return out;
}

std::string timeline_text(const Timeline& timeline, const RenderSettings& settings) {
  std::vector<TableRow> rows;
  for (const TimelineRow& row : timeline.rows) {
    // A week is easier to find in a calendar by its Monday than by its number.
    const std::string name =
        timeline.unit == TimeUnit::week ? iso_date(row.span.first) : row.span.name();
    rows.push_back({name, row.hits, row.articles});
  }
  const Table table(rows, settings);
  std::string out = title(fmt::format("{}{}, hits, share of all articles", name_of(timeline.unit),
                                      timeline.unit == TimeUnit::week ? " from" : ""),
                          settings);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool after_gap = i > 0 && timeline.rows[i - 1].span.next() != timeline.rows[i].span;
    if (after_gap) out += remark("...", settings);
    out += table.line(rows[i]);
  }
  if (timeline.imprecise > 0) {
    out += remark(fmt::format("{} whose {} is not known", articles(timeline.imprecise),
                              name_of(timeline.unit)),
                  settings);
  }
  if (timeline.undated > 0) {
    out += remark(fmt::format("{} without a date", articles(timeline.undated)), settings);
  }
  return out;
}

}  // namespace news
