// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/deflate.hpp"

#include "tests/support/hex.hpp"
#include "tests/support/random_text.hpp"

#include <optional>
#include <string>
#include <utility>

#include <doctest/doctest.h>
#include <libdeflate.h>

using namespace news;
using namespace news::test;

namespace {

std::optional<std::string> compressed(glass::Deflater& deflater, const std::string& tag) {
  std::string out = "old";
  if (!deflater.compress(tag, out)) return std::nullopt;
  return out;
}

/// What raw deflate makes of it, if its end is the end of the bytes.
std::string inflated(const std::string& bytes, std::size_t size) {
  std::string text(size, '\0');
  std::size_t used = 0;
  libdeflate_decompressor* const decompressor = libdeflate_alloc_decompressor();
  const libdeflate_result result = libdeflate_deflate_decompress_ex(
      decompressor, bytes.data(), bytes.size(), text.data(), text.size(), &used, nullptr);
  libdeflate_free_decompressor(decompressor);
  return result == LIBDEFLATE_SUCCESS && used == bytes.size() ? text : "damaged";
}

}  // namespace

TEST_CASE("deflate: a tag is shorter and raw, without a header") {
  glass::Deflater deflater(6);
  CHECK(hex(compressed(deflater, std::string(100, 'a')).value()) == "4B 4C A4 3D 00 00");
}

TEST_CASE("deflate: what is compressed inflates again, at every level") {
  RandomText random(1);
  for (const int level : {1, 6, 12}) {
    glass::Deflater deflater(level);
    for (const std::size_t size : {100U, 1000U, 100'000U}) {
      CAPTURE(level);
      CAPTURE(size);
      std::string tag;
      while (tag.size() < size) tag += "word" + std::to_string(random.below(10));
      const auto small = compressed(deflater, tag);
      REQUIRE(small);
      CHECK(small->size() < tag.size());
      CHECK((inflated(*small, tag.size()) == tag));
    }
  }
}

TEST_CASE("deflate: what would not be shorter stays as it is") {
  RandomText random(2);
  glass::Deflater deflater(6);
  std::string noise(1000, '\0');
  for (char& byte : noise) byte = static_cast<char>(random.below(256));
  CHECK_FALSE(compressed(deflater, ""));
  CHECK_FALSE(compressed(deflater, "a"));
  CHECK_FALSE(compressed(deflater, noise));
  CHECK_FALSE(compressed(deflater, std::string(18, 'a')));  // as later writers leave it
}

TEST_CASE("deflate: a deflater can be moved") {
  glass::Deflater first(1);
  glass::Deflater second(std::move(first));
  CHECK(compressed(second, std::string(100, 'a')));
}
