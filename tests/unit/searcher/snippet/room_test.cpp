// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/room.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

std::string end_within(const std::string& text, std::size_t columns) {
  return text.substr(0, Room(text).end_within({0, text.size()}, columns));
}

std::string begin_within(const std::string& text, std::size_t columns) {
  return text.substr(Room(text).begin_within({0, text.size()}, columns));
}

}  // namespace

TEST_CASE("snippet room: as many whole words as fit") {
  CHECK(end_within("the ferry sank", 14) == "the ferry sank");
  CHECK(end_within("the ferry sank", 13) == "the ferry");
  CHECK(end_within("the ferry sank", 9) == "the ferry");
  CHECK(end_within("the ferry sank", 8) == "the");
  CHECK(end_within("the ferry, she sank", 11) == "the ferry");
  CHECK(end_within("ferryboats", 5) == "ferry");
}

TEST_CASE("snippet room: the same from the end") {
  CHECK(begin_within("the ferry sank", 14) == "the ferry sank");
  CHECK(begin_within("the ferry sank", 13) == "ferry sank");
  CHECK(begin_within("the ferry sank", 4) == "sank");
  CHECK(begin_within("the ferry sank", 3) == "");
}

TEST_CASE("snippet room: East Asian characters take two columns, marks none") {
  CHECK(end_within("\u6E21\u8F2A\u6C89\u6CA1", 5) == "\u6E21\u8F2A");
  CHECK(end_within("cafe\u0301s", 5) == "cafe\u0301s");
  CHECK(Room("a\u6E21\nb").columns_of({0, 6}) == 5);
}

TEST_CASE("snippet room: what takes no columns is bounded") {
  std::string marks = "e";
  for (int i = 0; i < 1000; ++i) marks += "\u0301";
  CHECK_FALSE(Room(marks).fits({0, marks.size()}, 20));
  CHECK(end_within(marks, 20).size() <= 20 * Room::max_bytes_per_column);
  CHECK(Room(marks).columns_of({0, marks.size()}) == marks.size() / Room::max_bytes_per_column);
}

TEST_CASE("snippet room: characters are completed") {
  const std::string text = "cafe\u0301s";
  CHECK(Room(text).whole_characters({0, 4}) == ByteRange{0, 6});
  CHECK(Room(text).whole_characters({4, 7}) == ByteRange{3, 7});
}
