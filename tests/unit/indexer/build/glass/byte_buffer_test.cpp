// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/byte_buffer.hpp"

#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("byte buffer: it holds what was put into it") {
  test::RandomText random(1);
  glass::ByteBuffer buffer;
  std::string expected;
  for (int i = 0; i < 500; ++i) {
    const std::string piece = random.bytes(200);
    expected += piece;
    buffer.append(piece);
    REQUIRE(buffer.size() == expected.size());
  }
  CHECK((buffer.view() == expected));
}

TEST_CASE("byte buffer: room that was not written to is no part of it") {
  glass::ByteBuffer buffer;
  char* const end = buffer.room(1000);
  end[0] = 'a';
  buffer.end_at(end + 1);
  CHECK(buffer.view() == "a");
}

TEST_CASE("byte buffer: it begins empty and is empty when cleared") {
  glass::ByteBuffer buffer;
  CHECK(buffer.empty());
  CHECK(buffer.view().empty());
  buffer.append("");
  CHECK(buffer.empty());
  buffer.append("ab");
  buffer.clear();
  CHECK(buffer.empty());
  buffer.append("c");
  CHECK(buffer.view() == "c");
}
