// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"
#include "news/index/story_sketch.hpp"
#include "news/text/analyzer.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace news {

/// What an index knows of an article's text, as far as a search needs it of a single article.
struct ArticleTerms {
  /// Of the words of its text, as the index has them: stems behind schema::stem, and words as they
  /// are. How often each occurs.
  std::map<std::string, std::uint32_t> occurrences;
  std::uint32_t length = 0;           ///< as the index counts it
  std::vector<std::uint32_t> sketch;  ///< see StorySketch
};

/// Makes that again from the article, as the indexer's Composer did when it was indexed. To ask
/// another machine for the terms of an article takes milliseconds, as each is a message; the text
/// comes in one and is mostly needed anyway. For one thread.
class ArticleTermMaker {
 public:
  ArticleTerms make(const Article& article);

 private:
  void add(const std::vector<Token>& tokens, ArticleTerms& terms);

  Analyzer analyzer_;
  StorySketch sketch_;
};

}  // namespace news
