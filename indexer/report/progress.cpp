// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/progress.hpp"

#include "indexer/source/source_walk.hpp"
#include "news/base/error.hpp"
#include "news/cli/figures.hpp"
#include "news/cli/terminal.hpp"
#include "news/text/printable.hpp"

#include <cstdio>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

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

void Progress::on_progress(const UpdateSummary& so_far, const std::string& reading) {
  const auto now = Clock::now();
  if (settings_.live && now - shown_ >= between_redraws) {
    shown_ = now;
    const TerminalSize size = terminal_size(STDERR_FILENO, environment_of_process());
    show(progress_bar(figures(so_far, reading), size.columns));
  } else if (settings_.lines && now - shown_ >= between_lines) {
    shown_ = now;
    print(progress_line(figures(so_far, reading)) + "\n");
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

ProgressFigures Progress::figures(const UpdateSummary& so_far, const std::string& reading) const {
  ProgressFigures figures{
      .records = so_far.articles_read + so_far.records_passed_over + so_far.unreadable.count(),
      .bytes = so_far.bytes,
      .seconds = std::chrono::duration<double>(Clock::now() - start_).count(),
      .reading = reading};
  if (counted_) figures.bytes_in_all = bytes_ahead_;
  return figures;
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
