// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/index/article_store.hpp"
#include "searcher/duplicates/sketch_lookup.hpp"
#include "searcher/rank/feedback.hpp"
#include "searcher/remote/article_terms.hpp"
#include "searcher/remote/server_weights.hpp"
#include "searcher/remote/term_frequencies.hpp"

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace news {

/// Feedback and sketches for an index of which parts are on other machines. What IndexFeedback and
/// IndexSketches read in term lists and posting lists is made here of the articles' texts, and
/// found by a few queries. For one search.
class RemoteArticles : public FeedbackSource, public SketchLookup {
 public:
  /// All must outlive it.
  RemoteArticles(const Xapian::Database& database, ArticleStore& articles,
                 TermFrequencies& frequencies, ArticleTermMaker& maker)
      : database_(database), articles_(articles), frequencies_(frequencies), maker_(maker) {}

  ServerWeights weights() const { return {frequencies_, database_.get_doccount()}; }

  std::vector<FeedbackArticle> read(const std::vector<Xapian::docid>& articles) override;
  Xapian::doccount articles() const override { return database_.get_doccount(); }
  std::vector<Xapian::doccount> frequencies(const std::vector<std::string>& terms) override;

  /// Fetches the sketches of articles with these keys of schema::order_slot, which are few.
  void learn_sketches(const std::vector<std::string>& order_keys);

  /// Keeps the sketch of an article that came along with a match: the content of
  /// schema::sketch_slot.
  void keep_sketch(Xapian::docid document, const std::string& packed);

  bool is_far() const override { return true; }
  Sketch sketch_of(Xapian::docid document) override;
  Holders holders_of(std::uint32_t number) override;
  void will_read(const std::vector<Xapian::docid>& documents) override;
  void will_find_copies_of(const std::vector<Xapian::docid>& documents) override;

 private:
  struct Known {
    FeedbackArticle feedback;
    Sketch sketch;
  };

  const Known& known(Xapian::docid document);
  bool was_asked(const Sketch& sketch) const;
  void find_holders(const std::set<std::uint32_t>& numbers);

  const Xapian::Database& database_;
  ArticleStore& articles_;
  TermFrequencies& frequencies_;
  ArticleTermMaker& maker_;
  std::unordered_map<Xapian::docid, Known> known_;
  std::unordered_map<Xapian::docid, Sketch> sketches_;  ///< that were sent along with matches
  std::vector<std::set<std::uint32_t>> asked_;          ///< the numbers of each query
  std::unordered_map<std::uint32_t, std::size_t> counts_;
  std::unordered_map<std::uint32_t, std::set<Xapian::docid>> holders_;
};

}  // namespace news
