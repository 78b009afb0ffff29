// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/table_writer.hpp"

#include "indexer/build/glass/byte_buffer.hpp"
#include "news/base/error.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace news::glass {

namespace {

/// Rather than leave more than this of a block empty, a tag is cut in two.
constexpr std::size_t worth_filling = 256;

void put16(char* at, std::size_t value) {
  at[0] = static_cast<char>(value >> 8U);
  at[1] = static_cast<char>(value & 0xFFU);
}

void put32(char* at, std::uint32_t value) {
  put16(at, value >> 16U);
  put16(at + 2, value & 0xFFFFU);
}

std::size_t head_bytes(std::size_t key_bytes, std::uint32_t component) {
  return item_head_bytes + key_bytes + (component > 1 ? component_bytes : 0);
}

/// The shortest start of `next` that sorts behind `last`; all of it if they are the same.
std::string_view separator(std::string_view last, std::string_view next) {
  const auto differ = std::mismatch(last.begin(), last.end(), next.begin(), next.end());
  const auto common = static_cast<std::size_t>(differ.second - next.begin());
  return next.substr(0, common + 1);
}

}  // namespace

char* TableWriter::Block::add(std::size_t item_bytes) {
  items_begin -= item_bytes;
  put16(bytes.data() + directory_end, items_begin);
  directory_end += directory_entry_bytes;
  return bytes.data() + items_begin;
}

std::string_view TableWriter::Block::last_key() const {
  const char* const item = bytes.data() + items_begin;
  return {item + item_head_bytes, static_cast<unsigned char>(item[item_size_bytes])};
}

TableWriter::TableWriter(std::filesystem::path path, std::uint32_t compress_above)
    : file_(std::move(path)), compress_above_(compress_above) {
  // Searches depend on an item with an empty key before all others.
  leaves_.emplace_back();
  add_item({}, 1, {}, first_component_flag | last_component_flag);
}

void TableWriter::append(std::string_view key, std::string_view tag, bool compressed) {
  const unsigned flags = compressed ? compressed_flag : 0;
  std::uint32_t component = 1;
  while (true) {
    const std::size_t head = head_bytes(key.size(), component);
    const std::size_t room = leaf_.item_room();
    const std::size_t whole = head + tag.size();
    const unsigned first = component == 1 ? first_component_flag : 0;
    if (whole <= std::min(room, max_item_bytes)) {
      add_item(key, component, tag, flags | first | last_component_flag);
      break;
    }
    if (room < head + worth_filling) {
      start_leaf(key, component);
      continue;
    }
    const std::size_t piece = std::min(room, max_item_bytes) - head;
    add_item(key, component, tag.substr(0, piece), flags | first);
    tag.remove_prefix(piece);
    if (++component > max_components) {
      throw IndexError("tag", "longer than the format can hold", "Leave that document out.");
    }
  }
  ++keys_;
}

std::size_t TableWriter::best_tag_bytes(std::size_t key_bytes) const {
  const std::size_t head = head_bytes(key_bytes, 1);
  const std::size_t room = leaf_.item_room();
  return (room < head + worth_filling ? max_item_bytes : std::min(room, max_item_bytes)) - head;
}

void TableWriter::add_item(std::string_view key, std::uint32_t component, std::string_view piece,
                           unsigned flags) {
  const std::size_t size = head_bytes(key.size(), component) + piece.size();
  char* at = leaf_.add(size);
  put16(at, (size - item_head_bytes) | flags);
  at[item_size_bytes] = static_cast<char>(key.size());
  at = put_bytes(at + item_head_bytes, key);
  if (component > 1) {
    put16(at, component);
    at += component_bytes;
  }
  put_bytes(at, piece);
}

/// The block that is full goes to the file; the next one will begin with this item.
void TableWriter::start_leaf(std::string_view key, std::uint32_t component) {
  // Within one tag the key is the same on both sides.
  std::string between(separator(leaf_.last_key(), key));
  write_block(leaf_, 0);
  leaves_.push_back({std::move(between), component, blocks_});
  leaf_.directory_end = block_header_bytes;
  leaf_.items_begin = block_bytes;
}

void TableWriter::write_block(Block& block, unsigned level) {
  char* header = block.bytes.data();
  put32(header, first_revision);
  header[4] = static_cast<char>(level);
  put16(header + 5, block.room());
  put16(header + 7, block.room());
  put16(header + 9, block.directory_end);
  std::memset(header + block.directory_end, 0, block.room());
  file_.write({header, block_bytes});
  ++blocks_;
}

/// Writes the blocks above `children`; returns what the next level has to name.
std::vector<TableWriter::Branch> TableWriter::write_branch_level(
    const std::vector<Branch>& children, unsigned level) {
  constexpr std::size_t fixed_bytes = 7;  // child, key length, component
  std::vector<Branch> parents;
  Block block;
  parents.push_back({{}, 0, blocks_});
  for (const Branch& child : children) {
    const bool fits = block.room() >= fixed_bytes + child.key.size() + directory_entry_bytes;
    if (!fits) {
      write_block(block, level);
      block = Block();
      parents.push_back({child.key, child.component, blocks_});
    }
    // The first key of a block has moved up, or is the least there is.
    const bool first = block.directory_end == block_header_bytes;
    const std::string_view key = first ? std::string_view() : std::string_view(child.key);
    char* at = block.add(fixed_bytes + key.size());
    put32(at, child.child);
    at[4] = static_cast<char>(key.size());
    if (!key.empty()) std::memcpy(at + 5, key.data(), key.size());
    put16(at + 5 + key.size(), first ? 0 : child.component);
  }
  write_block(block, level);
  return parents;
}

RootInfo TableWriter::finish() {
  write_block(leaf_, 0);
  std::vector<Branch> level_below = std::move(leaves_);
  unsigned level = 0;
  while (level_below.size() > 1) level_below = write_branch_level(level_below, ++level);
  file_.sync();
  return {.root_block = level_below.front().child,
          .level = level,
          .has_blocks = true,
          .keys = keys_,
          .blocks = blocks_,
          .compress_above = compress_above_};
}

}  // namespace news::glass
