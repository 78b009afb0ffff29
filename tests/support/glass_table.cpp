// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/glass_table.hpp"

#include "tests/support/hex.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace news::test {

namespace {

// The sizes are spelled out here, so that the reader does not take the writer's word for them.
constexpr std::size_t block_size = 8192;
constexpr std::size_t header_size = 11;
constexpr std::size_t longest_item = 2043;

struct Fault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void require(bool holds, std::size_t block, std::string_view rule) {
  if (!holds) throw Fault(fmt::format("block {}: {}", block, rule));
}

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (const char byte : bytes.substr(at, size))
    value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

/// An item of a leaf.
struct LeafItem {
  std::string_view key;
  std::size_t component = 1;
  std::string_view piece;
  bool compressed = false;
  bool first = false;
  bool last = false;
};

LeafItem leaf_item(std::string_view item) {
  const std::size_t flags = number_at(item, 0, 2);
  const std::size_t key_size = number_at(item, 2, 1);
  LeafItem read;
  read.key = item.substr(3, key_size);
  read.compressed = (flags & 0x8000) != 0;
  read.first = (flags & 0x2000) != 0;
  read.last = (flags & 0x4000) != 0;
  if (!read.first) read.component = number_at(item, 3 + key_size, 2);
  read.piece = item.substr(3 + key_size + (read.first ? 0 : 2));
  return read;
}

class Walk {
 public:
  Walk(std::string_view file, const glass::RootInfo& root) : file_(file), root_(root) {}

  void run(GlassTable& table) {
    require(file_.size() == root_.blocks * block_size, 0, "the file has that many blocks");
    used_.resize(root_.blocks);
    visit(root_.root_block, root_.level, table);
    const auto unused = std::find(used_.begin(), used_.end(), false) - used_.begin();
    require(static_cast<std::size_t>(unused) == used_.size(), static_cast<std::size_t>(unused),
            "every block is used");
    require(table.entries.size() == root_.keys, 0, "the table has that many keys");
  }

 private:
  void visit(std::size_t number, std::size_t level, GlassTable& table) {
    require(number < used_.size() && !used_[number], number, "is in the file and used once");
    used_[number] = true;
    const std::string_view block = file_.substr(number * block_size, block_size);
    require(number_at(block, 0, 4) == 1, number, "revision 1");
    require(number_at(block, 4, 1) == level, number, "level");
    const std::vector<std::string_view> items = items_of(block, number, level);
    if (level > 0) {
      visit_children(items, number, level, table);
    } else {
      table.leaf_room.push_back(number_at(block, 7, 2));
      read_leaf(items, number, table);
    }
  }

  /// The items of a block, which lie behind each other from its end downwards.
  static std::vector<std::string_view> items_of(std::string_view block, std::size_t number,
                                                std::size_t level) {
    const std::size_t directory_end = number_at(block, 9, 2);
    require(directory_end > header_size && directory_end % 2 == 1, number, "directory");
    std::vector<std::string_view> items;
    std::size_t lowest = block_size;
    for (std::size_t entry = header_size; entry < directory_end; entry += 2) {
      const std::size_t at = number_at(block, entry, 2);
      require(at >= directory_end && at < lowest, number, "items are packed");
      items.push_back(block.substr(at, lowest - at));
      const std::size_t size =
          level > 0 ? 7 + number_at(block, at + 4, 1) : 3 + (number_at(block, at, 2) & 0x1FFF);
      require(items.back().size() == size, number, "items are as long as they say");
      lowest = at;
    }
    require(number_at(block, 5, 2) == lowest - directory_end, number, "max_free");
    require(number_at(block, 7, 2) == lowest - directory_end, number, "total_free");
    const std::string_view gap = block.substr(directory_end, lowest - directory_end);
    require(gap.find_first_not_of('\0') == gap.npos, number, "the gap is zero");
    return items;
  }

  void visit_children(const std::vector<std::string_view>& items, std::size_t number,
                      std::size_t level, GlassTable& table) {
    bool first = true;
    for (const std::string_view item : items) {
      const std::string_view key = item.substr(5, item.size() - 7);
      const std::size_t component = number_at(item, item.size() - 2, 2);
      if (std::exchange(first, false)) {
        require(key.empty() && component == 0, number, "the first item has an empty key");
      } else {
        table.separators.push_back({std::string(key), static_cast<std::uint32_t>(component)});
      }
      visit(number_at(item, 0, 4), level - 1, table);
    }
  }

  void read_leaf(const std::vector<std::string_view>& items, std::size_t number,
                 GlassTable& table) {
    bool first_of_leaf = true;
    for (const std::string_view bytes : items) {
      require(bytes.size() <= longest_item, number, "items are not too long");
      if (std::exchange(at_start_, false)) {
        require(bytes == from_hex("60 00 00"), number, "the null item comes first");
        first_of_leaf = false;
        continue;
      }
      const LeafItem item = leaf_item(bytes);
      if (std::exchange(first_of_leaf, false)) check_separator(item, number, table);
      add(item, number, table);
    }
  }

  void check_separator(const LeafItem& item, std::size_t number, const GlassTable& table) const {
    require(!table.separators.empty(), number, "a separator leads to the leaf");
    const std::string last = table.entries.empty() ? "" : table.entries.back().key;
    std::size_t same = 0;
    while (same < std::min(last.size(), item.key.size()) && last[same] == item.key[same]) ++same;
    const Separator shortest{std::string(item.key.substr(0, same + 1)),
                             static_cast<std::uint32_t>(item.component)};
    require(table.separators.back() == shortest, number, "the separator is the shortest");
  }

  void add(const LeafItem& item, std::size_t number, GlassTable& table) {
    if (item.first) {
      require(whole_, number, "the tag before is whole");
      require(!item.key.empty(), number, "keys are not empty");
      require(table.entries.empty() || table.entries.back().key < item.key, number, "keys ascend");
      table.entries.push_back(
          {std::string(item.key), std::string(item.piece), item.compressed, /*components=*/1});
    } else {
      require(!whole_ && !table.entries.empty(), number, "a tag goes on that is not whole");
      TableEntry& entry = table.entries.back();
      require(entry.key == item.key && entry.compressed == item.compressed, number, "same tag");
      require(item.component == entry.components + 1, number, "components count up");
      entry.tag += item.piece;
      ++entry.components;
    }
    whole_ = item.last;
  }

  std::string_view file_;
  const glass::RootInfo& root_;
  std::vector<bool> used_;
  bool at_start_ = true;
  bool whole_ = true;
};

}  // namespace

GlassTable read_table(const std::filesystem::path& file, const glass::RootInfo& root) {
  GlassTable table;
  const std::string content = content_of(file);
  try {
    Walk(content, root).run(table);
  } catch (const Fault& fault) {
    table.fault = fault.what();
  }
  return table;
}

}  // namespace news::test
