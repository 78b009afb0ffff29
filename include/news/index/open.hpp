// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/error.hpp"
#include "news/index/directory.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace news {

/// Indexes opened for reading, as one database.
struct OpenIndex {
  Xapian::Database database;
  std::vector<Xapian::Database> segments;  ///< of which it consists
  /// An update was being finished while this was opened, so an article and the version that
  /// replaces it may both be visible: collapse matches on schema::identity_slot.
  bool may_have_replaced_articles = false;
};

/// Throws IndexError, with the advice to build one, if the folder holds no index.
void require_index(const IndexDirectory& index);

/// Opens the live segments of one or more index folders, in order. A segment that a writer takes
/// away meanwhile is met by reading the stub again. Throws IndexError if a folder holds no index,
/// or one that is damaged or was made by other rules.
OpenIndex open_index(const std::vector<std::filesystem::path>& folders);

/// What `question` makes of the indexes, opened as by open_index. It is asked again if a writer
/// changes them meanwhile or takes segments away. Throws IndexError; what else `question` throws
/// passes through.
template <typename Question>
auto ask_index(const std::vector<std::filesystem::path>& folders, Question question);

/// Opens one segment for reading and checks its version. Throws IndexError.
Xapian::Database open_segment(const IndexDirectory& index, const std::string& segment);

/// What Xapian says of a segment as an error of ours, behind `doing`. The remedy is the one given,
/// unless the operating system refused something: then it is about that.
IndexError index_error(const std::filesystem::path& segment, const Xapian::Error& error,
                       std::string_view doing = {}, std::string_view remedy = repair_remedy);

template <typename Question>
auto ask_index(const std::vector<std::filesystem::path>& folders, Question question) {
  constexpr int max_attempts = 20;
  for (int tries = 1;; ++tries) {
    try {
      return question(open_index(folders));
    } catch (const Xapian::DatabaseError& error) {
      if (tries == max_attempts) throw index_error(folders.front(), error);
    }
  }
}

}  // namespace news
