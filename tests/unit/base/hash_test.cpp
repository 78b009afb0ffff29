// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/hash.hpp"

#include <set>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("hash: digests are those of the format for ever") {
  // XXH3-128 of nothing is 99aa06d3014798d8 6001c324468d497f, and of "a" a96faf705af16834
  // e6c632b61e964e1f; each half is written five bits a letter, lowest first.
  CHECK(hash_of("") == "yggpuam2gq7ls2idredo");
  CHECK(hash_of("a") == "ub2cpnbop57qtmjpywsr");
}

TEST_CASE("hash: a digest is twenty letters and digits of base32") {
  for (const char* text : {"", "a", "news"}) {
    CHECK(hash_of(text).size() == Hasher::digest_chars);
    CHECK(hash_of(text).find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == std::string::npos);
  }
}

TEST_CASE("hash: bytes in pieces have the digest of the whole") {
  const std::string bytes(100'000, 'x');
  for (const std::size_t piece :
       {std::size_t{1}, std::size_t{7}, std::size_t{4096}, bytes.size()}) {
    Hasher hasher;
    for (std::size_t at = 0; at < bytes.size(); at += piece) hasher.update(bytes.substr(at, piece));
    CHECK(hasher.digest() == hash_of(bytes));
  }
  CHECK(Hasher().digest() == hash_of(""));
}

TEST_CASE("hash: a digest may be asked for on the way") {
  Hasher hasher;
  hasher.update("ne");
  CHECK(hasher.digest() == hash_of("ne"));
  CHECK(hasher.digest() == hash_of("ne"));
  hasher.update("ws");
  CHECK(hasher.digest() == hash_of("news"));
}

TEST_CASE("hash: texts that differ a little have other digests") {
  std::set<std::string> digests;
  for (int i = 0; i < 10'000; ++i) digests.insert(hash_of(std::to_string(i)));
  digests.insert(hash_of(std::string_view("1\0", 2)));
  CHECK(digests.size() == 10'001);
}
