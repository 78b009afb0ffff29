// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/table/column_choice.hpp"
#include "news/cli/configuration.hpp"
#include "news/cli/program_description.hpp"
#include "news/cli/values.hpp"
#include "news/text/language.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace news {

/// What the command line of news-index says.
struct IndexOptions {
  enum class Action {
    glance,
    update,
    extract,
    stats,
    check,
    repair,
    compact,
    generate,
    help,
    version
  };

  Action action = Action::update;  ///< glance where nothing is asked: show what the index holds
  std::vector<std::string> paths;
  std::string index;
  std::string format;    ///< the name of a reader; empty to recognize each file
  ColumnChoice columns;  ///< of tables; empty to find them
  Language language;     ///< of articles that do not say; undetermined to detect it
  bool rebuild = false;
  bool prune = false;
  std::size_t threads = 0;  ///< 0 for all cores
  bool compress_terms = false;
  std::uint64_t memory_bytes = std::uint64_t{512} * 1024 * 1024;
  std::uint64_t max_unpacked = std::uint64_t{64} * 1024 * 1024 * 1024;  ///< of one packed file
  std::uint64_t wait_seconds = 0;
  bool strict = false;
  bool json = false;
  bool quiet = false;
  bool verbose = false;
  When progress = When::automatic;
  Generated generated = Generated::man;  ///< what Action::generate prints
};

/// Reads the arguments behind the program's name, and what the configuration adds to them.
/// `default_index` is $NEWS_INDEX or empty. Touches no file. Throws UsageError.
IndexOptions parse_index_options(const std::vector<std::string>& arguments,
                                 const std::string& default_index,
                                 const Configuration& configuration = {});

/// The text of --help.
std::string index_help();

}  // namespace news
