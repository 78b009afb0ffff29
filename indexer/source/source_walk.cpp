// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/source_walk.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include <fnmatch.h>
#include <sys/stat.h>

namespace news {

namespace fs = std::filesystem;

namespace {

BadRecord unreadable(const fs::path& path, const std::string& name, std::string reason) {
  return {Origin{.path = path.string(), .name = name, .member = {}, .record = 0},
          std::move(reason)};
}

std::string reason_of(int error) { return std::generic_category().message(error); }

/// The patterns of a folder's list of what is no news; empty if it has none that can be read.
std::vector<std::string> ignored_patterns(const fs::path& folder) {
  const fs::path file = folder / ".newsignore";
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) return {};  // a pipe would never open
  std::vector<std::string> patterns;
  std::ifstream list(file);
  for (std::string line; std::getline(list, line);) {
    const std::string_view pattern = ascii::trim(line);
    if (!pattern.empty() && !pattern.starts_with('#')) patterns.emplace_back(pattern);
  }
  return patterns;
}

bool matches_any(const std::string& name, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(), [&name](const std::string& pattern) {
    return ::fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
  });
}

/// A folder that may not be there yet, as its path will be when it is.
fs::path real_path(const fs::path& folder) {
  if (folder.empty()) return {};
  std::error_code ignored;
  const fs::path real = fs::weakly_canonical(fs::absolute(folder), ignored);
  return real.has_filename() ? real : real.parent_path();
}

std::string joined(const std::string& folder, const std::string& entry) {
  return folder.empty() ? entry : folder + "/" + entry;
}

}  // namespace

SourceWalk::SourceWalk(const std::vector<std::string>& paths, const fs::path& excluded)
    : excluded_(real_path(excluded)) {
  for (const std::string& path : paths) {
    if (path == "-") {
      asked_for_.emplace_back(path);
      continue;
    }
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) throw InputError(path, error.message(), "Check the path.");
    asked_for_.push_back(real);
  }
  for (const fs::path& root : asked_for_) {
    if (!roots_.insert(root.string()).second) continue;
    std::error_code ignored;
    const bool folder = fs::is_directory(root, ignored);
    pending_.push_back({root, folder ? "" : root.filename().string()});
  }
  std::reverse(pending_.begin(), pending_.end());
}

std::optional<SourceWalk::Entry> SourceWalk::next() {
  while (!pending_.empty()) {
    const Pending entry = std::move(pending_.back());
    pending_.pop_back();
    if (auto found = visit(entry)) return found;
  }
  return std::nullopt;
}

std::optional<SourceWalk::Entry> SourceWalk::visit(const Pending& entry) {
  if (entry.path == "-") return SourceFile{.path = "-", .name = "-"};
  struct stat status {};
  if (::lstat(entry.path.c_str(), &status) != 0) {
    return unreadable(entry.path, entry.name, reason_of(errno));
  }
  if (S_ISLNK(status.st_mode)) return follow_link(entry);
  if (S_ISDIR(status.st_mode)) return list_folder(entry);
  if (!S_ISREG(status.st_mode)) {
    return unreadable(entry.path, entry.name, "neither a file nor a folder");
  }
  constexpr std::int64_t ns_per_s = 1'000'000'000;
  return SourceFile{.path = entry.path.string(),
                    .name = entry.name,
                    .size = static_cast<std::uint64_t>(status.st_size),
                    .mtime_ns = status.st_mtim.tv_sec * ns_per_s + status.st_mtim.tv_nsec};
}

std::optional<SourceWalk::Entry> SourceWalk::follow_link(const Pending& link) {
  std::error_code error;
  const fs::path target = fs::canonical(link.path, error);
  if (error) {
    return unreadable(link.path, link.name, "link that leads nowhere: " + error.message());
  }
  if (is_walked(target)) return std::nullopt;
  roots_.insert(target.string());
  return visit({target, link.name});
}

std::optional<SourceWalk::Entry> SourceWalk::list_folder(const Pending& folder) {
  if (!excluded_.empty() && folder.path == excluded_) return std::nullopt;
  const std::vector<std::string> ignored = ignored_patterns(folder.path);
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder.path, error), end; !error && entry != end;
       entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.') && !matches_any(name, ignored)) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end(), std::greater<>());
  for (const std::string& name : names) {
    fs::path path = folder.path / name;
    if (roots_.contains(path.string())) continue;
    pending_.push_back({std::move(path), joined(folder.name, name)});
  }
  if (!error) return std::nullopt;
  return unreadable(folder.path, folder.name.empty() ? folder.path.string() : folder.name,
                    "folder cannot be listed: " + error.message());
}

bool SourceWalk::is_walked(const fs::path& path) const {
  for (fs::path folder = path;; folder = folder.parent_path()) {
    if (roots_.contains(folder.string())) return true;
    if (!folder.has_relative_path()) return false;
  }
}

}  // namespace news
