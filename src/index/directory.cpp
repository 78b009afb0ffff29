// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/directory.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::string_view local_line = "auto ";

unsigned long long number_of(std::string_view segment) {
  const std::string_view digits = segment.substr(schema::segment_name.size());
  unsigned long long number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

bool is_segment_name(std::string_view name) {
  return name.starts_with(schema::segment_name) &&
         ascii::all_digits(name.substr(schema::segment_name.size()));
}

}  // namespace

bool IndexDirectory::exists() const { return read_file(path_ / schema::stub_file).has_value(); }

bool IndexDirectory::is_ours() const {
  if (exists()) return true;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(path_, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const bool known = name.starts_with(schema::segment_name) || name == schema::lock_file ||
                       name == schema::intent_file || name.starts_with(schema::stub_file);
    if (!known) return false;
  }
  return true;
}

std::vector<std::string> IndexDirectory::segments() const {
  const std::filesystem::path stub = path_ / schema::stub_file;
  const std::string content = read_file(stub).value_or("");
  std::vector<std::string> names;
  std::string_view rest = content;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = ascii::trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line.starts_with('#')) continue;
    if (!line.starts_with(local_line) || !is_segment_name(line.substr(local_line.size()))) {
      throw IndexError(stub.string(), fmt::format("has a line that is not a segment: {}", line),
                       "Name a folder that news-index made.");
    }
    names.emplace_back(line.substr(local_line.size()));
  }
  return names;
}

void IndexDirectory::publish(const std::vector<std::string>& segments) const {
  std::string content;
  for (const std::string& name : segments) content += fmt::format("{}{}\n", local_line, name);
  replace_file(path_ / schema::stub_file, content);
}

std::string IndexDirectory::next_segment(const std::vector<std::string>& live) {
  unsigned long long highest = 0;
  for (const std::string& name : live) highest = std::max(highest, number_of(name));
  return fmt::format("{}{:06}", schema::segment_name, highest + 1);
}

}  // namespace news
