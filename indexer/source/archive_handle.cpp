// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/archive_handle.hpp"

#include "news/text/printable.hpp"

#include <cerrno>
#include <new>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <locale.h>

namespace news {

namespace {

constexpr std::size_t block_bytes = std::size_t{128} * 1024;

/// What libarchive says, in words that fit into a list of what could not be read.
std::string reason_of(archive* handle) {
  const char* said = archive_error_string(handle);
  const std::string_view text = said == nullptr ? "no reason given" : said;
  // zlib's -5 says that there is no more to unpack, behind a start that can be.
  if (text.find("runcated") != std::string_view::npos || text.ends_with("failed (-5)")) {
    return "cut off: the packed data end too early";
  }
  if (text.find("assphrase") != std::string_view::npos ||
      text.find("ncrypt") != std::string_view::npos) {
    return "encrypted";
  }
  return fmt::format("damaged: {}", printable(text));
}

}  // namespace

ArchiveHandle::ArchiveHandle() : handle_(archive_read_new()) {
  if (handle_ == nullptr) throw std::bad_alloc();
}

ArchiveHandle::~ArchiveHandle() { archive_read_free(handle_); }

void ArchiveHandle::open_stream(std::unique_ptr<ByteStream> bytes) {
  bytes_ = std::move(bytes);
  block_.resize(block_bytes);
  check(archive_read_open(handle_, this, nullptr, &ArchiveHandle::on_read, nullptr));
}

void ArchiveHandle::open_file(const std::string& path) {
  check(archive_read_open_filename(handle_, path.c_str(), block_bytes));
}

void ArchiveHandle::open_memory(std::string bytes) {
  memory_ = std::move(bytes);
  check(archive_read_open_memory(handle_, memory_.data(), memory_.size()));
}

archive_entry* ArchiveHandle::next_entry() {
  const Utf8Locale locale;
  archive_entry* entry = nullptr;
  int result = ARCHIVE_RETRY;
  // Bounded, as nothing says that the next attempt ends otherwise.
  for (int attempt = 0; attempt < 3 && result == ARCHIVE_RETRY; ++attempt) {
    result = archive_read_next_header(handle_, &entry);
  }
  if (result == ARCHIVE_EOF) return nullptr;
  check(result);
  return entry;
}

std::size_t ArchiveHandle::read(std::span<char> buffer) {
  const Utf8Locale locale;
  const la_ssize_t got = archive_read_data(handle_, buffer.data(), buffer.size());
  if (got < 0) fail(static_cast<int>(got));
  return static_cast<std::size_t>(got);
}

/// No exception may cross libarchive, which is C.
la_ssize_t ArchiveHandle::on_read(archive* handle, void* self, const void** block) {
  auto& owner = *static_cast<ArchiveHandle*>(self);
  try {
    *block = owner.block_.data();
    return static_cast<la_ssize_t>(owner.bytes_->read(owner.block_));
  } catch (...) {
    owner.failure_ = std::current_exception();
    archive_set_error(handle, EIO, "the bytes cannot be read");
    return -1;
  }
}

void ArchiveHandle::check(int result) {
  if (result == ARCHIVE_OK || result == ARCHIVE_WARN) return;
  fail(result);
}

void ArchiveHandle::fail(int result) {
  failed_ = failed_ || result == ARCHIVE_FATAL;
  if (failure_) std::rethrow_exception(failure_);
  throw DamagedInput(reason_of(handle_));
}

Utf8Locale::Utf8Locale() : previous_(nullptr) {
  static const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  if (utf8 != nullptr) previous_ = ::uselocale(utf8);
}

Utf8Locale::~Utf8Locale() {
  if (previous_ != nullptr) ::uselocale(static_cast<locale_t>(previous_));
}

}  // namespace news
