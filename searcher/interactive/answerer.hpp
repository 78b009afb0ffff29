// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/interactive/question.hpp"
#include "searcher/match/searcher.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace news {

/// Answers the questions of an interactive search from the indexes as they are at that moment, for
/// as long as it goes on: what a writer has published since is seen by the next question, and
/// nothing of older states is kept open. For one thread.
class Answerer {
 public:
  /// `base` is what the command line asks for. Nothing is opened yet.
  Answerer(std::vector<std::filesystem::path> indexes, SearchRequest base,
           ShardSettings shards = {});

  /// The hits. If no article matches and the last word is not followed by a space, it may not be
  /// whole, and words that begin so are looked for. What goes wrong is in the answer. Throws
  /// SearchStopped.
  Answer hits(const Question& question, const std::stop_token& stop);

  /// The values to choose from: those of a field among all matches that pass what was chosen of the
  /// other fields; none where that fails. For the question that hits() answered last. Throws
  /// SearchStopped.
  FilterChoices choices(const Question& question, const std::stop_token& stop);

 private:
  void open_anew_if_changed();
  SearchRequest request_for(const Question& question, const std::stop_token& stop) const;
  void widen(SearchRequest request, Answer& answer);
  void count(SearchRequest request, const std::vector<Filter>& chosen, FilterChoices& choices);
  std::string glance() const;

  std::vector<std::filesystem::path> indexes_;
  SearchRequest base_;
  ShardSettings shards_;
  std::optional<Searcher> searcher_;
  std::vector<std::filesystem::file_time_type> published_;  ///< when each index was, at that time
  std::chrono::sys_days today_{};
  std::chrono::steady_clock::time_point opened_;
  std::string searched_;  ///< the query that hits() searched for at last
};

/// Whether nothing is asked: there is no word to search for, and no condition.
bool asks_nothing(const SearchRequest& request);

/// The query with what it ends in, if that may be the beginning of a word, as a prefix: "oil pric*"
/// for "oil pric". Nothing where it ends otherwise, or inside quotation marks.
std::optional<std::string> with_unfinished_word(const std::string& query);

}  // namespace news
