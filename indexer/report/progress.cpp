// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/progress.hpp"

#include "indexer/source/source_walk.hpp"
#include "news/base/error.hpp"
#include "news/cli/figures.hpp"
#include "news/text/printable.hpp"

#include <cstdio>
#include <system_error>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::chrono::milliseconds between_redraws{100};
constexpr std::chrono::seconds between_lines{5};

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

Progress::Progress(ProgressSettings settings, const std::vector<std::string>& paths,
                   const std::string& excluded)
    : settings_(settings), shown_(start_) {
  if (settings_.live || settings_.lines) {
    try {
      counter_ = std::thread([this, paths, excluded] { count_ahead(paths, excluded); });
    } catch (const std::system_error&) {
      // Then the amount of work ahead stays unknown.
    }
  }
}

Progress::~Progress() {
  stop_counting_ = true;
  if (counter_.joinable()) counter_.join();
  clear();
}

void Progress::on_unreadable(const BadRecord& record) {
  clear();
  print(fmt::format("news-index: {}: {}; skipped\n", printable(to_string(record.origin)),
                    printable(record.reason)));
}

void Progress::on_source(const std::string& name, std::uint64_t articles,
                         std::uint64_t unreadable) {
  if (!settings_.sources) return;
  clear();
  const std::string bad = unreadable == 0 ? "" : fmt::format(", {} unreadable", unreadable);
  print(fmt::format("{}: {}{}\n", printable(name), counted(articles, "article"), bad));
}

void Progress::on_progress(const UpdateSummary& so_far) {
  const auto now = Clock::now();
  if (settings_.live && now - shown_ >= between_redraws) {
    shown_ = now;
    show(describe(so_far));
  } else if (settings_.lines && now - shown_ >= between_lines) {
    shown_ = now;
    print(describe(so_far) + "\n");
  }
}

void Progress::on_stage(const std::string& stage) {
  if (settings_.live) show(stage + " ...");
}

void Progress::clear() {
  if (!line_is_shown_) return;
  print("\r\033[K");
  line_is_shown_ = false;
}

void Progress::show(const std::string& line) {
  print("\r\033[K" + line);
  std::fflush(stderr);
  line_is_shown_ = true;
}

std::string Progress::describe(const UpdateSummary& so_far) const {
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  const double rate = static_cast<double>(so_far.bytes) / seconds;
  std::string line =
      fmt::format("{}  {}  {}/s", counted(so_far.articles_read, "article"),
                  readable_bytes(static_cast<double>(so_far.bytes)), readable_bytes(rate));
  // What is packed gives more than its files hold: then nothing is known of the rest.
  if (counted_ && bytes_ahead_ > 0 && so_far.bytes <= bytes_ahead_) {
    const auto total = static_cast<double>(bytes_ahead_);
    const double share = static_cast<double>(so_far.bytes) / total;
    line = fmt::format("{:3.0f}%  {}", 100 * share, line);
    const double left = total - static_cast<double>(so_far.bytes);
    if (rate > 0) line += fmt::format("  {} left", readable_duration(left / rate));
  }
  return line;
}

void Progress::count_ahead(const std::vector<std::string>& paths, const std::string& excluded) {
  try {
    SourceWalk walk(paths, excluded);
    while (!stop_counting_) {
      const auto entry = walk.next();
      if (!entry) {
        counted_ = true;
        return;
      }
      if (const auto* file = std::get_if<SourceFile>(&*entry)) bytes_ahead_ += file->size;
    }
  } catch (const InputError&) {
    // The update itself says what is wrong with the paths.
  }
}

}  // namespace news
