// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/shard_address.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("shard address: HOST:PORT is read, and written so") {
  for (const char* text : {"localhost:4711", "10.0.0.5:1", "a-b.example_1.org:65535", "[::1]:80"}) {
    CAPTURE(text);
    REQUIRE(ShardAddress::parse(text));
    CHECK(ShardAddress::parse(text)->text() == text);
  }
  CHECK(ShardAddress::parse("[fd00::5]:80")->host == "fd00::5");
}

TEST_CASE("shard address: everything else is a folder") {
  for (const char* text : {"", ":", "news.idx", "host:", ":80", "host:0", "host:65536", "host:x",
                           "host:80x", "./host:80", "/a:1", "a b:1", "::1:80", "[]:80"}) {
    CAPTURE(text);
    CHECK_FALSE(ShardAddress::parse(text));
  }
}
