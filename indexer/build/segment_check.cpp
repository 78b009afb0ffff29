// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/segment_check.hpp"

#include "indexer/build/apart.hpp"
#include "indexer/build/segment_record.hpp"
#include "news/base/error.hpp"
#include "news/index/open.hpp"

#include <cstdint>
#include <sstream>
#include <system_error>

#include <xapian.h>

namespace news {

namespace {

namespace fs = std::filesystem;

/// Xapian walks through tens of megabytes a second on a slow machine.
ApartLimits limits_for(const fs::path& segment) {
  constexpr std::uint64_t slowest_bytes_per_second = 2'000'000;
  std::uint64_t bytes = 0;
  std::error_code gone;
  for (const auto& file : fs::directory_iterator(segment, gone)) bytes += file.file_size(gone);
  ApartLimits limits;
  limits.processor_time += std::chrono::seconds(bytes / slowest_bytes_per_second);
  limits.memory_bytes += bytes;
  return limits;
}

std::string check_by_xapian(const fs::path& segment) {
  std::ostringstream details;
  try {
    if (Xapian::Database::check(segment.string(), 0, &details) == 0) return {};
    return details.str();
  } catch (const Xapian::Error& error) {
    return details.str() + error.get_description() + "\n";
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

}  // namespace

SegmentCheck check_segment(const fs::path& segment) {
  SegmentCheck result;
  std::error_code error;
  if (!fs::is_directory(segment, error)) {
    result.damage.emplace_back("is missing");
    return result;
  }
  try {
    result.damage = changed_files(segment);
  } catch (const IndexError& broken) {
    result.record = broken.what();
  } catch (const FileError& unreadable) {
    result.damage.emplace_back(unreadable.what());
  }
  if (!result.damage.empty()) return result;
  const ApartResult walk = do_apart([&] { return check_by_xapian(segment); }, limits_for(segment));
  result.damage = walk.output ? lines_of(*walk.output) : std::vector{walk.failure};
  if (result.damage.empty()) {
    open_segment(IndexDirectory(segment.parent_path()), segment.filename().string());
  }
  return result;
}

}  // namespace news
