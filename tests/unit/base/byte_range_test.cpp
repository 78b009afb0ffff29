// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/byte_range.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("byte range: the bytes of a text from begin up to end") {
  const ByteRange range{4, 9};
  CHECK(range.size() == 5);
  CHECK(range.in("The title of it") == "title");
  CHECK(ByteRange{3, 3}.in("abc").empty());
  CHECK(ByteRange().in("").empty());
}

TEST_CASE("byte range: ranges are ordered by their begin and then their end") {
  CHECK(ByteRange{1, 5} < ByteRange{2, 3});
  CHECK(ByteRange{1, 2} < ByteRange{1, 3});
  CHECK(ByteRange{1, 2} == ByteRange{1, 2});
}
