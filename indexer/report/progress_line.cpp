// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/progress_line.hpp"

#include "news/cli/bar.hpp"
#include "news/cli/figures.hpp"
#include "news/text/display_width.hpp"
#include "news/text/printable.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::size_t longest_bar = 30;
constexpr std::size_t shortest_bar = 8;
constexpr std::size_t bar_ends = 3;        // "[", "]" and a space
constexpr std::size_t shortest_file = 12;  // a name cut shorter tells nothing
constexpr std::size_t wide_enough_for_all = 110;

/// The part that is done; nothing if that is not known: what is packed gives more than files hold.
std::optional<double> share_done(const ProgressFigures& figures) {
  if (!figures.bytes_in_all || *figures.bytes_in_all == 0) return std::nullopt;
  if (figures.bytes > *figures.bytes_in_all) return std::nullopt;
  return static_cast<double>(figures.bytes) / static_cast<double>(*figures.bytes_in_all);
}

std::string figures_text(const ProgressFigures& figures, bool with_byte_rate) {
  const double seconds = std::max(figures.seconds, 0.001);
  const double byte_rate = static_cast<double>(figures.bytes) / seconds;
  const auto record_rate =
      static_cast<std::uint64_t>(static_cast<double>(figures.records) / seconds);
  const std::optional<double> done = share_done(figures);
  std::string text = done ? fmt::format("{:.0f}%, ", 100 * *done) : "";
  text += fmt::format("{}, {}/s, {}", counted(figures.records, "record"), with_commas(record_rate),
                      readable_bytes(static_cast<double>(figures.bytes)));
  if (with_byte_rate) text += fmt::format(", {}/s", readable_bytes(byte_rate));
  if (done && *done > 0) {
    text += fmt::format(", {} left", readable_duration(figures.seconds * (1 / *done - 1)));
  }
  return text;
}

std::string drawn(double share, std::size_t columns) {
  const std::string filled = bar(share, columns);
  const std::size_t rest = columns - display_width(std::string_view(filled));
  return "[" + filled + std::string(rest, ' ') + "] ";
}

}  // namespace

std::string progress_line(const ProgressFigures& figures) {
  const std::string text = figures_text(figures, /*with_byte_rate=*/true);
  return figures.reading.empty() ? text : text + ", " + printable(figures.reading);
}

std::string progress_bar(const ProgressFigures& figures, std::size_t columns) {
  const std::size_t room = std::max<std::size_t>(columns, 2) - 1;
  const std::string text = figures_text(figures, columns >= wide_enough_for_all);
  const std::size_t taken = display_width(std::string_view(text));
  if (taken >= room) return shortened(text, room);
  std::size_t left = room - taken;
  const std::optional<double> done = share_done(figures);
  std::string line = text;
  if (done && left >= shortest_bar + bar_ends) {
    // The file gets two thirds of what is more than the least of both.
    const std::size_t least = shortest_bar + bar_ends + shortest_file + 2;
    const std::size_t more = left > least ? (left - least) / 3 : 0;
    const std::size_t bar_columns = std::min(longest_bar, shortest_bar + more);
    line = drawn(*done, bar_columns) + text;
    left -= bar_columns + bar_ends;
  }
  if (figures.reading.empty() || left < shortest_file + 2) return line;
  return line + "  " + shortened(printable(figures.reading), left - 2, Keep::end);
}

}  // namespace news
