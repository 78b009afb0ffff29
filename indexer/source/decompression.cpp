// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/decompression.hpp"

#include "indexer/source/archive_handle.hpp"
#include "indexer/source/gzip_stream.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace news {

namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view start;
  Compression compression;
};

/// bzip2's is three letters long, so the first block's is part of it, or the end's.
constexpr std::array<Signature, 5> signatures = {{
    {"\x1F\x8B\x08"sv, Compression::gzip},
    {"\x31\x41\x59\x26\x53\x59"sv, Compression::bzip2},
    {"\x17\x72\x45\x38\x50\x90"sv, Compression::bzip2},
    {"\xFD\x37zXZ\0"sv, Compression::xz},
    {"\x28\xB5\x2F\xFD"sv, Compression::zstd},
}};

/// A stream that libarchive unpacks.
class FilteredStream : public ByteStream {
 public:
  FilteredStream(Compression compression, std::unique_ptr<ByteStream> bytes)
      : bytes_(std::move(bytes)), compression_(compression) {}

  std::size_t read(std::span<char> buffer) override {
    if (!damage_.empty()) throw DamagedInput(damage_);
    try {
      if (bytes_ != nullptr) open();
      return empty_ ? 0 : handle_.read(buffer);
    } catch (const DamagedInput& error) {
      damage_ = error.what();
      throw;
    }
  }

 private:
  void open() {
    archive* handle = handle_.get();
    archive_read_support_format_raw(handle);
    archive_read_support_format_empty(handle);
    if (compression_ == Compression::bzip2) archive_read_support_filter_bzip2(handle);
    if (compression_ == Compression::xz) archive_read_support_filter_xz(handle);
    if (compression_ == Compression::zstd) archive_read_support_filter_zstd(handle);
    handle_.open_stream(std::move(bytes_));
    empty_ = handle_.next_entry() == nullptr;
  }

  std::unique_ptr<ByteStream> bytes_;  ///< until the first reading
  Compression compression_;
  ArchiveHandle handle_;
  bool empty_ = false;
  std::string damage_;
};

/// Counts what is unpacked.
class BudgetedStream : public ByteStream {
 public:
  BudgetedStream(std::unique_ptr<ByteStream> bytes, UnpackBudget& budget)
      : bytes_(std::move(bytes)), budget_(budget) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t got = bytes_->read(buffer);
    budget_.add_unpacked(got);
    return got;
  }

  bool resume() override { return !budget_.exhausted() && bytes_->resume(); }

 private:
  std::unique_ptr<ByteStream> bytes_;
  UnpackBudget& budget_;
};

}  // namespace

std::optional<Compression> recognize_compression(std::string_view head) {
  const bool may_be_bzip2 =
      head.starts_with("BZh") && head.size() > 4 && head[3] >= '1' && head[3] <= '9';
  for (const auto& [start, compression] : signatures) {
    const bool bzip2 = compression == Compression::bzip2;
    if (bzip2 && !may_be_bzip2) continue;
    if (head.substr(bzip2 ? 4 : 0).starts_with(start)) return compression;
  }
  return std::nullopt;
}

std::unique_ptr<ByteStream> decompress(Compression compression, std::unique_ptr<ByteStream> bytes,
                                       UnpackBudget& budget) {
  std::unique_ptr<ByteStream> content;
  if (compression == Compression::gzip) {
    content = gunzip(std::move(bytes));
  } else {
    content = std::make_unique<FilteredStream>(compression, std::move(bytes));
  }
  return std::make_unique<BudgetedStream>(std::move(content), budget);
}

std::string_view uncompressed_name(std::string_view name) {
  constexpr std::array<std::string_view, 4> endings = {".gz", ".bz2", ".xz", ".zst"};
  for (const std::string_view ending : endings) {
    if (name.size() <= ending.size()) continue;
    const std::size_t at = name.size() - ending.size();
    if (ascii::equals_ignoring_case(name.substr(at), ending)) return name.substr(0, at);
  }
  return name;
}

}  // namespace news
