// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/summary.hpp"

#include "news/cli/figures.hpp"
#include "news/cli/json_line.hpp"
#include "news/text/printable.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace news {

namespace {

/// ", 3 updated" where there are any.
std::string part(std::uint64_t number, const char* what) {
  return number == 0 ? "" : fmt::format(", {} {}", with_commas(number), what);
}

/// Lines of a summary, empty where there is nothing to say.
std::string passed_over_text(std::uint64_t records) {
  if (records == 0) return {};
  return fmt::format("  {} {} no news and {} passed over\n", counted(records, "record"),
                     records == 1 ? "holds" : "hold", records == 1 ? "was" : "were");
}

std::string unreadable_text(std::uint64_t records) {
  if (records == 0) return {};
  return fmt::format("  {} could not be read and {} skipped (named above)\n",
                     counted(records, "record"), records == 1 ? "was" : "were");
}

std::string partial_text(const UpdateSummary& summary) {
  if (summary.partial_files == 0) return {};
  std::string text =
      fmt::format("  {} could only be read in part", counted(summary.partial_files, "file"));
  if (summary.articles_kept > 0) {
    text += fmt::format(
        "; {} that {} not met again {} kept", counted(summary.articles_kept, "article"),
        summary.articles_kept == 1 ? "was" : "were", summary.articles_kept == 1 ? "is" : "are");
  }
  return text + "\n";
}

}  // namespace

std::string extract_summary_text(const ExtractSummary& summary) {
  if (summary.passed_over + summary.unreadable == 0 && !summary.interrupted) return {};
  return fmt::format("{}{}\n{}{}", summary.interrupted ? "Interrupted: read " : "Read ",
                     counted(summary.articles, "article"), passed_over_text(summary.passed_over),
                     unreadable_text(summary.unreadable));
}

std::string summary_text(const UpdateSummary& summary, const std::string& index) {
  const double seconds = std::max(summary.seconds, 0.001);
  std::string text;
  if (summary.abandoned) {
    text += "Interrupted: the index is as it was; nothing of what was built anew is kept.\n";
  } else if (summary.interrupted) {
    text += "Interrupted: what was read so far is in the index; run again for the rest.\n";
  }
  text +=
      fmt::format("Read {} from {}, {}, in {} ({:.0f} articles/s, {}/s)\n",
                  counted(summary.articles_read, "article"),
                  counted(summary.files - summary.unchanged_files, "file"),
                  readable_bytes(static_cast<double>(summary.bytes)), readable_duration(seconds),
                  static_cast<double>(summary.articles_read) / seconds,
                  readable_bytes(static_cast<double>(summary.bytes) / seconds));
  if (!summary.abandoned)
    text += fmt::format("  {} new{}{}{}{}\n", with_commas(summary.articles_new),
                        part(summary.articles_updated, "updated"),
                        part(summary.articles_unchanged, "unchanged"),
                        part(summary.articles_removed, "removed"),
                        part(summary.articles_repeated, "repeated, kept once"));
  text += partial_text(summary);
  text += passed_over_text(summary.records_passed_over);
  if (summary.passed_over_in_unchanged > 0) {
    text += fmt::format("  {} in unchanged files {} no news\n",
                        counted(summary.passed_over_in_unchanged, "record"),
                        summary.passed_over_in_unchanged == 1 ? "holds" : "hold");
  }
  text += unreadable_text(summary.unreadable.count());
  if (summary.unreadable_in_unchanged > 0) {
    text += fmt::format("  {} in unchanged files could not be read when they were indexed\n",
                        counted(summary.unreadable_in_unchanged, "record"));
  }
  if (summary.segments_merged > 0) {
    text += fmt::format("  {} merged\n", counted(summary.segments_merged, "segment"));
  }
  if (!summary.segments_left.empty()) {
    text += fmt::format("  segments were left as they are, since merging failed: {}\n",
                        printable(summary.segments_left));
  }
  text += fmt::format("Index {}: {} in {}, {}\n", printable(index),
                      counted(summary.articles_in_index, "article"),
                      counted(summary.segments_in_index, "segment"),
                      readable_bytes(static_cast<double>(summary.index_bytes)));
  return text;
}

std::string summary_json(const UpdateSummary& summary, const std::string& index) {
  nlohmann::ordered_json unreadable = nlohmann::ordered_json::array();
  for (const BadRecord& record : summary.unreadable.first()) {
    nlohmann::ordered_json entry{{"path", record.origin.path}};
    if (!record.origin.member.empty()) entry["member"] = record.origin.member;
    if (record.origin.record != 0) entry["record"] = record.origin.record;
    entry["reason"] = record.reason;
    unreadable.push_back(std::move(entry));
  }
  nlohmann::ordered_json json{
      {"schema", 1},
      {"index", index},
      {"interrupted", summary.interrupted},
      {"seconds", summary.seconds},
      {"files",
       {{"read", summary.files - summary.unchanged_files},
        {"unchanged", summary.unchanged_files},
        {"gone", summary.gone_files},
        {"partial", summary.partial_files},
        {"bytes", summary.bytes}}},
      {"articles",
       {{"read", summary.articles_read},
        {"new", summary.articles_new},
        {"updated", summary.articles_updated},
        {"unchanged", summary.articles_unchanged},
        {"removed", summary.articles_removed},
        {"kept", summary.articles_kept},
        {"repeated", summary.articles_repeated}}},
      {"records_passed_over", summary.records_passed_over},
      {"records_passed_over_in_unchanged_files", summary.passed_over_in_unchanged},
      {"unreadable_records", summary.unreadable.count()},
      {"unreadable", std::move(unreadable)},
      {"unreadable_in_unchanged_files", summary.unreadable_in_unchanged},
      {"in_index",
       {{"articles", summary.articles_in_index},
        {"segments", summary.segments_in_index},
        {"bytes", summary.index_bytes}}},
      {"segments_merged", summary.segments_merged}};
  if (!summary.segments_left.empty()) json["segments_left"] = summary.segments_left;
  return json_line(json);
}

}  // namespace news
