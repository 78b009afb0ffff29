// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/archives.hpp"

#include <cstddef>
#include <stdexcept>

#include <archive.h>
#include <archive_entry.h>

namespace news::test {

namespace {

/// libarchive's writer into a string.
class Writer {
 public:
  Writer() : handle_(archive_write_new()) {}
  ~Writer() { archive_write_free(handle_); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  archive* get() { return handle_; }

  void open() {
    archive_write_set_bytes_per_block(handle_, 512);
    archive_write_set_bytes_in_last_block(handle_, 1);
    check(archive_write_open2(handle_, &packed_, nullptr, &on_write, nullptr, nullptr));
  }

  void add(const PackedFile& file) {
    archive_entry* entry = archive_entry_new();
    const std::size_t arrow = file.name.find(" -> ");
    archive_entry_set_pathname(entry, file.name.substr(0, arrow).c_str());
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_filetype(entry, file.name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(file.content.size()));
    if (arrow != std::string::npos) {
      archive_entry_set_filetype(entry, AE_IFLNK);
      archive_entry_set_symlink(entry, file.name.substr(arrow + 4).c_str());
    }
    const int result = archive_write_header(handle_, entry);
    archive_entry_free(entry);
    check(result);
    archive_write_data(handle_, file.content.data(), file.content.size());
  }

  std::string close() {
    check(archive_write_close(handle_));
    return packed_;
  }

  void check(int result) {
    if (result < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(handle_));
  }

 private:
  static la_ssize_t on_write(archive* /*handle*/, void* packed, const void* bytes,
                             std::size_t size) {
    static_cast<std::string*>(packed)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
  }

  archive* handle_;
  std::string packed_;
};

std::string written(Writer& writer, const std::vector<PackedFile>& files) {
  writer.open();
  for (const PackedFile& file : files) writer.add(file);
  return writer.close();
}

}  // namespace

std::string archive_of(std::string_view form, const std::vector<PackedFile>& files) {
  Writer writer;
  if (form == "tar") archive_write_set_format_pax_restricted(writer.get());
  if (form == "zip") archive_write_set_format_zip(writer.get());
  if (form == "7z") archive_write_set_format_7zip(writer.get());
  return written(writer, files);
}

std::string encrypted_zip(const std::vector<PackedFile>& files) {
  Writer writer;
  archive_write_set_format_zip(writer.get());
  writer.check(archive_write_set_options(writer.get(), "zip:encryption=zipcrypt"));
  writer.check(archive_write_set_passphrase(writer.get(), "letmein"));
  return written(writer, files);
}

std::string compressed(std::string_view form, std::string_view content) {
  Writer writer;
  archive_write_set_format_raw(writer.get());
  if (form == "gz") archive_write_add_filter_gzip(writer.get());
  if (form == "bz2") archive_write_add_filter_bzip2(writer.get());
  if (form == "xz") archive_write_add_filter_xz(writer.get());
  if (form == "zst") archive_write_add_filter_zstd(writer.get());
  return written(writer, {{"x", std::string(content)}});
}

}  // namespace news::test
