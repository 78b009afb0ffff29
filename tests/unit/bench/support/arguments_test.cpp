// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/support/arguments.hpp"

#include "news/base/error.hpp"

#include <array>
#include <cstddef>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using news::bench::Arguments;

namespace {

template <std::size_t size>
Arguments arguments(std::array<std::string, size>& words) {
  std::array<char*, size> pointers{};
  for (std::size_t i = 0; i < size; ++i) pointers[i] = words[i].data();
  return {static_cast<int>(size), pointers.data()};
}

}  // namespace

TEST_CASE("bench arguments: names and values come in their order") {
  std::array<std::string, 4> words = {"bench", "--data", "a folder", "--keep"};
  Arguments read = arguments(words);
  CHECK(read.next() == "--data");
  CHECK(read.value() == "a folder");
  CHECK(read.next() == "--keep");
  CHECK_FALSE(read.next());
}

TEST_CASE("bench arguments: a value that is missing is named") {
  std::array<std::string, 2> words = {"bench", "--data"};
  Arguments read = arguments(words);
  CHECK(read.next() == "--data");
  CHECK_THROWS_WITH_AS(read.value(), doctest::Contains("--data"), UsageError);
}
