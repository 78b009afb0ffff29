// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/index_report.hpp"

#include "indexer/report/figures.hpp"
#include "news/base/error.hpp"
#include "news/cli/json_line.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"
#include "news/text/printable.hpp"

#include <algorithm>
#include <exception>
#include <utility>
#include <vector>

#include <fmt/format.h>
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

/// The same, begun again when a writer changes segments or takes them away meanwhile.
Description describe(const IndexDirectory& index) {
  while (true) {
    const std::vector<std::string> segments = index.segments();
    try {
      return describe(index, segments);
    } catch (const Xapian::DatabaseModifiedError&) {
      continue;
    } catch (const std::exception&) {
      if (index.segments() == segments) throw;
    }
  }
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
  return text;
}

}  // namespace news
