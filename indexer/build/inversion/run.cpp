// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/run.hpp"

#include "indexer/build/glass/format.hpp"
#include "indexer/build/glass/packing.hpp"
#include "news/base/error.hpp"

namespace news {

namespace {

/// The longest head of an entry: key, four varints.
constexpr std::size_t max_head_bytes = 1 + glass::max_key_bytes + 4 * glass::max_varint_bytes;

[[noreturn]] void fail() {
  throw IndexError("temporary file", "ends before its end", "Run again.");
}

}  // namespace

void append_run_entry(glass::ByteBuffer& run, const RunEntry& entry) {
  char* at = run.room(max_head_bytes + entry.stream.size());
  *at++ = static_cast<char>(entry.key.size());
  at = glass::put_bytes(at, entry.key);
  at = glass::put_varint(at, entry.count);
  at = glass::put_varint(at, entry.total);
  at = glass::put_varint(at, entry.last);
  at = glass::put_varint(at, entry.stream.size());
  run.end_at(glass::put_bytes(at, entry.stream));
}

RunCursor RunCursor::in_memory(std::string_view bytes, std::uint32_t base) {
  RunCursor cursor;
  cursor.rest_ = bytes;
  cursor.base_ = base;
  return cursor;
}

RunCursor RunCursor::in_file(const std::filesystem::path& file, std::uint32_t base) {
  RunCursor cursor;
  cursor.file_ = std::make_unique<FileReader>(file);
  cursor.base_ = base;
  return cursor;
}

bool RunCursor::next() {
  if (file_ && !refill()) return false;
  if (rest_.empty()) return false;
  const char* at = rest_.data();
  const auto key_bytes = static_cast<unsigned char>(*at++);
  entry_.key = {at, key_bytes};
  at += key_bytes;
  entry_.count = glass::read_varint(at);
  entry_.total = glass::read_varint(at);
  entry_.last = static_cast<std::uint32_t>(glass::read_varint(at));
  const std::uint64_t stream_bytes = glass::read_varint(at);
  const auto head_bytes = static_cast<std::size_t>(at - rest_.data());
  if (file_) {
    // What was read beyond the end of the file is not to be believed.
    if (head_bytes > rest_.size()) fail();
    // The window may move; the key moves with it.
    const std::string_view whole = file_->peek(head_bytes + stream_bytes);
    if (whole.size() < head_bytes + stream_bytes) fail();
    entry_.key = whole.substr(1, key_bytes);
    rest_ = whole;
    handed_out_ = head_bytes + stream_bytes;
  }
  entry_.stream = rest_.substr(head_bytes, stream_bytes);
  rest_.remove_prefix(head_bytes + stream_bytes);
  key_ = OrderedText(entry_.key);
  return true;
}

bool RunCursor::refill() {
  file_->consume(handed_out_);
  handed_out_ = 0;
  rest_ = file_->peek(max_head_bytes);
  return !rest_.empty();
}

}  // namespace news
