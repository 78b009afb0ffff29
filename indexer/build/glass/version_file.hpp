// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/glass/table_writer.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

namespace news::glass {

/// What weighting needs to know of a whole database. Bounds hold and need not be tight; counts and
/// totals are exact.
struct Statistics {
  std::uint64_t documents = 0;
  std::uint64_t last_document = 0;    ///< the highest number given out
  std::uint64_t shortest_length = 0;  ///< of documents that have a length; 0 if none has
  std::uint64_t longest_length = 0;
  std::uint64_t highest_wdf = 0;
  std::uint64_t total_length = 0;
  std::uint64_t highest_spelling_frequency = 0;
};

/// The tables of a database, in the order in which the version file names them.
struct Tables {
  RootInfo postlist;
  RootInfo docdata;
  RootInfo termlist;
  RootInfo position;
  RootInfo spelling;
  RootInfo synonym;
};

using Uuid = std::array<unsigned char, 16>;

/// A new random identifier (version 4). Every database has its own: caches go by it.
Uuid random_uuid();

/// The content of a version file.
std::string version_file_content(const Uuid& uuid, const Tables& tables, const Statistics& stats);

}  // namespace news::glass
