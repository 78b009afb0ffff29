// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/drawing.hpp"

#include "news/cli/figures.hpp"
#include "news/text/display_width.hpp"
#include "news/text/printable.hpp"
#include "searcher/render/wrapping.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

using Focus = Session::Focus;

constexpr std::size_t endless = std::numeric_limits<std::size_t>::max();

class Drawing {
 public:
  explicit Drawing(const Session& session) : session_(session), layout_(session.layout()) {
    frame_.size = session.screen();
  }

  Frame frame() && {
    draw_query();
    place(layout_.status, 0, status());
    draw_filters();
    draw_hits();
    draw_lines();
    draw_article();
    place(layout_.keys, 0, keys());
    return std::move(frame_);
  }

 private:
  /// A line of an area, cut to its width; nothing outside of it is touched.
  void place(const Area& area, std::size_t row, const ScreenLine& line, bool selected = false) {
    if (row >= area.rows || area.columns == 0) return;
    frame_.lines.push_back({area.row + row, area.column,
                            padded(shortened(line, area.columns), area.columns), selected});
  }

  void draw_query() {
    constexpr std::string_view prompt = "> ";
    const Area& area = layout_.query;
    if (!area.is_shown() || area.columns <= prompt.size() + 1) return;
    const QueryLine& query = session_.query();
    const std::string_view text = query.text();
    const std::size_t begin = first_visible(query, area.columns - prompt.size());
    const std::string shown(text.substr(begin));
    const bool typed_into = session_.focus() == Focus::query;
    const Look look = typed_into ? Look::heading : Look::faint;
    place(area, 0, {{std::string(prompt), look}, {shown, Look::bold}});
    if (!typed_into) return;
    const std::size_t column = display_width(text.substr(begin, query.cursor() - begin));
    frame_.cursor = {area.row, area.column + prompt.size() + column};
  }

  /// What was said to the user, or what the hits are.
  ScreenLine status() const {
    const Answer& answer = session_.answer();
    if (!session_.message().empty()) return {{printable(session_.message()), Look::heading}};
    if (!answer.error.empty()) return {{printable(answer.error), Look::marked}};
    ScreenLine line{{found(), Look::bold}};
    const auto add = [&line](const std::string& text, Look look) {
      if (!text.empty()) line.push_back({" · " + printable(text), look});
    };
    if (session_.sort() == SortOrder::newest) add("newest first", Look::named);
    if (session_.sort() == SortOrder::oldest) add("oldest first", Look::named);
    for (const Filter& filter : session_.filters().filters()) add(filter.text, Look::named);
    if (!answer.widened.empty()) add("looking for " + answer.widened, Look::faint);
    if (!answer.result.suggestion.empty()) {
      add(fmt::format("Did you mean {}? Ctrl-T takes it", answer.result.suggestion), Look::heading);
    }
    for (const std::string& note : answer.result.notes) add(note, Look::faint);
    return line;
  }

  std::string found() const {
    const SearchResult& result = session_.result();
    if (session_.answer().number == 0) return "Searching ...";
    const std::string pending = session_.is_answered() ? "" : " ...";
    if (!session_.answer().glance.empty()) return "Type to search" + pending;
    if (result.hits.empty()) return "No article matches" + pending;
    const std::string place = session_.focus() == Focus::hits
                                  ? fmt::format("{} of ", with_commas(session_.selected_at() + 1))
                                  : "";
    return fmt::format("{}{}{}{}", place, result.total_is_exact ? "" : "about ",
                       counted(result.total, "article"), pending);
  }

  void draw_filters() {
    const Area& area = layout_.filters;
    if (!area.is_shown()) return;
    const std::vector<FilterRow>& rows = session_.filters().rows();
    if (rows.empty()) return place(area, 0, {{"Nothing to choose from", Look::faint}});
    const std::size_t cursor = session_.filters().cursor();
    const bool focused = session_.focus() == Focus::filters;
    const std::size_t most = rows.size() > area.rows ? rows.size() - area.rows : 0;
    const std::size_t top =
        std::min(most, cursor + 1 > area.rows / 2 ? cursor + 1 - area.rows / 2 : 0);
    for (std::size_t i = top; i < rows.size(); ++i) {
      place(area, i - top, filter_line(rows[i], area.columns), focused && i == cursor);
    }
  }

  static ScreenLine filter_line(const FilterRow& row, std::size_t columns) {
    if (row.is_heading()) return {{std::string(name_of(row.field)), Look::heading}};
    const std::string count = " " + with_commas(row.count);
    const std::string box = row.chosen ? "[x] " : "[ ] ";
    const std::size_t taken = std::min(columns, box.size() + count.size());
    const std::string value = shortened(without_joiners(printable(row.value)), columns - taken);
    const std::string space(columns - taken - display_width(value), ' ');
    const Look look = row.chosen ? Look::bold : Look::plain;
    return {{box, look}, {value + space, look}, {count, Look::faint}};
  }

  void draw_hits() {
    const Area& area = layout_.hits;
    const std::vector<Hit>& hits = session_.result().hits;
    for (std::size_t row = 0; row < area.rows; ++row) {
      const std::size_t at = session_.first_shown() + row;
      if (at >= hits.size()) return;
      const bool selected = at == session_.selected_at();
      place(area, row, hit_line(hits[at], area.columns, selected),
            selected && session_.focus() == Focus::hits);
    }
  }

  /// "› Title                      Outlet           2005-11-20", as much as there is room for.
  static ScreenLine hit_line(const Hit& hit, std::size_t columns, bool selected) {
    constexpr std::size_t date_columns = 12;
    constexpr std::size_t outlet_columns = 18;
    ScreenLine line{{selected ? "› " : "  ", Look::heading}};
    const bool dated = columns >= 40;
    const bool named = columns >= 64;
    const std::size_t behind = (dated ? date_columns : 0) + (named ? outlet_columns : 0);
    const std::size_t left = columns > behind + 2 ? columns - behind - 2 : 0;
    for (Span& span : padded(shortened(title(hit), left), left)) line.push_back(std::move(span));
    if (named) {
      const std::string outlet =
          shortened(without_joiners(printable(hit.article.outlet)), outlet_columns - 2);
      line.push_back({"  " + outlet + std::string(outlet_columns - 2 - display_width(outlet), ' '),
                      Look::named});
    }
    if (dated) {
      const auto& published = hit.article.published;
      line.push_back({"  " + (published ? published->to_iso8601().substr(0, date_columns - 2) : ""),
                      Look::faint});
    }
    return line;
  }

  static ScreenLine title(const Hit& hit) {
    ScreenLine line;
    for (const TextLine& part : wrap(hit.article.title, hit.title_highlights, endless)) {
      for (const TextPiece& piece : part) {
        line.push_back(
            {without_joiners(piece.text), piece.highlighted ? Look::marked : Look::plain});
      }
    }
    if (line.empty()) line.push_back({"(untitled)", Look::faint});
    return line;
  }

  /// What divides the areas.
  void draw_lines() {
    const auto stands_at = [this](std::size_t column, std::size_t row, std::size_t rows) {
      for (std::size_t i = 0; i < rows; ++i) {
        frame_.lines.push_back({row + i, column, {{"│", Look::faint}}, false});
      }
    };
    const Area& hits = layout_.hits;
    if (layout_.filters.is_shown() && hits.is_shown()) {
      stands_at(layout_.filters.columns, layout_.filters.row, layout_.filters.rows);
    }
    if (!layout_.article.is_shown()) return;
    if (layout_.side_by_side) {
      stands_at(hits.column + hits.columns, hits.row, hits.rows);
    } else {
      std::string lying;
      for (std::size_t i = 0; i < hits.columns; ++i) lying += "─";
      frame_.lines.push_back({hits.row + hits.rows, hits.column, {{lying, Look::faint}}, false});
    }
  }

  void draw_article() {
    const ArticleView& view = session_.article();
    for (std::size_t row = 0; row < layout_.article.rows; ++row) {
      const std::size_t at = view.top() + row;
      if (at >= view.lines().size()) return;
      place(layout_.article, row, view.lines()[at]);
    }
  }

  /// What keys do: as much of it as there is room for, the most useful first.
  ScreenLine keys() const {
    using Hints = std::vector<std::pair<std::string, std::string>>;
    static const Hints in_query = {{"Down", "hits"},
                                   {"Enter", "read"},
                                   {"Esc", "leave"},
                                   {"Tab", "next part"},
                                   {"Ctrl-U", "clear"}};
    static const Hints in_hits = {{"Enter", "read"}, {"o", "open"},       {"y", "copy"},
                                  {"/", "query"},    {"Esc", "leave"},    {"f", "filters"},
                                  {"s", "sort"},     {"Space", "page"},   {"n", "next word"},
                                  {"b", "page up"},  {"Tab", "next part"}};
    static const Hints in_filters = {{"Space", "choose"}, {"c", "clear"},   {"f", "hide"},
                                     {"/", "query"},      {"Esc", "leave"}, {"Tab", "next part"}};
    const Focus focus = session_.focus();
    const Hints& hints =
        focus == Focus::query ? in_query : (focus == Focus::hits ? in_hits : in_filters);
    ScreenLine line;
    for (const auto& [key, meaning] : hints) {
      const std::string space = line.empty() ? "" : "  ";
      ScreenLine longer = line;
      longer.push_back({space + key, Look::bold});
      longer.push_back({" " + meaning, Look::faint});
      if (display_width(longer) > layout_.keys.columns) break;
      line = std::move(longer);
    }
    return line;
  }

  const Session& session_;
  Layout layout_;
  Frame frame_;
};

}  // namespace

Frame draw(const Session& session) { return Drawing(session).frame(); }

}  // namespace news
