// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/table/dialect.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <map>

namespace news {

namespace {

/// What may stand behind a cell.
bool ends_cell(char c, char delimiter) { return c == delimiter || c == '\n' || c == '\r'; }

/// Spaces stand before the quote in "a, \"b\"".
bool may_precede_quote(char c) { return c == ' '; }

}  // namespace

RowScanner::State RowScanner::advance(std::string_view data, bool last) {
  while (at_ < data.size()) {
    if (in_quotes_) {
      const State state = step_quoted(data, last);
      if (state == State::whole) continue;  // the cell is
      return state;
    }
    const char c = data[at_++];
    if (c == '\n') return State::whole;
    if (c == '\r') {
      // A line end of an old Mac, or half of one.
      if (at_ == data.size() && !last) {
        --at_;
        return State::more;
      }
      if (at_ < data.size() && data[at_] == '\n') ++at_;
      return State::whole;
    }
    step_plain(c);
  }
  if (!last) return State::more;
  return in_quotes_ ? State::never_ends : State::whole;
}

void RowScanner::step_plain(char c) {
  if (c == dialect_.delimiter) {
    ++cells_;
    at_cell_start_ = true;
  } else if (c == dialect_.quote && c != '\0' && at_cell_start_) {
    in_quotes_ = true;
    at_cell_start_ = false;
    opened_at_ = at_;
  } else {
    blank_ &= ascii::is_space(c);
    at_cell_start_ &= may_precede_quote(c);
  }
}

/// Takes the rest of a quoted cell: `whole` if it is closed.
RowScanner::State RowScanner::step_quoted(std::string_view data, bool last) {
  while (true) {
    const std::size_t quote = std::min(data.find(dialect_.quote, at_), data.size());
    const std::string_view text = data.substr(at_, quote - at_);
    lines_ += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    blank_ &= ascii::trim(text).empty();
    at_ = quote;
    if (at_ - opened_at_ > max_quoted_bytes) return State::never_ends;
    if (quote == data.size()) return last ? State::never_ends : State::more;
    if (quote + 1 == data.size() && !last) return State::more;
    const char next = quote + 1 == data.size() ? '\n' : data[quote + 1];
    if (next == dialect_.quote) {
      at_ += 2;
      continue;
    }
    ++at_;
    if (ends_cell(next, dialect_.delimiter)) {
      in_quotes_ = false;
      ++quoted_cells_;
      return State::whole;
    }
    const char before = quote == opened_at_ ? ' ' : data[quote - 1];
    doubtful_ |= before == dialect_.delimiter;
  }
}

std::vector<std::string> split_row(std::string_view row, Dialect dialect) {
  while (row.ends_with('\n') || row.ends_with('\r')) row.remove_suffix(1);
  std::vector<std::string> cells(1);
  bool at_start = true;
  bool quoted = false;
  for (std::size_t at = 0; at < row.size(); ++at) {
    const char c = row[at];
    const bool last = at + 1 == row.size();
    if (quoted && c == dialect.quote) {
      if (!last && row[at + 1] == dialect.quote) {
        cells.back().push_back(row[++at]);
      } else if (last || ends_cell(row[at + 1], dialect.delimiter)) {
        quoted = false;
      } else {
        cells.back().push_back(c);
      }
    } else if (!quoted && c == dialect.delimiter) {
      cells.emplace_back();
      at_start = true;
    } else if (at_start && c == dialect.quote && c != '\0') {
      cells.back().clear();  // of spaces before it
      quoted = true;
      at_start = false;
    } else {
      at_start &= may_precede_quote(c);
      cells.back().push_back(c);
    }
  }
  return cells;
}

std::vector<std::string_view> first_rows(std::string_view head, Dialect dialect,
                                         std::size_t limit) {
  std::vector<std::string_view> rows;
  while (!head.empty() && rows.size() < limit) {
    RowScanner scanner(dialect);
    if (scanner.advance(head, false) != RowScanner::State::whole) break;
    if (!scanner.blank()) rows.push_back(head.substr(0, scanner.bytes()));
    head.remove_prefix(scanner.bytes());
  }
  // One without a line end is all there is.
  if (rows.empty() && !head.empty()) rows.push_back(head);
  return rows;
}

std::optional<SniffedDialect> sniff_dialect(std::string_view head, std::string_view delimiters) {
  constexpr std::size_t enough_rows = 200;
  std::optional<SniffedDialect> best;
  double best_score = 0;
  for (const char delimiter : delimiters) {
    for (const char quote : {'"', '\'', '\0'}) {
      const Dialect dialect{delimiter, quote};
      std::map<std::size_t, std::size_t> rows_with;
      std::size_t quoted = 0;
      const auto rows = first_rows(head, dialect, enough_rows);
      for (const std::string_view row : rows) {
        RowScanner scanner(dialect);
        scanner.advance(row, true);
        ++rows_with[scanner.cells()];
        quoted += scanner.quoted_cells();
      }
      if (rows_with.empty()) continue;
      const auto usual =
          std::max_element(rows_with.begin(), rows_with.end(), [](const auto& a, const auto& b) {
            return std::pair(a.second, a.first) < std::pair(b.second, b.first);
          });
      if (usual->first < 2) continue;
      const double agreement = double(usual->second) / double(rows.size());
      // Quotes that set cells apart are no chance; of equals the first is the likeliest.
      const double bonus = double(quoted) / double(rows.size() * usual->first);
      // That quotes mean nothing is said only where they make nonsense of the rows.
      const bool no_quotes = quote == '\0' || (quote == '\'' && quoted == 0);
      const double trust = no_quotes ? 0.3 : 1;
      const double score = trust * agreement + bonus / 2;
      if (best && score <= best_score + 1e-9) continue;
      best = SniffedDialect{dialect, usual->first, agreement};
      best_score = score;
    }
  }
  return best;
}

}  // namespace news
