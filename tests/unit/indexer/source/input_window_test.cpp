// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/input_window.hpp"

#include "news/base/error.hpp"
#include "tests/support/byte_streams.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::string numbered_text(int lines) {
  std::string text;
  for (int i = 0; i < lines; ++i) text += "line " + std::to_string(i) + "\n";
  return text;
}

}  // namespace

TEST_CASE("input window: it holds nothing until it is filled") {
  InputWindow window(text_stream("abc"));
  CHECK(window.data().empty());
  CHECK(window.fill());
  CHECK(window.data() == "abc");
  CHECK_FALSE(window.fill());
  CHECK(window.data() == "abc");
}

TEST_CASE("input window: peek fills as far as it is asked to and no further than the end") {
  InputWindow window(text_stream("abcdef", 2));
  CHECK(window.peek(0).empty());
  CHECK(window.peek(1) == "ab");
  CHECK(window.peek(3) == "abcd");
  CHECK(window.peek(100) == "abcdef");
}

TEST_CASE("input window: consume forgets the start and never more than is at hand") {
  InputWindow window(text_stream("abcdef", 3));
  window.fill();
  window.consume(2);
  CHECK(window.data() == "c");
  window.consume(100);
  CHECK(window.data().empty());
  CHECK(window.fill());
  CHECK(window.data() == "def");
}

TEST_CASE("input window: whatever is peeked and consumed all bytes come by in order") {
  const std::string text = numbered_text(3000);
  std::mt19937 random(7);
  for (const std::size_t piece : {std::size_t{100}, std::size_t{5000}, all_at_once}) {
    InputWindow window(text_stream(text, piece));
    std::string seen;
    while (!window.peek(1 + random() % 300).empty()) {
      const std::size_t count = 1 + random() % 400;
      seen += window.data().substr(0, count);
      window.consume(count);
    }
    CHECK(seen == text);
  }
}

TEST_CASE("input window: a stream may be longer or shorter than was expected") {
  const std::string text = numbered_text(1000);
  for (const std::size_t expected : {std::size_t{0}, std::size_t{1}, text.size() - 1, text.size(),
                                     text.size() + 1, 100 * text.size(), std::size_t{1} << 40U}) {
    CAPTURE(expected);
    for (const std::size_t piece : {std::size_t{7}, all_at_once}) {
      InputWindow window(text_stream(text, piece), expected);
      CHECK(window.peek(10).starts_with("line 0\n"));
      window.consume(3);
      CHECK(window.peek(2 * text.size()) == text.substr(3));
      CHECK_FALSE(window.fill());
    }
  }
}

TEST_CASE("input window: a small file is read at once and its end asked for once") {
  class CountingStream : public ByteStream {
   public:
    explicit CountingStream(int& reads) : reads_(reads) {}
    std::size_t read(std::span<char> buffer) override { return ++reads_ > 1 ? 0 : fill(buffer); }

   private:
    static std::size_t fill(std::span<char> buffer) {
      buffer[0] = 'x';
      return 1;
    }
    int& reads_;
  };
  int reads = 0;
  InputWindow window(std::make_unique<CountingStream>(reads), 1);
  for (int i = 0; i < 5; ++i) CHECK(window.peek(100) == "x");
  CHECK(reads == 2);
}

TEST_CASE("input window: what is at hand outlives a stream that fails") {
  InputWindow window(breaking_stream("good so far"));
  CHECK(window.fill());
  CHECK_THROWS_AS(window.fill(), InputError);
  CHECK(window.data() == "good so far");
}

TEST_CASE("input window: transcoding takes in what was peeked already") {
  std::string latin1;
  for (int i = 0; i < 500; ++i) latin1 += "caf\xE9 ";
  std::string utf8;
  for (int i = 0; i < 500; ++i) utf8 += "caf\u00E9 ";
  for (const std::size_t peeked : {std::size_t{0}, std::size_t{3}, std::size_t{100000}}) {
    CAPTURE(peeked);
    InputWindow window(text_stream(latin1, 64));
    window.peek(peeked);
    window.transcode_from("ISO-8859-1");
    CHECK(window.peek(100000) == utf8);
  }
}
