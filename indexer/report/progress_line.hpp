// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace news {

/// How far an update is.
struct ProgressFigures {
  std::uint64_t records = 0;
  std::uint64_t bytes = 0;
  std::optional<std::uint64_t> bytes_in_all = std::nullopt;  ///< if that is known
  double seconds = 0;                                        ///< since the start
  std::string reading;                                       ///< the file; may be empty
};

/// "43%, 12,345 records, 2,345/s, 45.1 MB, 6.1 MB/s, 7.3 s left, part3.jsonl", for a log.
std::string progress_line(const ProgressFigures& figures);

/// The same with a bar in front, in less than so many columns of a terminal. The bar, the rate in
/// bytes and the file are left out or shortened where there is no room for them, and then the end
/// of the line.
std::string progress_bar(const ProgressFigures& figures, std::size_t columns);

}  // namespace news
