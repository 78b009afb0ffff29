// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/interactive/answerer.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace news {

/// A thread that searches while the user types. There is one question at a time: a new one takes
/// the place of one that waits, and stops one that is being answered.
class SearchWorker {
 public:
  /// `answered` is called by the thread when there is a reply to take.
  SearchWorker(Answerer answerer, std::function<void()> answered);

  /// Stops what is under way.
  ~SearchWorker();
  SearchWorker(const SearchWorker&) = delete;
  SearchWorker& operator=(const SearchWorker&) = delete;

  void ask(Question question);

  /// What came since the last time, in its order.
  std::vector<Reply> take_replies();

 private:
  void work(const std::stop_token& ending);
  void answer(const Question& question, const std::stop_token& stop);
  void give(Reply reply);

  Answerer answerer_;  ///< of the thread
  std::function<void()> answered_;

  std::mutex mutex_;  ///< for what follows
  std::condition_variable_any asked_;
  std::optional<Question> question_;
  std::stop_source current_;  ///< of the question that is being answered
  std::vector<Reply> replies_;

  std::jthread thread_;  ///< last: it uses all of the others
};

}  // namespace news
