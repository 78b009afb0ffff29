// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// How the cells of a table are set apart.
struct Dialect {
  char delimiter = ',';
  char quote = '"';  ///< 0 if quotes mean nothing

  friend bool operator==(const Dialect&, const Dialect&) = default;
};

/// A quoted cell that is longer was never closed.
inline constexpr std::size_t max_quoted_bytes = std::size_t{1024} * 1024;

/// Finds where a row of a table ends, over as many pieces of input as it takes. A quote opens a
/// cell only at its start and closes it only at its end; any other one is text.
class RowScanner {
 public:
  explicit RowScanner(Dialect dialect) : dialect_(dialect) {}

  enum class State {
    more,        ///< the row goes on behind what is at hand
    whole,       ///< it ends
    never_ends,  ///< a cell is over the limit
  };

  /// Looks at a row's bytes, `data`, which has grown since the last call. `last` says that it will
  /// not grow any more.
  State advance(std::string_view data, bool last);

  std::size_t bytes() const { return at_; }  ///< of the row, with its line end
  std::size_t cells() const { return cells_; }
  bool blank() const { return blank_; }  ///< it has nothing but delimiters, quotes and spaces
  std::size_t lines() const { return lines_; }
  std::size_t quoted_cells() const { return quoted_cells_; }  ///< that were closed
  /// In a quoted cell stands a quote that looks as if it opened one: the first may be a stray.
  bool doubtful() const { return doubtful_; }

 private:
  State step_quoted(std::string_view data, bool last);
  void step_plain(char c);

  Dialect dialect_;
  std::size_t at_ = 0;
  std::size_t opened_at_ = 0;
  std::size_t cells_ = 1;
  std::size_t lines_ = 1;
  std::size_t quoted_cells_ = 0;
  bool at_cell_start_ = true;
  bool in_quotes_ = false;
  bool blank_ = true;
  bool doubtful_ = false;
};

/// The cells of one row, without quotes.
std::vector<std::string> split_row(std::string_view row, Dialect dialect);

/// The rows at the start of a table as they stand there: whole ones only, at most `limit`.
std::vector<std::string_view> first_rows(std::string_view head, Dialect dialect, std::size_t limit);

/// How most rows of a table agree.
struct SniffedDialect {
  Dialect dialect;
  std::size_t columns = 0;
  double agreement = 0;  ///< the part of the rows that has so many columns
};

/// Guesses the dialect from the start of a table. `delimiters` are the ones in question, the
/// likeliest first. Nothing if none makes two columns.
std::optional<SniffedDialect> sniff_dialect(std::string_view head, std::string_view delimiters);

}  // namespace news
