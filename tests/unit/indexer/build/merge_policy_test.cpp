// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/merge_policy.hpp"

#include "tests/support/random_text.hpp"

#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

constexpr std::uint64_t kib = 1024;

/// The size of a segment: a letter is a class, "a" the first; "!" is left alone.
std::uint64_t size_of(char letter) {
  if (letter == '!') return left_alone_bytes;
  std::uint64_t bytes = 100 * kib;
  for (char c = 'a'; c < letter; ++c) bytes *= class_factor;
  return bytes;
}

/// The segments behind one another, those that are to be merged in brackets.
std::string merges(const std::string& segments) {
  std::vector<std::uint64_t> sizes;
  for (const char letter : segments) sizes.push_back(size_of(letter));
  std::string out = segments;
  std::size_t added = 0;
  for (const SegmentRange& range : choose_merges(sizes)) {
    out.insert(range.begin + added++, "[");
    out.insert(range.end + added++, "]");
  }
  return out;
}

/// Segments that are added and merged.
struct Growth {
  std::vector<std::uint64_t> sizes;
  std::size_t most = 0;  ///< segments that ever were there
  std::uint64_t added = 0;
  std::uint64_t rewritten = 0;

  void add(std::uint64_t bytes) {
    sizes.push_back(bytes);
    added += bytes;
    const auto ranges = choose_merges(sizes);
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
      const auto first = sizes.begin() + static_cast<std::ptrdiff_t>(range->begin);
      const auto last = sizes.begin() + static_cast<std::ptrdiff_t>(range->end);
      std::uint64_t sum = 0;
      for (auto size = first; size != last; ++size) sum += *size;
      rewritten += sum;
      *first = sum;
      sizes.erase(first + 1, last);
    }
    most = std::max(most, sizes.size());
  }

  double rewritten_per_byte() const {
    return static_cast<double>(rewritten) / static_cast<double>(added);
  }

  /// The classes up to that of all together.
  std::size_t classes() const {
    std::size_t count = 1;
    for (std::uint64_t limit = first_class_bytes; limit <= added; limit *= class_factor) ++count;
    return count;
  }
};

}  // namespace

TEST_CASE("merge policy: what is merged") {
  struct Row {
    const char* segments;
    const char* merged;
    const char* why;
  };
  const Row rows[] = {
      {"", "", "nothing there"},
      {"a", "a", "alone"},
      {"aaaaaaaa", "aaaaaaaa", "as many as may be"},
      {"aaaaaaaaa", "[aaaaaaaaa]", "one too many"},
      {"caaaaaaaaa", "c[aaaaaaaaa]", "the larger one is not touched"},
      {"ccccccccaaaaaaaa", "ccccccccaaaaaaaa", "two full classes"},
      {"cbbbbbbbbaaaaaaaaa", "c[bbbbbbbbaaaaaaaaa]", "goes on with the next class"},
      {"ccccccccbbbbbbbbaaaaaaaaa", "[ccccccccbbbbbbbbaaaaaaaaa]", "and the next"},
      {"cccccccccaaaa", "[ccccccccc]aaaa", "an older class"},
      {"cccccccccaaaaaaaaa", "[ccccccccc][aaaaaaaaa]", "two classes apart"},
      {"aaaaaaaac", "[aaaaaaaac]", "small ones before a large one count to its class"},
      {"aaaac", "aaaac", "but they may be few"},
      {"cacacacacac", "[cacacacacac]", "with larger ones between"},
      {"!aaaaaaaaa", "![aaaaaaaaa]", "beside one that is left alone"},
      {"aaaaaaaa!a", "aaaaaaaa!a", "nothing across it"},
      {"aaaaaaaaa!aaaaaaaaa", "[aaaaaaaaa]![aaaaaaaaa]", "each side of it"},
      {"!!!!!!!!!!!!", "!!!!!!!!!!!!", "any number of those"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(merges(row.segments) == row.merged);
  }
}

TEST_CASE("merge policy: sizes at the ends of what a number holds") {
  CHECK(choose_merges(std::vector<std::uint64_t>(9, 0)) == std::vector<SegmentRange>{{0, 9}});
  CHECK(choose_merges(std::vector<std::uint64_t>(9, ~std::uint64_t{0})).empty());
}

TEST_CASE("merge policy: small segments added one by one stay few and are rewritten little") {
  RandomText random(3);
  struct Row {
    const char* what;
    std::function<std::uint64_t()> bytes;
  };
  const Row rows[] = {
      {"the smallest there are", [] { return 33 * kib; }},
      {"of one size", [] { return 300 * kib; }},
      {"of various sizes", [&random] { return 33 * kib + random.below(1000 * kib); }},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Growth growth;
    for (int i = 0; i < 10'000; ++i) growth.add(row.bytes());
    CHECK(growth.most <= most_in_class * growth.classes());
    CHECK(growth.rewritten_per_byte() <= static_cast<double>(growth.classes()));
  }
}

TEST_CASE("merge policy: large segments between small ones keep the bounds") {
  RandomText random(5);
  Growth growth;
  for (int i = 0; i < 10'000; ++i) {
    growth.add(random.below(100) == 0 ? 100'000 * kib : 40 * kib);
    CHECK(growth.sizes.size() <= most_in_class * 5 * (1 + growth.added / left_alone_bytes));
  }
  CHECK(growth.rewritten_per_byte() <= static_cast<double>(growth.classes()));
}

TEST_CASE("merge policy: a small addition to a large index does not rewrite it") {
  Growth growth;
  growth.add(1'000'000 * kib);
  for (int i = 0; i < 2'000; ++i) growth.add(500 * kib);
  CHECK(growth.sizes.front() == 1'000'000 * kib);
}

TEST_CASE("merge policy: a segment is worn that takes a third more room than its articles need") {
  const auto worn = [](std::uint64_t bytes, std::uint64_t articles) {
    return is_worn({.bytes = bytes * kib * kib,
                    .bytes_when_made = 100 * kib * kib,
                    .articles = articles,
                    .articles_when_made = 1000});
  };
  CHECK_FALSE(worn(100, 1000));
  CHECK_FALSE(worn(133, 1000));
  CHECK(worn(134, 1000));  // blocks were written anew
  CHECK_FALSE(worn(100, 750));
  CHECK(worn(100, 749));  // articles are gone
  CHECK(worn(110, 800));  // some of both
  CHECK(worn(100, 0));
}

TEST_CASE("merge policy: small segments are worn only when articles are gone") {
  CHECK_FALSE(is_worn({80 * kib, 40 * kib, 9, 10}));
  CHECK(is_worn({80 * kib, 40 * kib, 7, 10}));
  CHECK_FALSE(is_worn({40 * kib, 40 * kib, 0, 0}));
}

TEST_CASE("merge policy: worn segments are rewritten alone, unless they are merged anyway") {
  const std::vector<std::uint64_t> three(3, left_alone_bytes);
  CHECK(choose_merges(three, {false, true, false}) == std::vector<SegmentRange>{{1, 2}});
  const std::vector<std::uint64_t> nine(9, kib);
  CHECK(choose_merges(nine, std::vector<bool>(9, true)) == std::vector<SegmentRange>{{0, 9}});
}
