// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/archive.hpp"

#include "indexer/source/archive_handle.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/encoding.hpp"
#include "news/text/printable.hpp"

#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include <archive_entry.h>
#include <fmt/format.h>

namespace news {

namespace {

/// More of a name serves nobody; it is part of every article's origin.
constexpr std::size_t max_name_bytes = 512;

/// The checksum of a tar header is the sum of its bytes, with spaces in its own place.
bool is_tar(std::string_view head) {
  constexpr std::size_t header_bytes = 512;
  constexpr std::size_t sum_at = 148;
  constexpr std::size_t sum_bytes = 8;
  if (head.size() < header_bytes || head.front() == '\0') return false;
  const std::string_view field = ascii::trim(head.substr(sum_at, sum_bytes - 2));
  unsigned stated = 0;
  const auto parsed = std::from_chars(field.data(), field.data() + field.size(), stated, 8);
  if (parsed.ec != std::errc() || field.empty()) return false;
  unsigned sum = sum_bytes * ' ';
  for (std::size_t i = 0; i < header_bytes; ++i) {
    if (i < sum_at || i >= sum_at + sum_bytes) sum += static_cast<unsigned char>(head[i]);
  }
  return sum == stated;
}

/// Office documents and electronic books begin with a file that says so.
bool is_document(std::string_view zip_head) {
  constexpr std::size_t name_at = 30;
  if (zip_head.size() <= name_at) return false;
  const std::string_view name = zip_head.substr(name_at);
  return name.starts_with("mimetype") || name.starts_with("[Content_Types].xml");
}

std::string name_of(archive_entry* entry) {
  const Utf8Locale locale;
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  const std::string text = name == nullptr ? "" : printable(decode_text(name).text);
  return text.empty() ? "(no name)" : std::string(utf8::truncate(text, max_name_bytes));
}

/// All of a stream, if it is not too long to be kept.
std::string kept(ByteStream& bytes, std::size_t max_bytes) {
  std::string all;
  std::vector<char> buffer(std::size_t{256} * 1024);
  while (const std::size_t got = bytes.read(buffer)) {
    all.append(buffer.data(), got);
    if (all.size() > max_bytes) {
      throw DamagedInput(fmt::format(
          "longer than {} MiB, and of a form that cannot be read as a stream", max_bytes >> 20U));
    }
  }
  return all;
}

}  // namespace

class Archive::Impl {
 public:
  Impl(ArchiveForm form, std::unique_ptr<ByteStream> bytes, UnpackBudget& budget)
      : form_(form), bytes_(std::move(bytes)), budget_(budget) {}
  Impl(ArchiveForm form, std::string path, UnpackBudget& budget)
      : form_(form), path_(std::move(path)), budget_(budget) {}

  std::optional<ArchiveEntry> next() {
    if (ended_) return std::nullopt;
    ended_ = true;  // unless all goes well
    if (!std::exchange(open_, true)) open();
    drain();
    while (archive_entry* entry = handle_.next_entry()) {
      if (archive_entry_filetype(entry) != AE_IFREG) continue;
      if (archive_entry_hardlink(entry) != nullptr) continue;
      ArchiveEntry found{name_of(entry), {}};
      if (archive_entry_is_encrypted(entry) != 0) found.defect = "encrypted";
      readable_ = found.defect.empty();
      ended_ = false;
      return found;
    }
    return std::nullopt;
  }

  std::size_t read(std::span<char> buffer) {
    if (!readable_) return 0;
    try {
      const std::size_t got = handle_.read(buffer);
      budget_.add_unpacked(got);
      readable_ = got > 0;
      return got;
    } catch (...) {
      readable_ = false;
      ended_ = ended_ || handle_.failed();
      throw;
    }
  }

 private:
  void open() {
    archive* handle = handle_.get();
    if (form_ == ArchiveForm::tar) archive_read_support_format_tar(handle);
    if (form_ == ArchiveForm::zip) archive_read_support_format_zip(handle);
    if (form_ == ArchiveForm::seven_zip) archive_read_support_format_7zip(handle);
    if (!path_.empty()) {
      handle_.open_file(path_);
    } else if (form_ == ArchiveForm::seven_zip) {
      handle_.open_memory(kept(*std::exchange(bytes_, nullptr), budget_.limits().max_kept_bytes));
    } else {
      handle_.open_stream(std::move(bytes_));
    }
  }

  /// Where the next file can only be reached by unpacking this one, what is unpacked counts.
  void drain() {
    if (form_ == ArchiveForm::tar || !readable_) return;
    if (form_ == ArchiveForm::zip && !path_.empty()) return;
    std::array<char, std::size_t{64} * 1024> buffer;
    try {
      while (read(buffer) > 0) {
      }
    } catch (const DamagedInput&) {
      if (handle_.failed() || budget_.exhausted()) throw;
    }
  }

  ArchiveForm form_;
  std::unique_ptr<ByteStream> bytes_;
  std::string path_;
  UnpackBudget& budget_;
  ArchiveHandle handle_;
  bool open_ = false;
  bool ended_ = false;
  bool readable_ = false;  ///< there may be more of the last file
};

/// A file in an archive; once it is damaged it stays so.
class Archive::Content : public ByteStream {
 public:
  explicit Content(Impl& archive) : archive_(archive) {}

  std::size_t read(std::span<char> buffer) override {
    if (!damage_.empty()) throw DamagedInput(damage_);
    try {
      return archive_.read(buffer);
    } catch (const DamagedInput& error) {
      damage_ = error.what();
      throw;
    }
  }

 private:
  Impl& archive_;
  std::string damage_;
};

Archive::Archive(ArchiveForm form, std::unique_ptr<ByteStream> bytes, UnpackBudget& budget)
    : impl_(std::make_unique<Impl>(form, std::move(bytes), budget)) {}

Archive::Archive(ArchiveForm form, const std::string& path, UnpackBudget& budget)
    : impl_(std::make_unique<Impl>(form, path, budget)) {}

Archive::~Archive() = default;

std::optional<ArchiveEntry> Archive::next() { return impl_->next(); }

std::unique_ptr<ByteStream> Archive::content() { return std::make_unique<Content>(*impl_); }

std::optional<ArchiveForm> recognize_archive(std::string_view head) {
  if (head.starts_with("7z\xBC\xAF\x27\x1C")) return ArchiveForm::seven_zip;
  if (head.starts_with("PK\x05\x06")) return ArchiveForm::zip;
  if (head.starts_with("PK\x03\x04") && !is_document(head)) return ArchiveForm::zip;
  if (is_tar(head)) return ArchiveForm::tar;
  return std::nullopt;
}

}  // namespace news
