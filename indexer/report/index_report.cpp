// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/index_report.hpp"

#include "news/base/error.hpp"
#include "news/cli/figures.hpp"
#include "news/cli/index_glance.hpp"
#include "news/cli/json_line.hpp"
#include "news/index/description.hpp"
#include "news/index/open.hpp"

#include <vector>

#include <fmt/format.h>
#include <xapian.h>

namespace news {

namespace {

std::string to_json(const IndexDescription& description) {
  nlohmann::ordered_json json{
      {"schema", 1}, {"articles", description.articles}, {"bytes", description.bytes}};
  if (!description.first_day.empty()) {
    json["first_day"] = description.first_day;
    json["last_day"] = description.last_day;
  }
  json["languages"] = nlohmann::ordered_json::object();
  for (const auto& [code, count] : description.languages) json["languages"][code] = count;
  json["segments"] = nlohmann::ordered_json::array();
  for (const SegmentDescription& segment : description.segments) {
    json["segments"].push_back(
        {{"name", segment.name}, {"articles", segment.articles}, {"bytes", segment.bytes}});
  }
  return json_line(json) + "\n";
}

}  // namespace

std::string index_report(const std::filesystem::path& folder, bool json) {
  const IndexDescription description = describe_index(folder);
  if (json) return to_json(description);
  std::string text = index_glance(folder.string(), description);
  for (const SegmentDescription& segment : description.segments) {
    text += fmt::format("  {}: {}, {}\n", segment.name, counted(segment.articles, "article"),
                        readable_bytes(static_cast<double>(segment.bytes)));
  }
  return text;
}

}  // namespace news
