// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/glass/format.hpp"
#include "news/base/file_stream.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace news::glass {

/// What the version file says of a table.
struct RootInfo {
  std::uint32_t root_block = 0;
  unsigned level = 0;       ///< height of the root: 0 is a leaf
  bool has_blocks = false;  ///< false for a table without a file
  std::uint64_t keys = 0;
  std::uint32_t blocks = 0;
  std::uint32_t compress_above = never_compress;  ///< for later writers
};

/// Writes one B-tree table from entries in the order of their keys: leaf blocks one behind the
/// other, each as full as the items allow, and the branch blocks behind them. Nothing is ever
/// written twice. Memory: a block, and the key that separates each leaf from the one before.
///
/// A tag that is too long for an item, or that would leave much of a block empty, is cut into
/// components; a reader joins them. Throws FileError.
class TableWriter {
 public:
  TableWriter(std::filesystem::path path, std::uint32_t compress_above);

  /// Keys must come in ascending order and have 1 to 255 bytes. `compressed` says that the tag is
  /// raw deflate. Throws IndexError for a tag beyond 130 MB, which the format cannot hold.
  void append(std::string_view key, std::string_view tag, bool compressed = false);

  /// The longest tag for a key of `key_bytes` bytes that fits what is left of the current block,
  /// or a whole item where that is too little to bother. So a writer that chooses where to cut can
  /// fill blocks.
  std::size_t best_tag_bytes(std::size_t key_bytes) const;

  /// Writes the branch blocks and brings the file to disk. Called once.
  RootInfo finish();

 private:
  /// A separator and the component it begins with, for the block `child` behind it.
  struct Branch {
    std::string key;
    std::uint32_t component = 0;
    std::uint32_t child = 0;
  };

  struct Block {
    std::array<char, block_bytes> bytes{};
    std::size_t directory_end = block_header_bytes;
    std::size_t items_begin = block_bytes;

    /// Bytes between the directory and the items, which holds an item and its directory entry.
    std::size_t room() const { return items_begin - directory_end; }
    /// The longest item there is room for.
    std::size_t item_room() const { return room() - std::min(room(), directory_entry_bytes); }
    /// Of the item that was added last, if this is a leaf.
    std::string_view last_key() const;
    /// Makes room for an item and its directory entry.
    char* add(std::size_t item_bytes);
  };

  void add_item(std::string_view key, std::uint32_t component, std::string_view piece,
                unsigned flags);
  void start_leaf(std::string_view key, std::uint32_t component);
  void write_block(Block& block, unsigned level);
  std::vector<Branch> write_branch_level(const std::vector<Branch>& children, unsigned level);

  FileWriter file_;
  std::uint32_t compress_above_;
  Block leaf_;
  std::vector<Branch> leaves_;
  std::uint64_t keys_ = 0;
  std::uint32_t blocks_ = 0;
};

}  // namespace news::glass
