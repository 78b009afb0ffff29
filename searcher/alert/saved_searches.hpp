// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/file.hpp"
#include "searcher/alert/told_articles.hpp"
#include "searcher/match/search_request.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace news {

/// A query with its conditions under a name.
struct SavedSearch {
  std::string name;
  std::string query;
  std::string like_id;
  std::vector<Filter> filters;
  std::string since;  ///< as typed, so that "7d" moves with time
  std::string until;
  bool require_all = false;
  std::string asked;  ///< when, "2005-11-20 05:36:10" in UTC

  friend bool operator==(const SavedSearch&, const SavedSearch&) = default;
};

/// The saved searches of an index, in a folder: NAME.json and NAME.told for each. Files are
/// replaced in one step. While an object lives no other process has one on the same folder, so
/// asking, printing and remembering what was printed are one step, too.
///
/// What was told is remembered by article and not by time or segment: so merges, rebuilds, copies
/// of the index and clocks that are wrong lose nothing and repeat nothing.
class SavedSearches {
 public:
  /// Waits while another process has the folder. Makes it if it is not there. Throws FileError, and
  /// IndexBusy when patience is at an end.
  explicit SavedSearches(const std::filesystem::path& folder,
                         std::chrono::milliseconds patience = std::chrono::seconds(60));

  /// In the order of their names. Throws InputError for a file that is damaged.
  std::vector<SavedSearch> all() const;

  /// Whether there is one of that name, be it whole or damaged.
  bool has(const std::string& name) const;

  /// Nothing if there is none of this name.
  std::optional<SavedSearch> find(const std::string& name) const;
  ToldArticles told(const std::string& name) const;

  /// Replaces what there is of that name.
  void write(const SavedSearch& search, const ToldArticles& told);

  /// False if there is none.
  bool remove(const std::string& name);

 private:
  std::filesystem::path folder_;
  FileLock lock_;
};

/// Letters, digits, ".", "-" and "_", up to 64, the first no ".": also a file's name. Throws
/// UsageError, which names the option, for anything else.
void check_search_name(const std::string& option, const std::string& name);

/// Where the saved searches of an index are: in the folder "saved" of the index, or, where that
/// cannot be written or is on another machine, under $XDG_STATE_HOME (~/.local/state), by the path
/// of the index or its HOST:PORT.
std::filesystem::path saved_searches_folder(const std::filesystem::path& index);

}  // namespace news
