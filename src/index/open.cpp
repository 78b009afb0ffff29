// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/open.hpp"

#include "news/base/file.hpp"
#include "news/index/schema.hpp"
#include "news/text/analyzer.hpp"

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

namespace news {

namespace {

/// Enough for any writer to finish what it publishes.
constexpr int max_attempts = 100;

void check_rules(const Xapian::Database& segment, const std::string& where) {
  const std::string remedy = "Build it again: news-index --rebuild.";
  const std::string format = segment.get_metadata(std::string(schema::format_key));
  if (format != schema::format_version) {
    throw IndexError(where,
                     fmt::format("has index format {}, this program reads {}",
                                 format.empty() ? "unknown" : format, schema::format_version),
                     remedy);
  }
  const std::string rules = segment.get_metadata(std::string(schema::analyzer_key));
  if (rules != Analyzer::rules) {
    throw IndexError(where,
                     fmt::format("was analysed by rules {}, this program analyses by {}", rules,
                                 Analyzer::rules),
                     remedy);
  }
}

/// False if a writer changed the index while it was opened.
bool try_to_open(const IndexDirectory& index, OpenIndex& opened) {
  const std::vector<std::string> segments = index.segments();
  // The order matters: an intent is written before the stub that it belongs to, and cleared after
  // its deletions are done. With no intent here, the segments just listed need none.
  const bool unfinished = read_file(index.path() / schema::intent_file).has_value();
  std::vector<Xapian::Database> databases;
  try {
    for (const std::string& segment : segments) databases.push_back(open_segment(index, segment));
  } catch (const IndexError&) {
    databases.clear();  // If no more files can be open, the stub could not be read again either.
    if (index.segments() != segments) return false;
    throw;
  }
  if (index.segments() != segments) return false;
  for (const Xapian::Database& database : databases) opened.database.add_database(database);
  opened.segments.insert(opened.segments.end(), databases.begin(), databases.end());
  opened.may_have_replaced_articles |= unfinished;
  return true;
}

}  // namespace

void require_index(const IndexDirectory& index) {
  if (index.exists()) return;
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(index.path(), ignored);
  if (!folder && std::filesystem::exists(index.path(), ignored)) {
    throw IndexError(index.path().string(), "is a file, and an index is a folder",
                     "Name the folder that news-index made.");
  }
  throw IndexError(index.path().string(), folder ? "holds no index" : "no such index",
                   fmt::format("Build one: news-index --index {} PATH...", index.path().string()));
}

Xapian::Database open_segment(const IndexDirectory& index, const std::string& segment) {
  const std::string path = index.segment_path(segment).string();
  for (int attempts = 1;; ++attempts) {
    try {
      Xapian::Database database(path, Xapian::DB_OPEN);
      check_rules(database, path);
      return database;
    } catch (const Xapian::DatabaseModifiedError& error) {
      // A writer took articles out of it meanwhile.
      if (attempts == max_attempts) throw index_error(path, error, {}, "Try again.");
    } catch (const Xapian::Error& error) {
      throw index_error(path, error);
    }
  }
}

IndexError index_error(const std::filesystem::path& segment, const Xapian::Error& error,
                       std::string_view doing, std::string_view remedy) {
  std::string help(remedy);
  // Xapian keeps the text of what the system said, and not its number.
  const char* const refusal = error.get_error_string();
  for (const int code : {ENOSPC, EDQUOT, EACCES, EMFILE, ENFILE}) {
    if (refusal != nullptr && std::generic_category().message(code) == refusal) {
      help = system_remedy(code);
    }
  }
  return {segment.string(), std::string(doing) + error.get_description(), help};
}

OpenIndex open_index(const std::vector<std::filesystem::path>& folders) {
  OpenIndex opened;
  for (const std::filesystem::path& folder : folders) {
    const IndexDirectory index(folder);
    require_index(index);
    int attempts = 0;
    while (!try_to_open(index, opened)) {
      if (++attempts == max_attempts) {
        throw IndexError(folder.string(), "is changed faster than it can be opened", "Try again.");
      }
    }
  }
  return opened;
}

}  // namespace news
