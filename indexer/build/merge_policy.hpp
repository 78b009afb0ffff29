// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace news {

/// Neighbouring segments: `begin` and those after it up to `end`, without that.
struct SegmentRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const SegmentRange&, const SegmentRange&) = default;
};

/// Classes of size: the first holds segments below `first_class_bytes`, each other one segments up
/// to `class_factor` times the size. A class may hold `most_in_class` segments.
inline constexpr std::uint64_t first_class_bytes = std::uint64_t{256} << 10U;
inline constexpr std::uint64_t class_factor = 8;
inline constexpr std::size_t most_in_class = 8;

/// Segments of this size and more are left alone. What a long run publishes at a time comes to
/// about that, so a large index is not rewritten when it has just been built.
inline constexpr std::uint64_t left_alone_bytes = std::uint64_t{1} << 30U;

/// What of a segment is left of what it was when it was made.
struct SegmentWear {
  std::uint64_t bytes = 0;
  std::uint64_t bytes_when_made = 0;
  std::uint64_t articles = 0;
  std::uint64_t articles_when_made = 0;
};

/// Whether a segment takes up more than 4/3 of the room that its articles need. Removed articles
/// leave theirs, and so do the blocks that were written anew when they were removed, which can be
/// nearly all: Xapian overwrites none. Segments of the first class are left to be merged with
/// others, unless a quarter of the articles is gone.
bool is_worn(const SegmentWear& segment);

/// Which segments are to be merged into one each, given the sizes of all, oldest first: those of a
/// class that holds too many. What comes of them may be one too many in the next class and goes on
/// with that.
///
/// Only neighbours are merged, so that documents stay in order; a segment that is older than a
/// larger one therefore counts to the class of the larger. So between two segments that are left
/// alone there are never more than `most_in_class` for each class, 40 in all, and where segments of
/// one size are added, each byte is rewritten about once for each class.
///
/// Of those that stay, the ones for which `worn` is set, whatever their size, are "merged" alone.
std::vector<SegmentRange> choose_merges(const std::vector<std::uint64_t>& sizes,
                                        const std::vector<bool>& worn = {});

}  // namespace news
