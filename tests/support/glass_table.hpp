// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/glass/table_writer.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace news::test {

/// An entry of a table, its components joined.
struct TableEntry {
  std::string key;
  std::string tag;
  bool compressed = false;
  std::size_t components = 1;

  friend bool operator==(const TableEntry&, const TableEntry&) = default;
};

/// Where a leaf begins, as the branch blocks say.
struct Separator {
  std::string key;
  std::uint32_t component = 0;

  friend bool operator==(const Separator&, const Separator&) = default;
};

/// All that a table's file holds.
struct GlassTable {
  std::vector<TableEntry> entries;  ///< without the null item
  std::vector<Separator> separators;
  std::vector<std::size_t> leaf_room;  ///< of each leaf, in key order: bytes that nothing uses
  std::string fault;                   ///< the first rule of the format that the file breaks
};

/// Walks a table from its root, block by block, and sees to it that
///   - every block has the level, the revision and the free counts that it must have, its items
///     and its directory fill the rest, and what is free is zero;
///   - the null item comes first, and items ascend strictly by key and component;
///   - items are no longer than allowed, and the components of a tag are whole and have its flag;
///   - a separator is the shortest that tells its two neighbours apart;
///   - every block of the file is used once.
GlassTable read_table(const std::filesystem::path& file, const glass::RootInfo& root);

}  // namespace news::test
