// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/inversion/document_batch.hpp"
#include "news/index/story_sketch.hpp"
#include "news/article/article.hpp"
#include "news/text/analyzer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Turns articles into documents by the rules of news/index/schema.hpp. For one thread.
///
///   start(batch) -> add(article), add(article), ...
class Composer {
 public:
  /// Begins to fill an empty batch, which must outlive its use here.
  void start(DocumentBatch& batch);

  /// Adds the document of an article. False, and nothing is added, for one that has more distinct
  /// words than an index can hold in one document.
  bool add(const Article& article);

 private:
  static constexpr TermId none = 0xFFFFFFFF;

  /// The terms of a token, as the batch numbers them.
  struct FreeText {
    TermId word = none;
    TermId stem = none;
    TermId tag = none;
    std::uint32_t hash = 0;  ///< of the word, for the sketch
  };
  struct TitleText {
    TermId word = none;
    TermId stem = none;
  };

  /// Terms by a token's lexeme: the words of news are few, and so are looked up as strings once a
  /// batch.
  template <typename Terms>
  class ByLexeme {
   public:
    void start() { ++batch_; }

    /// Where a lexeme's terms are; `fresh` says whether they are still to be found.
    Terms& find(std::uint32_t lexeme, bool& fresh) {
      if (lexeme >= known_.size()) known_.resize(std::size_t{lexeme} * 2 + 1024);
      Known& known = known_[lexeme];
      fresh = known.batch != batch_;
      known.batch = batch_;
      return known.terms;
    }

   private:
    struct Known {
      std::uint32_t batch = 0;
      Terms terms;
    };
    std::vector<Known> known_;
    std::uint32_t batch_ = 0;
  };

  std::uint32_t add_title(const Article& article);
  void add_body(const Article& article, std::uint32_t position);
  void add_field(std::string_view prefix, const std::vector<std::string>& values);
  void add_facets(const Article& article);
  void add_hosts(std::string_view url);
  void add_date(const Timestamp& published);
  void add_free_text(const Token& token, std::uint32_t position);
  std::string add_sketch();
  void add_filter(std::string_view prefix, std::string_view value);

  const FreeText& free_text(const Token& token);
  TitleText title_text(const Token& token);
  FreeText interned_free_text(const Token& token);
  TitleText interned_title_text(const Token& token);

  DocumentBatch* batch_ = nullptr;
  Analyzer analyzer_;
  StorySketch sketch_;
  ByLexeme<FreeText> free_text_;
  FreeText rare_;  ///< of the last token without a lexeme
  ByLexeme<TitleText> title_text_;
};

}  // namespace news
