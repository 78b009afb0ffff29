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
#include <system_error>
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
/// again by ready and next. Without threads of its own it works within submit, which then throws.
template <typename Input, typename Output>
class OrderedPool {
 public:
  using Work = std::function<Output(Input)>;

  OrderedPool(std::size_t threads, std::size_t window, Work work)
      : window_(window), work_(std::move(work)) {
    workers_.reserve(threads);
    try {
      while (workers_.size() < threads) workers_.emplace_back([this] { run(); });
    } catch (const std::exception&) {
      // The system has no more threads to give; the work is the same with fewer.
    }
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
    if (workers_.empty()) {
      Output output = work_(std::move(input));  // where this throws nothing was submitted
      outputs_.emplace(submitted_++, std::move(output));
      return;
    }
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
      try {
        Output output = work_(std::move(input));
        lock.lock();
        outputs_.emplace(number, std::move(output));
      } catch (...) {
        if (!lock.owns_lock()) lock.lock();
        if (!failure_) failure_ = std::current_exception();
      }
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
