// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/index_report.hpp"

#include "news/base/error.hpp"
#include "news/cli/figures.hpp"
#include "news/cli/index_glance.hpp"
#include "news/cli/json_line.hpp"
#include "news/index/description.hpp"
#include "news/index/open.hpp"

#include <cerrno>
#include <sstream>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

namespace news {

namespace {

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
  if (!description.attached.empty()) {
    json["attached"] = nlohmann::ordered_json::array();
    for (const ShardAddress& address : description.attached) {
      json["attached"].push_back(address.text());
    }
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
