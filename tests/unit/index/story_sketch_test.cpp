// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/story_sketch.hpp"

#include "news/base/hash.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <iterator>
#include <random>

#include <doctest/doctest.h>

using namespace news;

namespace {

using Words = std::vector<std::uint32_t>;
using Sketch = std::vector<std::uint32_t>;

/// Words that differ from each other, and from those of other seeds.
Words words(std::size_t count, unsigned seed = 1) {
  std::mt19937 random(seed);
  Words out(count);
  std::generate(out.begin(), out.end(), random);
  return out;
}

Words joined(Words a, const Words& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Sketch sketch_of(const Words& text) {
  StorySketch sketch;
  sketch.start();
  for (const std::uint32_t word : text) sketch.add(word);
  return sketch.finish();
}

std::size_t shared(const Sketch& a, const Sketch& b) {
  Sketch both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

}  // namespace

TEST_CASE("story sketch: its numbers ascend and are below the schema's limit") {
  const Sketch sketch = sketch_of(words(4000));
  CHECK(std::is_sorted(sketch.begin(), sketch.end()));
  CHECK(std::adjacent_find(sketch.begin(), sketch.end()) == sketch.end());
  CHECK(sketch.back() < schema::sketch_numbers);
}

TEST_CASE("story sketch: too few words have none, few give the least, many grow up to the most") {
  CHECK(sketch_of(words(StorySketch::fewest_words - 1)).empty());
  CHECK(sketch_of(words(StorySketch::fewest_words)).size() == 5);  // all its shingles
  CHECK(sketch_of(words(100)).size() == StorySketch::fewest);
  CHECK(sketch_of(words(2000)).size() > 2 * StorySketch::fewest);
  CHECK(sketch_of(words(100'000)).size() == StorySketch::most);
}

TEST_CASE("story sketch: equal texts have equal ones, other texts others") {
  CHECK(sketch_of(words(300)) == sketch_of(words(300)));
  CHECK(shared(sketch_of(words(300, 1)), sketch_of(words(300, 2))) == 0);
}

TEST_CASE("story sketch: it depends on nothing that an object saw before") {
  StorySketch sketch;
  for (const unsigned seed : {1U, 2U}) {
    sketch.start();
    for (const std::uint32_t word : words(50, seed)) sketch.add(word);
    CHECK(sketch.finish() == sketch_of(words(50, seed)));
  }
}

TEST_CASE("story sketch: what begins later in another text has the same shingles there") {
  const Words text = words(1500);
  const Sketch alone = sketch_of(text);
  const Sketch inside = sketch_of(joined(words(40, 7), joined(text, words(40, 8))));
  CHECK(10 * shared(alone, inside) >= 9 * alone.size());
}

TEST_CASE("story sketch: a third of a long text is known by its share of the whole") {
  const Words text = words(1500);
  const Sketch part = sketch_of({text.begin(), text.begin() + 500});
  CHECK(part.size() > StorySketch::fewest);
  CHECK(shared(part, sketch_of(text)) == part.size());
}

TEST_CASE("story sketch: the same words in another order are another text") {
  Words text = words(200);
  const Sketch forward = sketch_of(text);
  std::reverse(text.begin(), text.end());
  CHECK(shared(forward, sketch_of(text)) == 0);
}

TEST_CASE("story sketch: the hashes of words are the same on every machine") {
  CHECK(hash64("") == 0x2D06800538D394C2);
  CHECK(hash64("ferry") == hash64(std::string("fer") + "ry"));
  CHECK(hash64("ferry") != hash64("ferri"));
}
