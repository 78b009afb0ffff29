// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/index_report.hpp"

#include "indexer/report/figures.hpp"
#include "news/base/error.hpp"
#include "news/cli/json_line.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"
#include "news/text/printable.hpp"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <sstream>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

namespace news {

namespace {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

struct Segment {
  std::string name;
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
};

struct Description {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
  std::string first_day;  ///< "2005-11-20"; empty without dated articles
  std::string last_day;
  Counts languages;  ///< the most frequent first
  std::vector<Segment> segments;
  std::vector<ShardAddress> attached;  ///< parts elsewhere, which are not counted
};

std::uint64_t bytes_in(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) bytes += file.file_size();
  return bytes;
}

std::string day_text(const std::string& value) {
  if (value.empty()) return {};
  const auto day = static_cast<int>(Xapian::sortable_unserialise(value));
  return fmt::format("{:04}-{:02}-{:02}", day / 10000, day / 100 % 100, day % 100);
}

Counts count_languages(const Xapian::Database& database) {
  Counts counts;
  const std::string prefix(schema::language);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    counts.emplace_back((*term).substr(prefix.size()), term.get_termfreq());
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return counts;
}

Description describe(const IndexDirectory& index, const std::vector<std::string>& segments) {
  const Xapian::Database database = open_index({index.path()}).database;
  Description description;
  description.attached = index.remotes();
  for (const std::string& name : segments) {
    const Xapian::Database segment = open_segment(index, name);
    description.segments.push_back(
        {name, segment.get_doccount(), bytes_in(index.segment_path(name))});
    description.bytes += description.segments.back().bytes;
  }
  if (description.segments.empty()) return description;
  description.articles = database.get_doccount();
  description.first_day = day_text(database.get_value_lower_bound(schema::day_slot));
  description.last_day = day_text(database.get_value_upper_bound(schema::day_slot));
  description.languages = count_languages(database);
  return description;
}

/// The same, begun again when a writer takes segments away meanwhile.
Description describe(const IndexDirectory& index) {
  while (true) {
    const std::vector<std::string> segments = index.segments();
    try {
      return describe(index, segments);
    } catch (const std::exception&) {
      if (index.segments() == segments) throw;
    }
  }
}

/// Xapian opens for writing what it checks, though it writes nothing.
void require_writable(const std::filesystem::path& segment) {
  std::error_code gone;
  for (const auto& file : std::filesystem::directory_iterator(segment, gone)) {
    if (::access(file.path().c_str(), W_OK) == 0) continue;
    throw IndexError(
        segment.string(),
        "cannot be checked by who may not write to it: " + std::generic_category().message(errno),
        "Run the check as the owner of the index, or on a copy of it.");
  }
}

CheckResult check(const IndexDirectory& index, const std::vector<std::string>& segments) {
  CheckResult result;
  for (const std::string& name : segments) {
    require_writable(index.segment_path(name));
    std::ostringstream details;
    std::size_t errors = 0;
    try {
      errors = Xapian::Database::check(index.segment_path(name).string(), 0, &details);
    } catch (const Xapian::Error& error) {
      errors = 1;
      details << error.get_description() << "\n";
    }
    result.whole = result.whole && errors == 0;
    result.report += errors == 0
                         ? name + ": whole\n"
                         : fmt::format("{}: {}\n{}", name, counted(errors, "error"), details.str());
  }
  if (!result.whole) result.report += "Build the index again: news-index --rebuild PATH...\n";
  return result;
}

std::string to_json(const Description& description) {
  nlohmann::ordered_json json{
      {"schema", 1}, {"articles", description.articles}, {"bytes", description.bytes}};
  if (!description.first_day.empty()) {
    json["first_day"] = description.first_day;
    json["last_day"] = description.last_day;
  }
  json["languages"] = nlohmann::ordered_json::object();
  for (const auto& [code, count] : description.languages) json["languages"][code] = count;
  json["segments"] = nlohmann::ordered_json::array();
  for (const Segment& segment : description.segments) {
    json["segments"].push_back(
        {{"name", segment.name}, {"articles", segment.articles}, {"bytes", segment.bytes}});
  }
  if (!description.attached.empty()) {
    json["attached"] = nlohmann::ordered_json::array();
    for (const ShardAddress& address : description.attached) {
      json["attached"].push_back(address.text());
    }
  }
  return json_line(json) + "\n";
}

}  // namespace

std::string describe_index(const std::filesystem::path& folder, bool json) {
  const Description description = describe(IndexDirectory(folder));
  if (json) return to_json(description);
  std::string text = fmt::format("Index {}: {}, {}\n", printable(folder.string()),
                                 counted(description.articles, "article"),
                                 readable_bytes(static_cast<double>(description.bytes)));
  if (!description.first_day.empty()) {
    text += fmt::format("  published {} to {}\n", description.first_day, description.last_day);
  }
  std::string languages;
  for (const auto& [code, count] : description.languages) {
    languages += fmt::format("{}{} {}", languages.empty() ? "" : ", ", code, with_commas(count));
  }
  if (!languages.empty()) text += "  languages " + languages + "\n";
  for (const Segment& segment : description.segments) {
    text += fmt::format("  {}: {}, {}\n", segment.name, counted(segment.articles, "article"),
                        readable_bytes(static_cast<double>(segment.bytes)));
  }
  for (const ShardAddress& address : description.attached) {
    text += fmt::format("  {}: attached, not counted here\n", address.text());
  }
  return text;
}

CheckResult check_index(const std::filesystem::path& folder) {
  open_index({folder});  // says what is wrong with the folder itself
  const IndexDirectory index(folder);
  while (true) {
    const std::vector<std::string> segments = index.segments();
    CheckResult result = check(index, segments);
    // What is not whole may have been taken away by a writer that merged it.
    if (result.whole || index.segments() == segments) return result;
  }
}

}  // namespace news
