// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/shard_share.hpp"

#include "news/base/hash.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("shard share: K of N is read, and written so") {
  for (const char* text : {"1/1", "2/4", "10000/10000"}) {
    CAPTURE(text);
    REQUIRE(ShardShare::parse(text));
    CHECK(ShardShare::parse(text)->text() == text);
  }
}

TEST_CASE("shard share: what is no share is none") {
  for (const char* text : {"", "/", "1", "1/", "/2", "0/4", "5/4", "-1/4", "1/0", "1/10001", " 1/2",
                           "1/2 ", "1/2/3", "a/b", "99999999999/99999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(ShardShare::parse(text));
  }
}

TEST_CASE("shard share: an article is in one shard, and shards are about equally large") {
  constexpr std::uint32_t shards = 4;
  constexpr int articles = 4000;
  int held[shards] = {};
  for (int i = 0; i < articles; ++i) {
    const std::string identity = hash_of(std::to_string(i));
    int holders = 0;
    for (std::uint32_t k = 1; k <= shards; ++k) {
      if (!ShardShare{.number = k, .count = shards}.holds(identity)) continue;
      ++holders;
      ++held[k - 1];
    }
    CHECK(holders == 1);
    CHECK(ShardShare().holds(identity));
  }
  for (const int count : held) CHECK(count == doctest::Approx(articles / shards).epsilon(0.1));
}
