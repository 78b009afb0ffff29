// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexemes.hpp"

#include <algorithm>

namespace news {

namespace {

static_assert(Tokenizer::max_word_bytes <= UINT8_MAX);

std::uint8_t narrow(std::size_t size) { return static_cast<std::uint8_t>(size); }

}  // namespace

std::uint32_t Lexemes::add(const Token& token, std::size_t origin) {
  Entry entry;
  entry.term_size = narrow(token.term.size());
  entry.stem_size = narrow(token.stem.size());
  entry.tag_size = narrow(token.tag.size());
  entry.begin = narrow(token.begin - origin);
  entry.end = narrow(token.end - origin);
  // The tag follows the stem.
  entry.stem_apart = !token.term.starts_with(token.stem) || !token.tag.empty();
  const std::string_view apart = entry.stem_apart ? token.stem : std::string_view();
  char* const text = text_.allocate(token.term.size() + apart.size() + token.tag.size());
  char* at = text;
  for (const std::string_view part : {token.term, apart, token.tag}) {
    at = std::copy(part.begin(), part.end(), at);
  }
  entry.text = text;
  text_bytes_ += static_cast<std::size_t>(at - text);
  entries_.push_back(entry);
  return size() - 1;
}

void Lexemes::clear() {
  entries_.clear();
  text_.clear();
  text_bytes_ = 0;
}

}  // namespace news
