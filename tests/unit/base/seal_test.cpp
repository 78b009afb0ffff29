// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/seal.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("seal: what was sealed is whole") {
  for (const std::string content : {"", "a", "auto segment-000001\n", "one\ntwo\n"}) {
    CHECK(seal_of(sealed(content)) == Seal::whole);
  }
}

TEST_CASE("seal: no bit can flip, and no end be missing, without breaking it") {
  const std::string file = sealed("auto segment-000001\nauto segment-000002\n");
  for (std::size_t at = 0; at < file.size(); ++at) {
    CAPTURE(at);
    CHECK(seal_of(file.substr(0, at)) != Seal::whole);
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = file;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      CHECK(seal_of(flipped) != Seal::whole);
    }
  }
}

TEST_CASE("seal: a file without one") {
  CHECK(seal_of("") == Seal::none);
  CHECK(seal_of("auto segment-000001\n") == Seal::none);
}
