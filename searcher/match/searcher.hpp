// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/index/article_store.hpp"
#include "news/index/open.hpp"
#include "searcher/duplicates/story_page.hpp"
#include "searcher/match/matcher.hpp"
#include "searcher/match/search_request.hpp"
#include "searcher/match/search_result.hpp"
#include "searcher/match/shard_settings.hpp"
#include "searcher/query/translator.hpp"
#include "searcher/query/vocabulary.hpp"
#include "searcher/remote/article_terms.hpp"
#include "searcher/remote/remote_articles.hpp"
#include "searcher/remote/term_frequencies.hpp"
#include "searcher/snippet/snippet_maker.hpp"

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace news {

/// Searches one or more indexes as one, each a folder or HOST:PORT. For one thread.
///
/// Hits are ranked as the request's ranking profile says; equal scores are ordered by the articles'
/// place in their sources, so that the same index gives the same order on every machine and however
/// it is divided into segments. A writer that changes the index in the middle of a search costs a
/// second try and is never an error. A part on another machine that is down, does not answer in
/// time or goes away in the middle of a search is left out, and the result says so; it is tried
/// again later.
class Searcher {
 public:
  /// `today` is what dates like "7d" count from. Throws IndexError.
  Searcher(std::vector<std::filesystem::path> indexes, std::chrono::sys_days today,
           ShardSettings shards = {});

  /// Throws IndexError if the index is damaged or a part is missing that must not be, UsageError if
  /// no article has the id of `like_id`, SearchStopped some milliseconds after the request's
  /// `stop`.
  SearchResult search(const SearchRequest& request);

  /// The articles with this id: mostly one, more if two sources use it for different articles.
  std::vector<Article> find_by_id(const std::string& id);

  /// The parts of the index that the last answer lacks.
  const std::vector<MissingShard>& missing() const { return index_.missing; }

 private:
  std::vector<Article> articles_with_id(const std::string& id);
  bool is_elsewhere() const { return !index_.remotes.empty(); }
  void try_missing_again();
  void leave_out(const Xapian::NetworkError& error);
  template <typename Attempt>
  auto with_retries(Attempt attempt);
  void open();
  SearchResult attempt(const SearchRequest& request);
  TranslatedQuery translate(const QueryNode& parsed, const SearchRequest& request,
                            SearchResult& result);
  TranslatorSettings translator_settings(const SearchRequest& request);
  Xapian::Query with_detours(const Xapian::Query& query, bool weighed) const;
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
  ShardSettings shards_;
  OpenIndex index_;
  bool is_open_ = false;
  std::chrono::steady_clock::time_point opened_;
  std::map<ShardAddress, std::string> left_out_;  ///< with the reasons
  std::set<ShardAddress> failed_;  ///< in this search, for the first time, and not left out
  ArticleStore articles_;
  TermFrequencies frequencies_;
  std::optional<Vocabulary> vocabulary_;  ///< if parts of the index are elsewhere
  ArticleTermMaker term_maker_;
  std::vector<Language> languages_;  ///< of the index, the most frequent first
  SnippetMaker snippets_;
};

}  // namespace news
