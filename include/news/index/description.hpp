// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace news {

struct SegmentDescription {
  std::string name;
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
};

/// What an index holds.
struct IndexDescription {
  using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
  std::string first_day;  ///< "2005-11-20"; empty without dated articles
  std::string last_day;
  Counts outlets;    ///< as they are written, with their articles; the most frequent first
  Counts languages;  ///< by code, the same way
  std::vector<SegmentDescription> segments;
  std::chrono::system_clock::time_point changed;  ///< when an update or a merge was last published
};

/// Looks at every segment of an index; one that a writer takes away meanwhile costs a second look.
/// Takes time in the number of articles: their outlets are counted. Throws IndexError.
IndexDescription describe_index(const std::filesystem::path& folder);

}  // namespace news
