// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/index/article_store.hpp"
#include "news/index/open.hpp"
#include "searcher/duplicates/story_page.hpp"
#include "searcher/match/matcher.hpp"
#include "searcher/match/search_request.hpp"
#include "searcher/match/search_result.hpp"
#include "searcher/query/translator.hpp"
#include "searcher/snippet/snippet_maker.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace news {

/// Searches one or more indexes as one. For one thread.
///
/// Hits are ranked as the request's ranking profile says; equal scores are ordered by the articles'
/// place in their sources, so that the same index gives the same order on every machine and however
/// it is divided into segments. A writer that changes the index in the middle of a search costs a
/// second try and is never an error.
class Searcher {
 public:
  /// `today` is what dates like "7d" count from. Throws IndexError.
  Searcher(std::vector<std::filesystem::path> indexes, std::chrono::sys_days today);

  /// Throws IndexError if the index is damaged, UsageError if no article has the id of `like_id`,
  /// SearchStopped some milliseconds after the request's `stop`.
  SearchResult search(const SearchRequest& request);

  /// The articles with this id: mostly one, more if two sources use it for different articles.
  std::vector<Article> find_by_id(const std::string& id);

 private:
  std::vector<Article> articles_with_id(const std::string& id);
  template <typename Attempt>
  auto with_retries(Attempt attempt);
  void open();
  SearchResult attempt(const SearchRequest& request);
  TranslatedQuery translate(const QueryNode& parsed, const SearchRequest& request,
                            SearchResult& result);
  TranslatorSettings translator_settings(const SearchRequest& request) const;
  std::string suggestion(const QueryNode& query, const SearchRequest& request,
                         const TranslatorSettings& settings, std::uint64_t total) const;
  void restrict_to_similar(const std::string& id, TranslatedQuery& translated,
                           SearchResult& result);
  void count_all(const SearchRequest& request, const Xapian::Query& query, SearchResult& result);
  StoryPage page_of(const SearchRequest& request, const TranslatedQuery& translated,
                    Matches& matches);
  std::vector<Hit> hits_of(std::vector<Story> stories, const SearchRequest& request,
                           const QueryTerms& terms);

  std::vector<std::filesystem::path> indexes_;
  std::chrono::sys_days today_;
  OpenIndex index_;
  bool is_open_ = false;  ///< and as the writer left it, as far as is known
  ArticleStore articles_;
  std::vector<Language> languages_;  ///< of the index, the most frequent first
  SnippetMaker snippets_;
};

}  // namespace news
