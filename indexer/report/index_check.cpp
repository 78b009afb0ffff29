// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/index_check.hpp"

#include "indexer/build/intent.hpp"
#include "indexer/build/segment_check.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/cli/figures.hpp"
#include "news/index/directory.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"
#include "news/text/printable.hpp"

#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

namespace news {

namespace {

namespace fs = std::filesystem;

/// Xapian opens for writing what it checks, though it writes nothing.
void require_writable(const fs::path& segment) {
  std::error_code gone;
  for (const auto& file : fs::directory_iterator(segment, gone)) {
    if (::access(file.path().c_str(), W_OK) == 0 || errno == ENOENT) continue;
    throw IndexError(
        segment.string(),
        "cannot be checked by who may not write to it: " + std::generic_category().message(errno),
        "Run the check as the owner of the index, or on a copy of it.");
  }
}

void add_line(CheckResult& result, const std::string& line) {
  result.whole = false;
  result.report += printable(line) + "\n";
}

void check_segments(const IndexDirectory& index, const std::vector<std::string>& segments,
                    CheckResult& result) {
  for (const std::string& name : segments) {
    require_writable(index.segment_path(name));
    const SegmentCheck check = check_segment(index.segment_path(name));
    if (check.whole()) {
      result.report += name + ": whole\n";
      continue;
    }
    if (!check.damage.empty()) {
      add_line(result, fmt::format("{}: {}", name, counted(check.damage.size(), "error")));
    }
    for (const std::string& line : check.damage) add_line(result, line);
    if (!check.record.empty()) add_line(result, check.record);
  }
}

void check_intent(const IndexDirectory& index, CheckResult& result) {
  try {
    if (!read_intent(index, index.segments())) return;
    result.report +=
        fmt::format("{}: a run was killed, or is under way; the next one finishes its work\n",
                    schema::intent_file);
  } catch (const IndexError& error) {
    add_line(result, error.what());
  }
}

CheckResult check(const IndexDirectory& index) {
  CheckResult result;
  try {
    const std::vector<std::string> segments = index.segments();
    if (!index.is_sealed()) {
      add_line(result, fmt::format("{}: has no checksum", schema::stub_file));
    }
    check_segments(index, segments, result);
    check_intent(index, result);
  } catch (const IndexError& error) {
    if (!error.remedy().starts_with(repair_remedy)) throw;
    add_line(result, error.what());
  }
  return result;
}

std::string published_state(const IndexDirectory& index) {
  const auto stub = read_file(index.path() / schema::stub_file).value_or("");
  return stub + read_file(index.path() / schema::intent_file).value_or("");
}

}  // namespace

CheckResult check_index(const fs::path& folder) {
  const IndexDirectory index(folder);
  require_index(index);
  // What does not look whole may be under a writer's hands, or be taken away by it meanwhile.
  constexpr int most_tries = 600;
  constexpr std::chrono::milliseconds pause{100};
  CheckResult result;
  for (int tries = 0; tries < most_tries; ++tries) {
    const std::string before = published_state(index);
    result = check(index);
    if (result.whole) return result;
    const bool undisturbed = FileLock::try_acquire(folder / schema::lock_file).has_value() &&
                             before == published_state(index);
    if (undisturbed) break;
    std::this_thread::sleep_for(pause);
  }
  result.report +=
      fmt::format("Bring the index to its last whole state: news-index --index {} --repair\n",
                  printable(folder.string()));
  return result;
}

std::string repair_text(const RepairOutcome& outcome, const fs::path& index) {
  std::string text;
  for (const std::string& file : outcome.renewed) {
    text += fmt::format("{}: was damaged, and is whole again\n", file);
  }
  for (const RepairOutcome::LeftOut& segment : outcome.left_out) {
    text += fmt::format("{}: left out, as it is damaged: {}\n", segment.segment,
                        printable(segment.why));
    if (!segment.kept_as.empty()) {
      text += fmt::format("  {} has what is left of it, and can be removed\n", segment.kept_as);
    }
  }
  if (outcome.nothing_to_do()) text += "Nothing to repair.\n";
  text += fmt::format("Index {}: {} in {}\n", printable(index.string()),
                      counted(outcome.articles, "article"), counted(outcome.segments, "segment"));
  if (!outcome.to_read_again.empty()) {
    text += fmt::format("{} must be indexed again, since articles of them are gone or may be:\n",
                        counted(outcome.to_read_again.size(), "source"));
    for (const std::string& path : outcome.to_read_again) text += "  " + printable(path) + "\n";
  }
  if (outcome.may_lack_sources) {
    text += "A segment could not be read at all: sources that only it had are not named here.\n";
  }
  if (!outcome.to_read_again.empty() || outcome.may_lack_sources) {
    text += fmt::format(
        "Run news-index --index {} over all your sources: it reads what is missing, and nothing "
        "else.\n",
        printable(index.string()));
  }
  return text;
}

}  // namespace news
