// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/search_worker.hpp"

#include "searcher/match/stop.hpp"

#include <csignal>
#include <utility>

#include <pthread.h>

namespace news {

namespace {

/// Signals are for the thread that has the terminal: those that are made in this one's life are
/// blocked in threads that it starts.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all{};
    ::sigfillset(&all);
    for (const int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGPROF}) {
      ::sigdelset(&all, fault);
    }
    ::pthread_sigmask(SIG_BLOCK, &all, &before_);
  }
  ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_{};
};

}  // namespace

SearchWorker::SearchWorker(Answerer answerer, std::function<void()> answered)
    : answerer_(std::move(answerer)), answered_(std::move(answered)) {
  const SignalsBlocked blocked;
  thread_ = std::jthread([this](const std::stop_token& ending) { work(ending); });
}

SearchWorker::~SearchWorker() {
  thread_.request_stop();
  const std::lock_guard lock(mutex_);
  current_.request_stop();
}

void SearchWorker::ask(Question question) {
  const std::lock_guard lock(mutex_);
  question_ = std::move(question);
  current_.request_stop();
  asked_.notify_one();
}

std::vector<Reply> SearchWorker::take_replies() {
  const std::lock_guard lock(mutex_);
  return std::exchange(replies_, {});
}

void SearchWorker::work(const std::stop_token& ending) {
  for (;;) {
    std::unique_lock lock(mutex_);
    asked_.wait(lock, ending, [this] { return question_.has_value(); });
    if (ending.stop_requested()) return;
    const Question question = std::move(*question_);
    question_.reset();
    current_ = std::stop_source();
    const std::stop_token stop = current_.get_token();
    lock.unlock();
    try {
      answer(question, stop);
    } catch (const SearchStopped&) {
      // There is another question, or the end.
    }
  }
}

/// The hits come first; what can be chosen takes longer.
void SearchWorker::answer(const Question& question, const std::stop_token& stop) {
  give(answerer_.hits(question, stop));
  stop_if_asked(stop);
  if (question.with_counts) give(answerer_.choices(question, stop));
}

void SearchWorker::give(Reply reply) {
  {
    const std::lock_guard lock(mutex_);
    replies_.push_back(std::move(reply));
  }
  answered_();
}

}  // namespace news
