// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/index_update.hpp"
#include "indexer/report/progress_line.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace news {

/// How an update is shown while it goes on.
struct ProgressSettings {
  bool live = false;     ///< a line that is drawn again and again, for a terminal
  bool lines = false;    ///< a line every few seconds, for a log
  bool sources = false;  ///< a line for each file
};

/// Shows an update on standard error: records that cannot be read at once, and the progress as
/// settings say. The amount of work ahead is found out by a second walk beside the first.
class Progress : public UpdateObserver {
 public:
  /// `paths` and `excluded` as SourceWalk takes them.
  Progress(ProgressSettings settings, const std::vector<std::string>& paths,
           const std::string& excluded);
  ~Progress() override;

  void on_unreadable(const BadRecord& record) override;
  void on_source(const std::string& name, std::uint64_t articles,
                 std::uint64_t unreadable) override;
  void on_progress(const UpdateSummary& so_far, const std::string& reading) override;
  void on_stage(const std::string& stage) override;

  /// Takes the live line off the terminal.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  void show(const std::string& line);
  ProgressFigures figures(const UpdateSummary& so_far, const std::string& reading) const;
  void count_ahead(const std::vector<std::string>& paths, const std::string& excluded);

  ProgressSettings settings_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_;
  bool line_is_shown_ = false;
  std::atomic<std::uint64_t> bytes_ahead_{0};
  std::atomic<bool> counted_{false};
  std::atomic<bool> stop_counting_{false};
  std::thread counter_;
};

}  // namespace news
