// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace news {

/// Threads that turn inputs into outputs, which come out in the order in which the inputs went in.
/// One thread uses it:
///
///   for each input:
///     while (auto output = pool.full() ? pool.next() : pool.ready()) use(*output);
///     pool.submit(input);
///   while (auto output = pool.next()) use(*output);
///
/// It is full with `window` inputs under way, so memory stays bounded. What `work` throws is thrown
/// again by ready and next.
template <typename Input, typename Output>
class OrderedPool {
 public:
  using Work = std::function<Output(Input)>;

  OrderedPool(std::size_t threads, std::size_t window, Work work)
      : window_(window), work_(std::move(work)) {
    workers_.reserve(threads);
    for (std::size_t i = 0; i < threads; ++i) workers_.emplace_back([this] { run(); });
  }

  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  /// Waits for the work under way and drops the rest.
  ~OrderedPool() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
      inputs_.clear();
    }
    work_changed_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

  bool full() {
    const std::lock_guard lock(mutex_);
    return submitted_ - taken_ >= window_;
  }

  /// Must not be full.
  void submit(Input input) {
    {
      const std::lock_guard lock(mutex_);
      inputs_.emplace_back(submitted_++, std::move(input));
    }
    work_changed_.notify_one();
  }

  /// The next output if it is there.
  std::optional<Output> ready() {
    const std::lock_guard lock(mutex_);
    rethrow();
    return take();
  }

  /// The next output; nothing when all that was submitted has come out.
  std::optional<Output> next() {
    std::unique_lock lock(mutex_);
    output_changed_.wait(
        lock, [this] { return taken_ == submitted_ || outputs_.contains(taken_) || failure_; });
    rethrow();
    return take();
  }

 private:
  void run() {
    while (true) {
      std::unique_lock lock(mutex_);
      work_changed_.wait(lock, [this] { return stopping_ || !inputs_.empty(); });
      if (stopping_) return;
      auto [number, input] = std::move(inputs_.front());
      inputs_.pop_front();
      lock.unlock();
      std::optional<Output> output;
      std::exception_ptr failure;
      try {
        output.emplace(work_(std::move(input)));
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      if (output) outputs_.emplace(number, std::move(*output));
      if (failure && !failure_) failure_ = failure;
      lock.unlock();
      output_changed_.notify_one();
    }
  }

  // The rest is called with the mutex held.

  void rethrow() {
    if (failure_) std::rethrow_exception(failure_);
  }

  std::optional<Output> take() {
    const auto found = outputs_.find(taken_);
    if (found == outputs_.end()) return std::nullopt;
    std::optional<Output> output(std::move(found->second));
    outputs_.erase(found);
    ++taken_;
    return output;
  }

  const std::size_t window_;
  const Work work_;
  std::mutex mutex_;
  std::condition_variable work_changed_;
  std::condition_variable output_changed_;
  std::deque<std::pair<std::uint64_t, Input>> inputs_;
  std::map<std::uint64_t, Output> outputs_;
  std::uint64_t submitted_ = 0;
  std::uint64_t taken_ = 0;
  std::exception_ptr failure_;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace news
