// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/tokenizer.hpp"

#include "news/base/ascii.hpp"

#include "text/piece_tokenizer.hpp"

namespace news {

class Tokenizer::Impl {
 public:
  explicit Impl(Boundaries boundaries) : pieces_(boundaries) {}

  const std::vector<Word>& tokenize(std::string_view text) {
    pieces_.start(text);
    words_.clear();
    for (std::size_t at = 0; at < text.size();) {
      if (ascii::is_space(text[at])) {
        ++at;
        continue;
      }
      const std::size_t end = piece_end(text, at);
      pieces_.take(at, end, words_);
      at = end;
    }
    return words_;
  }

 private:
  PieceTokenizer pieces_;
  std::vector<Word> words_;
};

Tokenizer::Tokenizer(Boundaries boundaries) : impl_(std::make_unique<Impl>(boundaries)) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

const std::vector<Word>& Tokenizer::tokenize(std::string_view text) {
  return impl_->tokenize(text);
}

}  // namespace news
