// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/run_merger.hpp"

#include "indexer/build/glass/packing.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace news {

RunMerger::RunMerger(std::vector<RunCursor> cursors)
    : cursors_(std::move(cursors)),
      groups_(cursors_.size()),
      slots_(std::bit_ceil(4 * cursors_.size() + 1), none) {
  for (std::uint32_t group = 0; group < groups_.size(); ++group) free_.push_back(group);
  for (RunCursor& cursor : cursors_) group_.push_back(&cursor);
}

bool RunMerger::next() {
  for (RunCursor* cursor : group_) {
    if (cursor->next()) place(*cursor);
  }
  group_.clear();
  if (heap_.empty()) return false;
  const std::uint32_t least = pop();
  remove_from_slot(least);
  group_.swap(groups_[least].cursors);
  free_.push_back(least);
  std::sort(group_.begin(), group_.end());
  return true;
}

/// Puts the cursor beside those that stand at its key.
void RunMerger::place(RunCursor& cursor) {
  const std::uint32_t hash = cursor.key().hash();
  std::uint32_t& slot = slot_of(hash);
  for (std::uint32_t at = slot; at != none; at = groups_[at].next_in_slot) {
    Group& group = groups_[at];
    if (group.hash != hash || key_of(group) != cursor.key()) continue;
    group.cursors.push_back(&cursor);
    return;
  }
  const std::uint32_t fresh = free_.back();
  free_.pop_back();
  Group& group = groups_[fresh];
  group.hash = hash;
  group.next_in_slot = std::exchange(slot, fresh);
  group.cursors.push_back(&cursor);
  push(fresh);
}

void RunMerger::remove_from_slot(std::uint32_t group) {
  std::uint32_t* at = &slot_of(groups_[group].hash);
  while (*at != group) at = &groups_[*at].next_in_slot;
  *at = groups_[group].next_in_slot;
}

void RunMerger::push(std::uint32_t group) {
  heap_.push_back(group);
  sift_up(heap_.size() - 1);
}

void RunMerger::sift_up(std::size_t at) {
  while (at > 0) {
    const std::size_t parent = (at - 1) / 2;
    if (!comes_before(heap_[at], heap_[parent])) return;
    std::swap(heap_[at], heap_[parent]);
    at = parent;
  }
}

/// The gap at the top goes down to a leaf, one comparison a level, and the last one goes up from
/// there, mostly nowhere: half the comparisons of letting it down from the top.
std::uint32_t RunMerger::pop() {
  const std::uint32_t least = heap_.front();
  std::size_t gap = 0;
  for (std::size_t child = 1; child < heap_.size(); child = 2 * gap + 1) {
    if (child + 1 < heap_.size() && comes_before(heap_[child + 1], heap_[child])) ++child;
    heap_[gap] = heap_[child];
    gap = child;
  }
  heap_[gap] = heap_.back();
  heap_.pop_back();
  if (gap < heap_.size()) sift_up(gap);
  return least;
}

void write_merged_run(RunMerger& runs, std::uint32_t base, FileWriter& file) {
  std::string stream;
  glass::ByteBuffer written;
  while (runs.next()) {
    RunEntry merged{.key = runs.key()};
    std::uint32_t expected = 0;  // the document that a gap of 0 would mean
    stream.clear();
    for (const RunCursor* run : runs.group()) {
      const RunEntry& entry = run->entry();
      const std::uint32_t offset = run->base() - base;
      // Only the gap before a stream's first document changes.
      const char* at = entry.stream.data();
      const std::uint64_t first = offset + glass::read_varint(at);
      glass::append_varint(stream, first - expected);
      stream.append(at, entry.stream.data() + entry.stream.size());
      merged.count += entry.count;
      merged.total += entry.total;
      merged.last = offset + entry.last;
      expected = merged.last + 1;
    }
    merged.stream = stream;
    written.clear();
    append_run_entry(written, merged);
    file.write(written.view());
  }
}

}  // namespace news
