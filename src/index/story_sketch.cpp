// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/story_sketch.hpp"

#include "news/index/schema.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace news {

namespace {

constexpr std::uint64_t any = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t small = any / StorySketch::sampling;

/// Leaves the smallest.
void cut(std::vector<std::uint64_t>& shingles, std::size_t wanted) {
  if (shingles.size() <= wanted) return;
  const auto last = shingles.begin() + static_cast<std::ptrdiff_t>(wanted) - 1;
  std::nth_element(shingles.begin(), last, shingles.end());
  shingles.resize(wanted);
}

}  // namespace

void StorySketch::start() {
  std::fill(std::begin(words_), std::end(words_), 0);
  hash_ = 0;
  count_ = 0;
  limit_ = any;
  shingles_.clear();
  sketch_.clear();
}

/// Until there are enough small ones, the smallest so far are kept, and now and then cut to those.
void StorySketch::keep(std::uint64_t shingle) {
  shingles_.push_back(shingle);
  if (limit_ == small || shingles_.size() < 4 * fewest) return;
  cut(shingles_, std::max(fewest, small_ones()));
  limit_ = std::max(small, *std::max_element(shingles_.begin(), shingles_.end()));
}

std::size_t StorySketch::small_ones() const {
  return static_cast<std::size_t>(
      std::count_if(shingles_.begin(), shingles_.end(), [](std::uint64_t s) { return s < small; }));
}

const std::vector<std::uint32_t>& StorySketch::finish() {
  if (count_ < fewest_words) return sketch_;
  cut(shingles_, std::clamp(small_ones(), fewest, most));
  // What chose a shingle is in the upper bits of its hash, what it is called in the lower ones.
  for (const std::uint64_t shingle : shingles_) {
    sketch_.push_back(static_cast<std::uint32_t>(shingle) % schema::sketch_numbers);
  }
  std::sort(sketch_.begin(), sketch_.end());
  sketch_.erase(std::unique(sketch_.begin(), sketch_.end()), sketch_.end());
  return sketch_;
}

}  // namespace news
