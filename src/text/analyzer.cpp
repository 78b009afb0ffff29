// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/analyzer.hpp"

#include "news/base/arena.hpp"
#include "news/base/utf8.hpp"

#include <map>

#include "text/stemmer.hpp"

namespace news {

class Analyzer::Impl {
 public:
  explicit Impl(Tokenizer::Boundaries boundaries) : tokenizer_(boundaries) {}

  const std::vector<Token>& analyze(std::string_view text, Language language) {
    Stemmer& stemmer = stemmers_.try_emplace(language, language).first->second;
    stems_.clear();
    tokens_.clear();
    for (const Word& word : tokenizer_.tokenize(text)) {
      Token token{.term = word.plain, .tag = word.tag, .begin = word.begin, .end = word.end};
      if (word.stemmable) {
        const std::string_view stem = stemmer.stem(word.folded);
        // A stemmer may leave nothing of a very short word.
        token.stem = stem.empty() ? word.plain
                                  : stems_.store(utf8::truncate(stem, Tokenizer::max_word_bytes));
      }
      tokens_.push_back(token);
    }
    return tokens_;
  }

 private:
  Tokenizer tokenizer_;
  std::map<Language, Stemmer> stemmers_;
  Arena stems_;
  std::vector<Token> tokens_;
};

Analyzer::Analyzer(Tokenizer::Boundaries boundaries) : impl_(std::make_unique<Impl>(boundaries)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const std::vector<Token>& Analyzer::analyze(std::string_view text, Language language) {
  return impl_->analyze(text, language);
}

}  // namespace news
