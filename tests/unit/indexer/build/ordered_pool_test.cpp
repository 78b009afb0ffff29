// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/ordered_pool.hpp"

#include <atomic>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace news;

namespace {

using Pool = OrderedPool<int, int>;

/// All outputs for the inputs 0 to count - 1, fed as the header says.
std::vector<int> outputs(Pool& pool, int count) {
  std::vector<int> all;
  for (int i = 0; i < count; ++i) {
    while (auto output = pool.full() ? pool.next() : pool.ready()) all.push_back(*output);
    pool.submit(i);
  }
  while (auto output = pool.next()) all.push_back(*output);
  return all;
}

std::vector<int> squares(int count) {
  std::vector<int> all;
  for (int i = 0; i < count; ++i) all.push_back(i * i);
  return all;
}

}  // namespace

TEST_CASE("ordered pool: outputs come out in the order of their inputs") {
  for (const std::size_t threads : {1U, 2U, 8U}) {
    for (const std::size_t window : {1U, 2U, 50U}) {
      CAPTURE(threads);
      CAPTURE(window);
      Pool pool(threads, window, [](int i) {
        for (int k = 0; k < (i * 7) % 5; ++k) std::this_thread::yield();
        return i * i;
      });
      CHECK(outputs(pool, 500) == squares(500));
    }
  }
}

TEST_CASE("ordered pool: nothing in gives nothing out") {
  Pool pool(2, 4, [](int i) { return i; });
  CHECK_FALSE(pool.full());
  CHECK_FALSE(pool.ready());
  CHECK_FALSE(pool.next());
}

TEST_CASE("ordered pool: it is full when as many are under way as its window has") {
  Pool pool(1, 2, [](int i) { return i; });
  pool.submit(1);
  CHECK_FALSE(pool.full());
  pool.submit(2);
  CHECK(pool.full());
  CHECK(pool.next() == 1);
  CHECK_FALSE(pool.full());
  CHECK(pool.next() == 2);
  CHECK_FALSE(pool.next());
}

TEST_CASE("ordered pool: what the work throws comes out and ends nothing else") {
  Pool pool(4, 8, [](int i) {
    if (i == 20) throw std::runtime_error("odd");
    return i;
  });
  CHECK_THROWS_WITH_AS(outputs(pool, 100), "odd", std::runtime_error);
  CHECK_THROWS_AS(pool.next(), std::runtime_error);
  CHECK_THROWS_AS(pool.ready(), std::runtime_error);
}

TEST_CASE("ordered pool: inputs and outputs need only be movable") {
  OrderedPool<std::unique_ptr<int>, std::unique_ptr<int>> pool(
      2, 4, [](std::unique_ptr<int> input) { return input; });
  pool.submit(std::make_unique<int>(7));
  const auto output = pool.next();
  REQUIRE(output);
  CHECK(**output == 7);
}

TEST_CASE("ordered pool: what is still under way when it ends is waited for or dropped") {
  std::atomic<int> started = 0;
  std::atomic<int> ended = 0;
  for (int round = 0; round < 20; ++round) {
    Pool pool(3, 100, [&](int i) {
      ++started;
      std::this_thread::yield();
      ++ended;
      return i;
    });
    for (int i = 0; i < 50; ++i) pool.submit(i);
  }
  CHECK(started == ended);
}

TEST_CASE("ordered pool: without threads the work is done when it is submitted") {
  for (const std::size_t window : {1U, 2U, 50U}) {
    CAPTURE(window);
    const auto here = std::this_thread::get_id();
    Pool pool(0, window, [here](int i) {
      CHECK(std::this_thread::get_id() == here);
      return i * i;
    });
    CHECK(outputs(pool, 100) == squares(100));
    CHECK_FALSE(pool.ready());
  }
}

TEST_CASE("ordered pool: without threads an output is ready at once and the window holds") {
  Pool pool(0, 2, [](int i) { return i; });
  CHECK_FALSE(pool.next());
  pool.submit(1);
  CHECK_FALSE(pool.full());
  pool.submit(2);
  CHECK(pool.full());
  CHECK(pool.ready() == 1);
  CHECK(pool.next() == 2);
  CHECK_FALSE(pool.next());
}

TEST_CASE("ordered pool: without threads submit throws what the work throws and nothing is lost") {
  Pool pool(0, 8, [](int i) {
    if (i == 2) throw std::runtime_error("odd");
    return i;
  });
  pool.submit(1);
  CHECK_THROWS_WITH_AS(pool.submit(2), "odd", std::runtime_error);
  pool.submit(3);
  CHECK(pool.next() == 1);
  CHECK(pool.next() == 3);
  CHECK_FALSE(pool.next());
}
