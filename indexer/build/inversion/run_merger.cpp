// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/run_merger.hpp"

#include "indexer/build/glass/packing.hpp"

#include <utility>

namespace news {

RunMerger::RunMerger(std::vector<RunCursor> cursors) : cursors_(std::move(cursors)) {
  for (RunCursor& cursor : cursors_) group_.push_back(&cursor);
}

bool RunMerger::next() {
  for (RunCursor* cursor : group_) {
    if (!cursor->next()) continue;
    push(static_cast<std::size_t>(cursor - cursors_.data()));
  }
  group_.clear();
  if (heap_.empty()) return false;
  group_.push_back(pop());
  while (!heap_.empty() && cursors_[heap_.front()].key() == group_.front()->key()) {
    group_.push_back(pop());
  }
  return true;
}

/// By key; among equal keys by the documents.
bool RunMerger::comes_before(std::size_t a, std::size_t b) const {
  const auto order = cursors_[a].key() <=> cursors_[b].key();
  return order != 0 ? order < 0 : a < b;
}

void RunMerger::push(std::size_t cursor) {
  heap_.push_back(cursor);
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
RunCursor* RunMerger::pop() {
  RunCursor* const least = &cursors_[heap_.front()];
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
