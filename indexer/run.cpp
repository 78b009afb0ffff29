// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/run.hpp"

#include "indexer/build/compaction.hpp"
#include "indexer/build/index_update.hpp"
#include "indexer/extract.hpp"
#include "indexer/option_table.hpp"
#include "indexer/reader/registry.hpp"
#include "indexer/report/index_check.hpp"
#include "indexer/report/index_report.hpp"
#include "indexer/report/progress.hpp"
#include "indexer/report/summary.hpp"
#include "news/base/error.hpp"
#include "news/cli/damage_guard.hpp"
#include "news/cli/figures.hpp"
#include "news/cli/index_glance.hpp"
#include "news/cli/output.hpp"
#include "news/cli/terminal.hpp"
#include "news/index/directory.hpp"

#include <algorithm>
#include <cstdio>
#include <thread>

#include "version.hpp"
#include <fmt/format.h>
#include <unistd.h>

namespace news {

namespace {

std::size_t threads_of(const IndexOptions& options) {
  if (options.threads != 0) return options.threads;
  return std::max(1U, std::thread::hardware_concurrency());
}

std::chrono::seconds patience_of(const IndexOptions& options) {
  return std::chrono::seconds(options.wait_seconds);
}

ProgressSettings progress_settings(const IndexOptions& options) {
  // A line is drawn again and again only where it can be taken back.
  const std::string kind = environment_of_process()("TERM");
  const bool terminal = ::isatty(STDERR_FILENO) == 1 && !kind.empty() && kind != "dumb";
  const bool wanted =
      options.progress == When::always || (options.progress == When::automatic && !options.quiet);
  return {.live = wanted && terminal,
          .lines = wanted && !terminal,
          .sources = options.verbose && !options.quiet};
}

UpdateSettings update_settings(const IndexOptions& options) {
  UpdateSettings settings;
  settings.index = options.index;
  settings.paths = options.paths;
  settings.format = find_reader(options.format);
  settings.columns = options.columns;
  settings.default_language = options.language;
  settings.rebuild = options.rebuild;
  settings.prune = options.prune;
  settings.unpack.max_bytes = options.max_unpacked;
  settings.threads = threads_of(options);
  settings.memory_bytes = options.memory_bytes;
  settings.compress_terms = options.compress_terms;
  settings.patience = patience_of(options);
  return settings;
}

ExitCode update(const IndexOptions& options, Output& out, const std::atomic<bool>& stop) {
  UpdateSummary summary;
  {
    Progress progress(progress_settings(options), options.paths, options.index);
    summary = update_index(update_settings(options), progress, stop);
  }
  if (options.json) {
    out.write(summary_json(summary, options.index) + "\n");
  } else if (!options.quiet) {
    out.write(summary_text(summary, options.index));
  }
  if (summary.interrupted) return ExitCode::interrupted;
  const bool complete = summary.unreadable.count() == 0 && summary.unreadable_in_unchanged == 0;
  return options.strict && !complete ? ExitCode::not_quite : ExitCode::ok;
}

/// What a user sees who types the program's name alone.
ExitCode glance(const IndexOptions& options, Output& out) {
  if (!IndexDirectory(options.index).exists()) {
    throw UsageError("", fmt::format("no PATH given, and there is no index {} yet", options.index),
                     fmt::format("Make it of the files and folders that hold news: "
                                 "news-index --index {} PATH...",
                                 options.index));
  }
  out.write(index_glance(options.index, describe_index(options.index)));
  out.write(
      "\n"
      "Bring it up to date:  news-index PATH...\n"
      "Search it:            news-search WORDS...\n"
      "All there is:         news-index --help\n");
  return ExitCode::ok;
}

ExitCode extract(const IndexOptions& options, Output& out, const std::atomic<bool>& stop) {
  ExtractSettings settings{.paths = options.paths,
                           .format = find_reader(options.format),
                           .columns = options.columns,
                           .default_language = options.language,
                           .unpack = {},
                           .threads = threads_of(options)};
  settings.unpack.max_bytes = options.max_unpacked;
  Progress complaints({}, options.paths, "");
  const ExtractSummary summary = extract_articles(
      settings, [&out](const std::string& line) { out.write(line + "\n"); },
      [&complaints](const BadRecord& record) { complaints.on_unreadable(record); }, stop);
  if (!options.quiet) {
    out.flush();  // before what is said of it
    std::fputs(extract_summary_text(summary).c_str(), stderr);
  }
  if (summary.interrupted) return ExitCode::interrupted;
  return options.strict && summary.unreadable > 0 ? ExitCode::not_quite : ExitCode::ok;
}

ExitCode check(const IndexOptions& options, Output& out) {
  const CheckResult result = check_index(options.index);
  out.write(result.report);
  return result.whole ? ExitCode::ok : ExitCode::failed;
}

ExitCode repair(const IndexOptions& options, Output& out, const std::atomic<bool>& stop) {
  out.write(repair_text(repair_index(options.index, patience_of(options), &stop), options.index));
  return ExitCode::ok;
}

ExitCode compact(const IndexOptions& options, Output& out, const std::atomic<bool>& stop) {
  const std::size_t merged = compact_index(options.index, patience_of(options), &stop);
  if (!options.quiet) {
    out.write(merged == 0   ? "Nothing to merge.\n"
              : merged == 1 ? "Took the room of removed articles out of the segment.\n"
                            : fmt::format("Merged {} into one.\n", counted(merged, "segment")));
  }
  return ExitCode::ok;
}

}  // namespace

ExitCode run_news_index(const IndexOptions& options, const std::atomic<bool>& stop) {
  using Action = IndexOptions::Action;
  guard_against_damage("news-index", {options.index});
  Output out(stdout);
  ExitCode code = ExitCode::ok;
  switch (options.action) {
    case Action::glance:
      code = glance(options, out);
      break;
    case Action::update:
      code = update(options, out, stop);
      break;
    case Action::extract:
      code = extract(options, out, stop);
      break;
    case Action::stats:
      expect_progress();
      out.write(index_report(options.index, options.json));
      break;
    case Action::check:
      code = check(options, out);
      break;
    case Action::repair:
      code = repair(options, out, stop);
      break;
    case Action::compact:
      code = compact(options, out, stop);
      break;
    case Action::generate:
      out.write(generate(options.generated, describe_news_index(), std::string(program_version)));
      break;
    case Action::help:
      out.write(index_help());
      break;
    case Action::version:
      out.write(fmt::format("news-index {}\n", program_version));
      break;
  }
  out.flush();
  return code;
}

}  // namespace news
