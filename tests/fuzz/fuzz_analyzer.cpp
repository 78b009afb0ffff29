// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes through the analyzer: tokens lie in the text in order, and are terms.
#include "news/base/utf8.hpp"
#include "news/text/analyzer.hpp"
#include "tests/fuzz/expect.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace news;
using news::fuzz::expect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Analyzer analyzer;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const char* code : {"en", "de", "ja", "ar"}) {
    std::size_t before = 0;
    for (const Token& token : analyzer.analyze(text, *Language::parse(code))) {
      expect(token.begin >= before && token.begin < token.end && token.end <= text.size(),
             "tokens lie in the text in order");
      before = token.begin;
      expect(!token.term.empty() && token.term.size() <= Tokenizer::max_word_bytes,
             "a term has a length that an index can hold");
      expect(utf8::is_valid(token.term) && utf8::is_valid(token.stem), "terms are well-formed");
    }
    analyzer.trim();
  }
  return 0;
}
