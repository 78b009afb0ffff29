// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/version_file.hpp"

#include "indexer/build/glass/packing.hpp"

#include <algorithm>
#include <random>

namespace news::glass {

namespace {

void append_root(std::string& out, const RootInfo& root) {
  // Leaves lie in key order, but a table must not be marked so: Xapian's in-place updates of such
  // a table can go wrong. A table without blocks is marked as Xapian marks one.
  constexpr unsigned no_blocks = 3;
  append_varint(out, root.root_block);
  append_varint(out, (root.level << 2U) | (root.has_blocks ? 0 : no_blocks));
  append_varint(out, root.keys);
  append_varint(out, block_bytes / 2048);
  append_varint(out, root.compress_above);
  std::string free_list;
  if (root.has_blocks) {
    append_varint(free_list, first_revision);
    append_varint(free_list, root.blocks);
    free_list.append(4, '\0');  // both ends of an empty list
  }
  append_string(out, free_list);
}

}  // namespace

Uuid random_uuid() {
  std::random_device source;
  Uuid uuid{};
  for (std::size_t i = 0; i < uuid.size(); ++i) uuid[i] = static_cast<unsigned char>(source());
  uuid[6] = static_cast<unsigned char>((uuid[6] & 0x0FU) | 0x40U);  // version 4
  uuid[8] = static_cast<unsigned char>((uuid[8] & 0x3FU) | 0x80U);  // RFC 4122's variant
  return uuid;
}

std::string version_file_content(const Uuid& uuid, const Tables& tables, const Statistics& stats) {
  std::string out(magic);
  out.append(format_date.begin(), format_date.end());
  out.append(uuid.begin(), uuid.end());
  append_varint(out, first_revision);
  for (const RootInfo* root : {&tables.postlist, &tables.docdata, &tables.termlist,
                               &tables.position, &tables.spelling, &tables.synonym}) {
    append_root(out, *root);
  }
  const std::uint64_t longest = std::max(stats.longest_length, stats.highest_wdf);
  append_varint(out, stats.documents);
  append_varint(out, stats.last_document - stats.documents);
  append_varint(out, stats.shortest_length);
  append_varint(out, stats.highest_wdf);
  append_varint(out, longest - stats.highest_wdf);
  append_varint(out, 0);  // the oldest set of changes kept for replication: none
  append_varint(out, stats.total_length);
  append_varint(out, stats.highest_spelling_frequency);
  return out;
}

}  // namespace news::glass
