// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/apart.hpp"

#include <csignal>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("apart: the result comes back, however long it is") {
  const std::string long_text(1'000'000, 'x');
  for (const std::string& text : {std::string(), std::string("a\0b", 3), long_text}) {
    CHECK(do_apart([&] { return text; }, {}).output == text);
  }
}

TEST_CASE("apart: what the work throws is its failure") {
  const ApartResult result =
      do_apart([]() -> std::string { throw std::runtime_error("no block 7"); }, {});
  CHECK_FALSE(result.output);
  CHECK(result.failure == "no block 7");
}

TEST_CASE("apart: a crash ends the child alone") {
  const ApartResult result = do_apart(
      []() -> std::string {
        std::raise(SIGSEGV);
        return {};
      },
      {});
  CHECK_FALSE(result.output);
  CHECK(result.failure == "makes its reader crash: Segmentation fault");
}

TEST_CASE("apart: work that does not end is ended") {
  const ApartLimits limits{.processor_time = std::chrono::seconds(1)};
  const ApartResult result = do_apart(
      []() -> std::string {
        for (const volatile bool forever = true; forever;) {
        }
        return {};
      },
      limits);
  CHECK_FALSE(result.output);
  CHECK(result.failure == "takes more time than a whole one could");
}

TEST_CASE("apart: work that wants all memory does not get it") {
  const ApartLimits limits{.memory_bytes = std::uint64_t{64} << 20U};
  const ApartResult result = do_apart(
      [] { return std::to_string(std::vector<char>(std::size_t{1} << 34U).size()); }, limits);
  CHECK_FALSE(result.output);
  CHECK(result.failure == "takes more memory than a whole one could");
}
