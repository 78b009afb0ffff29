// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/directory.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/base/seal.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

#include <fmt/format.h>

namespace news {

namespace {

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

/// Whether this is the folder of a segment, finished or not.
bool is_segment_folder(const std::filesystem::directory_entry& entry) {
  const std::string file = entry.path().filename().string();
  std::string_view name = file;
  if (name.ends_with(schema::unfinished_suffix)) {
    name.remove_suffix(schema::unfinished_suffix.size());
  }
  std::error_code ignored;
  return is_segment_name(name) &&
         entry.symlink_status(ignored).type() == std::filesystem::file_type::directory;
}

/// Whether this is one of the files beside the segments, or a new version of one that a killed
/// process did not put in place.
bool is_own_file(std::string_view name) {
  if (name.ends_with(replacement_suffix)) name.remove_suffix(replacement_suffix.size());
  return name == schema::stub_file || name == schema::lock_file || name == schema::intent_file;
}

/// The part on another machine that a line names.
std::optional<ShardAddress> address_in(std::string_view line) {
  if (!line.starts_with(schema::remote_line)) return std::nullopt;
  return ShardAddress::parse(line.substr(schema::remote_line.size()));
}

/// Whether all lines are comments or empty.
bool names_nothing(std::string_view stub) {
  while (!stub.empty()) {
    const std::size_t end = std::min(stub.find('\n'), stub.size());
    const std::string_view line = ascii::trim(stub.substr(0, end));
    if (!line.empty() && !line.starts_with('#')) return false;
    stub.remove_prefix(std::min(end + 1, stub.size()));
  }
  return true;
}

/// The stub, if it is there. Without segments it has its seal at least; so one that was cut to
/// nothing is not taken for an empty index, whose segments are left over.
std::string read_stub(const std::filesystem::path& stub) {
  const auto content = read_file(stub);
  if (!content) return {};
  const Seal seal = seal_of(*content);
  if (seal == Seal::broken || (seal == Seal::none && names_nothing(*content))) {
    throw IndexError(
        stub.string(), "is damaged: it is not as it was written",
        std::string(repair_remedy) + " If you changed the file by hand, take out its first line.");
  }
  return *content;
}

/// Calls `take` with each line of a stub that says something; it returns whether that is ours.
template <typename Take>
void visit_lines(const std::filesystem::path& stub, Take take) {
  const std::string content = read_stub(stub);
  std::string_view rest = content;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = ascii::trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line.starts_with('#') || take(line)) continue;
    throw IndexError(stub.string(), fmt::format("has a line that is not a segment: {}", line),
                     "Name a folder that news-index made.");
  }
}

}  // namespace

bool IndexDirectory::exists() const { return read_file(path_ / schema::stub_file).has_value(); }

bool IndexDirectory::is_ours() const {
  if (exists()) return true;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(path_, error), end; !error && entry != end;
       entry.increment(error)) {
    if (!is_segment_folder(*entry) && !is_own_file(entry->path().filename().string())) return false;
  }
  return true;
}

std::vector<std::string> IndexDirectory::segment_folders() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    if (is_segment_folder(entry)) names.push_back(entry.path().filename().string());
  }
  return names;
}

std::vector<std::string> IndexDirectory::segments() const {
  std::vector<std::string> names;
  visit_lines(path_ / schema::stub_file, [&](std::string_view line) {
    if (line.starts_with(schema::remote_line)) return address_in(line).has_value();
    if (!line.starts_with(schema::stub_line)) return false;
    names.emplace_back(line.substr(schema::stub_line.size()));
    if (std::count(names.begin(), names.end(), names.back()) > 1) {
      throw IndexError((path_ / schema::stub_file).string(),
                       fmt::format("names {} twice", names.back()), std::string(repair_remedy));
    }
    return is_segment_name(names.back());
  });
  return names;
}

std::vector<ShardAddress> IndexDirectory::remotes() const {
  std::vector<ShardAddress> addresses;
  visit_lines(path_ / schema::stub_file, [&](std::string_view line) {
    const auto address = address_in(line);
    if (address) addresses.push_back(*address);
    return address || line.starts_with(schema::stub_line);
  });
  return addresses;
}

bool IndexDirectory::is_sealed() const {
  return seal_of(read_file(path_ / schema::stub_file).value_or("")) == Seal::whole;
}

void IndexDirectory::publish(const std::vector<std::string>& segments) const {
  // A stub that is damaged is replaced by one that is not, and names the machines it still names.
  std::vector<ShardAddress> kept;
  const std::string stub = read_file(path_ / schema::stub_file).value_or("");
  std::size_t begin = 0;
  for (std::size_t end = stub.find('\n'); end != std::string::npos; end = stub.find('\n', begin)) {
    const auto address = address_in(std::string_view(stub).substr(begin, end - begin));
    if (address && std::find(kept.begin(), kept.end(), *address) == kept.end()) {
      kept.push_back(*address);
    }
    begin = end + 1;
  }
  publish(segments, kept);
}

void IndexDirectory::publish(const std::vector<std::string>& segments,
                             const std::vector<ShardAddress>& remotes) const {
  std::string content;
  for (const std::string& name : segments)
    content += fmt::format("{}{}\n", schema::stub_line, name);
  for (const ShardAddress& address : remotes)
    content += fmt::format("{}{}\n", schema::remote_line, address.text());
  replace_file(path_ / schema::stub_file, sealed(content));
}

std::string IndexDirectory::next_segment(const std::vector<std::string>& taken) {
  unsigned long long highest = 0;
  for (const std::string& name : taken) highest = std::max(highest, number_of(name));
  return fmt::format("{}{:06}", schema::segment_name, highest + 1);
}

}  // namespace news
