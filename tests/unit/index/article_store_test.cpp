// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/article_store.hpp"

#include "indexer/build/article_compressor.hpp"
#include "news/article/stored_article.hpp"
#include "news/base/error.hpp"
#include "news/index/schema.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <xapian.h>
#include <zstd.h>

using namespace news;

namespace {

/// Articles that are much alike, more than a dictionary needs.
std::string record(int number) {
  Article article;
  article.title = "Story " + std::to_string(number);
  for (int i = 0; i < 40; ++i)
    article.body += "Line " + std::to_string((number + i * i) % 97) + ".";
  return to_stored(article);
}

std::shared_ptr<const ArticleDictionary> dictionary_from(int first) {
  std::vector<std::string> records;
  for (int i = first; i < first + 600; ++i) records.push_back(record(i));
  auto dictionary = ArticleDictionary::made_from(records);
  REQUIRE(dictionary != nullptr);
  return dictionary;
}

Xapian::Document document(std::string data) {
  Xapian::Document holds;
  holds.set_data(data);
  return holds;
}

std::string compressed(std::string_view record, const ArticleDictionary* dictionary = nullptr) {
  return ArticleCompressor().compress(record, dictionary);
}

/// A segment that has only a dictionary.
Xapian::Database segment_with(const std::string& key, const std::string& bytes) {
  Xapian::WritableDatabase segment(std::string(), Xapian::DB_BACKEND_INMEMORY);
  segment.set_metadata(key, bytes);
  return segment;
}

Xapian::Database segment_with(const ArticleDictionary& dictionary) {
  return segment_with(schema::dictionary_key(dictionary.id()), dictionary.bytes());
}

/// Why an article cannot be read; "no error" if it can.
std::string refusal(ArticleStore& store, const std::string& data) {
  try {
    store.read(document(data));
  } catch (const IndexError& error) {
    return error.what();
  }
  return "no error";
}

/// A zstd frame that claims to hold so many bytes, and has none of them.
std::string frame_of(std::uint64_t bytes) {
  std::string frame("\x28\xB5\x2F\xFD\xE0", 5);  // its size follows in eight bytes
  for (unsigned byte = 0; byte < 8; ++byte) frame += static_cast<char>(bytes >> (8 * byte) & 0xFF);
  return frame + std::string("\1\0\0", 3);
}

}  // namespace

TEST_CASE("article store: an article is read as it is stored") {
  ArticleStore store;
  CHECK(store.read(document("title=Rain fell\n\nIt fell.")).title == "Rain fell");
  CHECK(store.read(document("title=Rain fell\n\nIt fell.")).body == "It fell.");
  CHECK(store.read(document("")) == Article());
}

TEST_CASE("article store: a compressed article is the same") {
  ArticleStore store;
  const std::string data = compressed(record(1));
  REQUIRE(data.size() < record(1).size());
  CHECK(to_stored(store.read(document(data))) == record(1));
}

TEST_CASE("article store: dictionaries are found in any of the segments") {
  const auto one = dictionary_from(0);
  const auto other = dictionary_from(5000);
  REQUIRE(one->id() != other->id());
  ArticleStore store({segment_with("x", "y"), segment_with(*one), segment_with(*other)});
  for (const auto& dictionary : {one, other, one}) {
    const Article read = store.read(document(compressed(record(7), dictionary.get())));
    CHECK(to_stored(read) == record(7));
  }
  CHECK(to_stored(store.read(document(compressed(record(8))))) == record(8));
  SUBCASE("also when the store has moved") {
    ArticleStore moved(std::move(store));
    CHECK(refusal(moved, compressed(record(7), one.get())) == "no error");
  }
}

TEST_CASE("article store: without its dictionary an article cannot be read") {
  const auto dictionary = dictionary_from(0);
  const std::string data = compressed(record(7), dictionary.get());
  const std::string missing = "stored article: the dictionary it was compressed with is missing";
  ArticleStore none;
  ArticleStore another({segment_with(*dictionary_from(5000))});
  CHECK(refusal(none, data) == missing);
  CHECK(refusal(another, data) == missing);
  CHECK(refusal(another, data) == missing);
}

TEST_CASE("article store: a damaged dictionary is found out") {
  const auto dictionary = dictionary_from(0);
  const std::string data = compressed(record(7), dictionary.get());
  const std::string key = schema::dictionary_key(dictionary->id());
  ArticleStore other({segment_with(key, dictionary_from(5000)->bytes())});
  ArticleStore cut({segment_with(key, dictionary->bytes().substr(0, 100))});
  ArticleStore text({segment_with(key, "no dictionary")});
  for (ArticleStore* store : {&other, &cut, &text}) {
    CHECK(refusal(*store, data).starts_with("stored article: "));
  }
}

TEST_CASE("article store: damaged articles are errors wherever they end") {
  ArticleStore store;
  const std::string data = compressed(record(1));
  for (std::size_t bytes = 4; bytes < data.size(); ++bytes) {
    CAPTURE(bytes);
    CHECK(refusal(store, data.substr(0, bytes)).starts_with("stored article: damaged: "));
  }
  CHECK(refusal(store, data + "x").starts_with("stored article: damaged: "));
  CHECK(refusal(store, data) == "no error");
}

TEST_CASE("article store: any byte may be another and nothing worse happens than an error") {
  ArticleStore store;
  const std::string data = compressed(record(1));
  for (std::size_t at = 4; at < data.size(); ++at) {
    for (const char flip : {'\x01', '\x80', '\xFF'}) {
      std::string damaged = data;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      const std::string why = refusal(store, damaged);
      CHECK((why == "no error" || why.starts_with("stored article: ")));
    }
  }
}

TEST_CASE("article store: a frame cannot claim to be longer than any article") {
  ArticleStore store;
  const std::string no_size = "stored article: damaged: it has no size that an article can have";
  CHECK(refusal(store, frame_of(1ULL << 62U)) == no_size);
  CHECK(refusal(store, frame_of(256ULL * 1024 * 1024 + 1)) == no_size);
  CHECK(refusal(store, std::string("\x28\xB5\x2F\xFD\x00\x58\x01\x00\x00", 9)) == no_size);
  CHECK(refusal(store, frame_of(100)) != "no error");
}
