// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/article_compressor.hpp"

#include "tests/support/random_text.hpp"

#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <zstd.h>

using namespace news;
using namespace news::test;

namespace {

using Records = std::vector<std::string>;

/// A story of about 1 KB in the words of all others.
std::string story(RandomText& random) {
  std::string text = "title=Story\nauthor=Jane Doe\nlanguage=en\n\n";
  while (text.size() < 1000) text += "word" + std::to_string(random.below(3000)) + " ";
  return text;
}

Records stories(std::size_t count) {
  RandomText random(1);
  Records records;
  for (std::size_t i = 0; i < count; ++i) records.push_back(story(random));
  return records;
}

/// The record again, by the system's zstd.
std::string expanded(const std::string& frame, const ArticleDictionary* dictionary) {
  std::string text(ZSTD_getFrameContentSize(frame.data(), frame.size()), '\0');
  ZSTD_DCtx* const context = ZSTD_createDCtx();
  const std::string bytes = dictionary != nullptr ? dictionary->bytes() : "";
  const std::size_t size = ZSTD_decompress_usingDict(
      context, text.data(), text.size(), frame.data(), frame.size(), bytes.data(), bytes.size());
  ZSTD_freeDCtx(context);
  return ZSTD_isError(size) == 0 && size == text.size() ? text : "damaged";
}

}  // namespace

TEST_CASE("article compressor: what is compressed is a frame that knows its size") {
  ArticleCompressor compressor;
  for (const std::size_t bytes : {100U, 5000U, 3'000'000U}) {
    const std::string record(bytes, 'a');
    const std::string frame = compressor.compress(record, nullptr);
    CHECK(frame.size() < record.size());
    CHECK((expanded(frame, nullptr) == record));
  }
}

TEST_CASE("article compressor: what would not get shorter stays as it is") {
  ArticleCompressor compressor;
  CHECK(compressor.compress("", nullptr).empty());
  CHECK(compressor.compress("short", nullptr) == "short");
  const std::string noise = RandomText(2).bytes(100'000);
  CHECK((compressor.compress(noise, nullptr) == noise));
}

TEST_CASE("article compressor: with a dictionary stories are much shorter") {
  const Records records = stories(200);
  const auto dictionary = ArticleDictionary::made_from(records);
  REQUIRE(dictionary != nullptr);
  ArticleCompressor compressor;
  RandomText random(3);
  const std::string fresh = story(random);
  const std::string frame = compressor.compress(fresh, dictionary.get());
  CHECK(10 * frame.size() < 8 * compressor.compress(fresh, nullptr).size());
  CHECK(expanded(frame, dictionary.get()) == fresh);
  CHECK(ZSTD_getDictID_fromFrame(frame.data(), frame.size()) == dictionary->id());
  CHECK(dictionary->id() != 0);
}

TEST_CASE("article compressor: the same stories always give the same bytes") {
  const auto one = ArticleDictionary::made_from(stories(200));
  const auto two = ArticleDictionary::made_from(stories(200));
  REQUIRE(one != nullptr);
  REQUIRE(two != nullptr);
  CHECK((one->bytes() == two->bytes()));
  const std::string record = stories(1).front();
  ArticleCompressor used;
  used.compress(std::string(100'000, 'x'), nullptr);
  CHECK((used.compress(record, one.get()) == ArticleCompressor().compress(record, two.get())));
}

TEST_CASE("article compressor: a dictionary is not made where it would not pay") {
  CHECK(ArticleDictionary::made_from({}) == nullptr);
  CHECK(ArticleDictionary::made_from(stories(10)) == nullptr);
  CHECK(ArticleDictionary::made_from({std::string(400'000, 'x')}) ==
        nullptr);  // one sample teaches none
  CHECK(ArticleDictionary::made_from(Records(100, "")) == nullptr);
}

TEST_CASE("article compressor: no more than the first stories are learnt from") {
  const auto some = ArticleDictionary::made_from(stories(300));
  const auto more = ArticleDictionary::made_from(stories(600));
  REQUIRE(some != nullptr);
  CHECK((some->bytes() == more->bytes()));
}
