// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/source_walk.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include <fnmatch.h>
#include <sys/stat.h>

namespace news {

namespace fs = std::filesystem;

namespace {

/// Whether `path` is `folder` or lies in it. Both absolute and without links.
bool is_within(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

BadRecord unreadable(const fs::path& path, const std::string& name, std::string reason) {
  return {Origin{.path = path.string(), .name = name, .member = {}, .record = 0},
          std::move(reason)};
}

std::string reason_of(int error) { return std::generic_category().message(error); }

/// The patterns of a folder's list of what is no news; empty if it has none that can be read.
std::vector<std::string> ignored_patterns(const fs::path& folder) {
  std::vector<std::string> patterns;
  std::ifstream list(folder / ".newsignore");
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

std::string joined(const std::string& folder, const std::string& entry) {
  return folder.empty() ? entry : folder + "/" + entry;
}

}  // namespace

SourceWalk::SourceWalk(const std::vector<std::string>& paths, const fs::path& excluded) {
  std::error_code ignored;
  excluded_ = fs::weakly_canonical(excluded, ignored);
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
  for (auto root = asked_for_.rbegin(); root != asked_for_.rend(); ++root) {
    const bool inside_another = std::any_of(
        asked_for_.begin(), asked_for_.end(),
        [&root](const fs::path& other) { return other != *root && is_within(*root, other); });
    const bool repeated = std::find(std::next(root), asked_for_.rend(), *root) != asked_for_.rend();
    if (inside_another || repeated) continue;
    roots_.push_back(*root);
    const bool folder = fs::is_directory(*root, ignored);
    pending_.push_back({*root, folder ? "" : root->filename().string()});
  }
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
  roots_.push_back(target);
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
    pending_.push_back({folder.path / name, joined(folder.name, name)});
  }
  if (!error) return std::nullopt;
  return unreadable(folder.path, folder.name.empty() ? folder.path.string() : folder.name,
                    "folder cannot be listed: " + error.message());
}

bool SourceWalk::is_walked(const fs::path& path) const {
  return std::any_of(roots_.begin(), roots_.end(),
                     [&path](const fs::path& root) { return is_within(path, root); });
}

}  // namespace news
