// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes through a reader: it ends, throws nothing but InputError, and what comes out is
// well-formed.
#include "indexer/reader/read_record.hpp"
#include "indexer/reader/registry.hpp"
#include "news/base/error.hpp"
#include "news/base/utf8.hpp"
#include "news/cli/article_json.hpp"
#include "tests/fuzz/expect.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <variant>

using namespace news;
using news::fuzz::expect;

namespace {

/// The input in small pieces, as a pipe may give it.
class Pieces : public ByteStream {
 public:
  explicit Pieces(std::string_view bytes) : rest_(bytes) {}

  std::size_t read(std::span<char> buffer) override {
    constexpr std::size_t piece = 1021;
    const std::size_t size = std::min({buffer.size(), rest_.size(), piece});
    std::copy_n(rest_.begin(), size, buffer.begin());
    rest_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view rest_;
};

const Reader* reader_of(std::string_view bytes) {
  constexpr std::string_view name = NEWS_FUZZED_READER;
  if (name != "any") return find_reader(name);
  const auto found = recognize({bytes.substr(0, sample_bytes), "file"});
  const auto* reader = std::get_if<const Reader*>(&found);
  return reader == nullptr ? nullptr : *reader;
}

void check(const Article& article) {
  expect(utf8::is_valid(article.title), "a title is well-formed");
  expect(utf8::is_valid(article.body), "a body is well-formed");
  expect(utf8::is_valid(article.outlet), "an outlet is well-formed");
  expect(utf8::is_valid(article.url), "a URL is well-formed");
  expect(!to_json_line(article).empty(), "an article can be written as JSON");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Reader* const reader = reader_of(bytes);
  if (reader == nullptr) return 0;
  InputWindow input(std::make_unique<Pieces>(bytes));
  const auto framer = reader->frame(input);
  // A record takes a byte at least.
  for (std::size_t records = 0; auto raw = framer->next(); ++records) {
    expect(records <= size + 1, "framing ends");
    const auto language = Language::parse("en");
    for (const Record& record : read_record(*reader, *raw, {"/f", "f", "", 0}, *language)) {
      if (const auto* article = std::get_if<Article>(&record)) check(*article);
    }
  }
  return 0;
}
