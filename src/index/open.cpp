// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/open.hpp"

#include "news/base/file.hpp"
#include "news/index/schema.hpp"
#include "news/text/analyzer.hpp"

#include <algorithm>
#include <cerrno>
#include <future>
#include <system_error>
#include <utility>
#include <variant>

#include <fmt/format.h>

namespace news {

namespace fs = std::filesystem;

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

/// What went wrong, in a few words. Xapian's own begin with what was done and end in where.
std::string reason_of(const Xapian::Error& error) {
  const char* const system = error.get_error_string();
  if (system != nullptr && *system != '\0') return "cannot be reached: " + std::string(system);
  if (std::string_view(error.get_type()) == "NetworkTimeoutError") {
    return "does not answer in time";
  }
  return "cannot be reached: " + error.get_msg();
}

std::variant<Xapian::Database, MissingShard> try_to_open(const ShardAddress& address,
                                                         std::chrono::milliseconds timeout) {
  try {
    const auto patience = static_cast<unsigned>(timeout.count());
    const Xapian::Database database =
        Xapian::Remote::open(address.host, address.port, patience, patience);
    check_rules(database, address.text());
    return database;
  } catch (const Xapian::Error& error) {
    return MissingShard{address, reason_of(error)};
  }
}

std::vector<ShardAddress> distinct(std::vector<ShardAddress> addresses) {
  std::vector<ShardAddress> seen;
  for (ShardAddress& address : addresses) {
    const bool known = std::find(seen.begin(), seen.end(), address) != seen.end();
    if (!known) seen.push_back(std::move(address));
  }
  return seen;
}

/// Opens all at once: one that does not answer is waited for only once.
void add_shards(const std::vector<ShardAddress>& addresses, const OpenSettings& settings,
                OpenIndex& opened) {
  std::vector<std::future<std::variant<Xapian::Database, MissingShard>>> answers;
  for (const ShardAddress& address : addresses) {
    const auto known = settings.left_out.find(address);
    if (known != settings.left_out.end()) {
      opened.missing.push_back({address, known->second});
    } else {
      answers.push_back(std::async(std::launch::async, [address, &settings] {
        return try_to_open(address, settings.timeout);
      }));
    }
  }
  std::size_t next = 0;
  for (const ShardAddress& address : addresses) {
    if (settings.left_out.contains(address)) continue;
    auto answer = answers[next++].get();
    if (auto* missing = std::get_if<MissingShard>(&answer)) {
      opened.missing.push_back(std::move(*missing));
      continue;
    }
    const auto& database = std::get<Xapian::Database>(answer);
    opened.database.add_database(database);
    opened.segments.push_back(database);
    opened.remotes.push_back(address);
  }
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

Xapian::Database open_shard(const ShardAddress& address, std::chrono::milliseconds timeout) {
  std::variant<Xapian::Database, MissingShard> opened = try_to_open(address, timeout);
  if (const auto* missing = std::get_if<MissingShard>(&opened)) {
    throw IndexError(address.text(), missing->reason,
                     "Start it there: xapian-tcpsrv --port " + std::to_string(address.port) +
                         " --interface ADDRESS INDEX.");
  }
  return std::get<Xapian::Database>(opened);
}

OpenIndex open_everywhere(const std::vector<fs::path>& names, const OpenSettings& settings) {
  std::vector<fs::path> folders;
  std::vector<ShardAddress> addresses;
  for (const fs::path& name : names) {
    if (const auto address = ShardAddress::parse(name.string())) {
      addresses.push_back(*address);
    } else {
      folders.push_back(name);
    }
  }
  OpenIndex opened = open_index(folders);
  for (const fs::path& folder : folders) {
    const std::vector<ShardAddress> attached = IndexDirectory(folder).remotes();
    addresses.insert(addresses.end(), attached.begin(), attached.end());
  }
  add_shards(distinct(addresses), settings, opened);
  if (opened.missing.empty()) return opened;
  const MissingShard& first = opened.missing.front();
  if (settings.require_all) {
    throw IndexError(first.address.text(), first.reason,
                     "Leave out --require-all-shards to search the rest.");
  }
  if (opened.segments.empty()) {
    throw IndexError(first.address.text(), first.reason, "No part of the index can be reached.");
  }
  return opened;
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
