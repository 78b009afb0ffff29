// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/index_glance.hpp"

#include "news/cli/figures.hpp"
#include "news/text/printable.hpp"

#include <algorithm>
#include <array>
#include <ctime>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::size_t most_named = 5;

/// "2026-11-28 17:05", as the clock on the wall has it.
std::string local_time(std::chrono::system_clock::time_point time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm parts{};
  std::array<char, 32> text{};
  ::localtime_r(&seconds, &parts);
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &parts)};
}

/// "Norwick Courier 1,200, Coast Radio 31 and 4 more"
std::string most_frequent(const IndexDescription::Counts& counts) {
  std::string text;
  const std::size_t named = std::min(counts.size(), most_named);
  for (std::size_t i = 0; i < named; ++i) {
    text += fmt::format("{}{} {}", i == 0 ? "" : ", ", printable(counts[i].first),
                        with_commas(counts[i].second));
  }
  if (counts.size() > named)
    text += fmt::format(" and {} more", with_commas(counts.size() - named));
  return text;
}

}  // namespace

std::string index_glance(const std::string& name, const IndexDescription& description) {
  std::string text =
      fmt::format("Index {}: {}, {}\n", printable(name), counted(description.articles, "article"),
                  readable_bytes(static_cast<double>(description.bytes)));
  const auto line = [&text](const char* what, const std::string& value) {
    if (!value.empty()) text += fmt::format("  {:<9} {}\n", what, value);
  };
  if (!description.first_day.empty()) {
    line("published", fmt::format("{} to {}", description.first_day, description.last_day));
  }
  line("outlets", most_frequent(description.outlets));
  line("languages", most_frequent(description.languages));
  line("changed", local_time(description.changed));
  return text;
}

}  // namespace news
