// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/merge_policy.hpp"

#include <algorithm>
#include <iterator>

namespace news {

namespace {

/// Segments that are one, or are going to be.
struct Run {
  SegmentRange range;
  std::uint64_t bytes = 0;
};

using Runs = std::vector<Run>;

int class_of(std::uint64_t bytes) {
  int number = 0;
  for (std::uint64_t limit = first_class_bytes; bytes >= limit; limit *= class_factor) ++number;
  return number;
}

bool is_left_alone(const Run& run) { return run.bytes >= left_alone_bytes; }

/// Where the class that ends before `end` begins. Going back, it is left when a larger segment is
/// met.
Runs::iterator begin_of_class(Runs& runs, Runs::iterator end) {
  const int number = class_of(std::prev(end)->bytes);
  auto begin = end;
  while (begin != runs.begin() && !is_left_alone(*std::prev(begin)) &&
         class_of(std::prev(begin)->bytes) <= number) {
    --begin;
  }
  return begin;
}

void merge(Runs& runs, Runs::iterator begin, Runs::iterator end) {
  begin->range.end = std::prev(end)->range.end;
  for (auto run = std::next(begin); run != end; ++run) begin->bytes += run->bytes;
  runs.erase(std::next(begin), end);
}

/// Merges the newest class that holds too many. False if there is none.
bool merge_one_class(Runs& runs) {
  auto end = runs.end();
  while (end != runs.begin()) {
    if (is_left_alone(*std::prev(end))) {
      --end;
      continue;
    }
    const auto begin = begin_of_class(runs, end);
    if (static_cast<std::size_t>(end - begin) > most_in_class) {
      merge(runs, begin, end);
      return true;
    }
    end = begin;
  }
  return false;
}

}  // namespace

bool is_worn(const SegmentWear& segment) {
  if (4 * segment.articles < 3 * segment.articles_when_made) return true;
  if (segment.bytes < first_class_bytes || segment.articles_when_made == 0) return false;
  const double left =
      static_cast<double>(segment.articles) / static_cast<double>(segment.articles_when_made);
  const double needed = left * static_cast<double>(segment.bytes_when_made);
  return 3 * static_cast<double>(segment.bytes) > 4 * needed;
}

std::vector<SegmentRange> choose_merges(const std::vector<std::uint64_t>& sizes,
                                        const std::vector<bool>& worn) {
  Runs runs;
  for (std::size_t i = 0; i < sizes.size(); ++i) runs.push_back({{i, i + 1}, sizes[i]});
  while (merge_one_class(runs)) {
  }
  std::vector<SegmentRange> merges;
  for (const Run& run : runs) {
    const bool alone = run.range.end - run.range.begin == 1;
    const bool to_be_rewritten = run.range.begin < worn.size() && worn[run.range.begin];
    if (!alone || to_be_rewritten) merges.push_back(run.range);
  }
  return merges;
}

}  // namespace news
