// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/arena.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// Texts of many lengths, some longer than a block.
std::vector<std::string> many_texts(char first) {
  std::vector<std::string> texts;
  for (std::size_t size = 0; size < 200'000; size = size * 3 / 2 + 1) {
    for (int i = 0; i < 20; ++i) texts.emplace_back(size, static_cast<char>(first + i));
  }
  return texts;
}

void check_stores(Arena& arena, const std::vector<std::string>& texts) {
  std::vector<std::string_view> stored;
  for (const std::string& text : texts) stored.push_back(arena.store(text));
  for (std::size_t i = 0; i < texts.size(); ++i) REQUIRE(stored[i] == texts[i]);
}

}  // namespace

TEST_CASE("arena: what is stored stays as it was while more is stored") {
  Arena arena;
  check_stores(arena, many_texts('a'));
}

TEST_CASE("arena: it can be used again when it was cleared") {
  Arena arena;
  arena.clear();
  check_stores(arena, many_texts('a'));
  arena.clear();
  check_stores(arena, many_texts('A'));
}

TEST_CASE("arena: cleared memory is given out again") {
  Arena arena;
  const char* first = arena.store("one").data();
  arena.store(std::string(100'000, 'x'));
  arena.clear();
  CHECK(arena.store("two").data() == first);
}

TEST_CASE("arena: a copy does not change with its source") {
  Arena arena;
  std::string source = "one";
  const std::string_view copy = arena.store(source);
  source = "two";
  CHECK(copy == "one");
  CHECK(arena.store("").empty());
}
