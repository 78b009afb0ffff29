// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/segment_record.hpp"

#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/base/hash.hpp"
#include "news/base/seal.hpp"
#include "news/index/open.hpp"
#include "news/index/schema.hpp"

#include <cerrno>
#include <sstream>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

namespace news {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view articles_word = "articles";
constexpr std::string_view bytes_word = "bytes";
constexpr std::string_view file_word = schema::record_file_word;

/// Hashed in some tens of milliseconds.
constexpr std::uint64_t most_rehashed_bytes = std::uint64_t{64} << 20U;

/// "size digest" of a file.
std::string sum_of(const fs::path& file) {
  const FileDescriptor fd = open_or_throw(file, O_RDONLY, "open");
  Hasher hasher;
  std::uint64_t size = 0;
  std::string buffer(std::size_t{256} * 1024, '\0');
  while (true) {
    const ssize_t got = ::read(fd.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_file_error(file, "read");
    if (got == 0) return fmt::format("{} {}", size, hasher.digest());
    size += static_cast<std::uint64_t>(got);
    hasher.update({buffer.data(), static_cast<std::size_t>(got)});
  }
}

/// Xapian's files of a segment, with their sizes.
std::map<std::string, std::uint64_t> tables_of(const fs::path& segment) {
  std::map<std::string, std::uint64_t> tables;
  std::error_code error;
  for (fs::directory_iterator entry(segment, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.ends_with(".glass") || name == "iamglass") tables[name] = entry->file_size();
  }
  if (error) {
    errno = error.value();
    throw_file_error(segment, "list");
  }
  return tables;
}

std::uint64_t bytes_of(const fs::path& segment) {
  std::uint64_t bytes = 0;
  for (const auto& [name, size] : tables_of(segment)) bytes += size;
  return bytes;
}

std::uint64_t articles_in(const fs::path& segment) {
  try {
    return Xapian::Database(segment.string(), Xapian::DB_OPEN).get_doccount();
  } catch (const Xapian::Error& error) {
    throw index_error(segment, error);
  }
}

std::map<std::string, std::string> sums_of(const fs::path& segment) {
  std::map<std::string, std::string> sums;
  for (const auto& [name, size] : tables_of(segment)) sums[name] = sum_of(segment / name);
  return sums;
}

void write_record(const fs::path& segment, const SegmentRecord& record) {
  std::string text = fmt::format("{} {}\n{} {}\n", articles_word, record.articles_when_made,
                                 bytes_word, record.bytes_when_made);
  for (const auto& [name, sum] : record.files)
    text += fmt::format("{} {} {}\n", file_word, name, sum);
  replace_file(segment / schema::record_file, sealed(text));
}

IndexError damaged_record(const fs::path& segment) {
  return {(segment / schema::record_file).string(), "is damaged: it is not as it was written",
          std::string(repair_remedy)};
}

}  // namespace

std::optional<SegmentRecord> read_segment_record(const fs::path& segment) {
  const auto text = read_file(segment / schema::record_file);
  if (!text) return std::nullopt;
  if (seal_of(*text) != Seal::whole) throw damaged_record(segment);
  SegmentRecord record;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string word;
    words >> word;
    if (word == articles_word) words >> record.articles_when_made;
    if (word == bytes_word) words >> record.bytes_when_made;
    if (word != file_word) continue;
    std::string name;
    std::string size;
    std::string digest;
    words >> name >> size >> digest;
    record.files[name] = size + " " + digest;
  }
  return record;
}

void record_segment(const fs::path& segment) {
  write_record(segment, {.articles_when_made = articles_in(segment),
                         .bytes_when_made = bytes_of(segment),
                         .files = sums_of(segment)});
}

void begin_change(const fs::path& segment) {
  auto record = read_segment_record(segment);
  if (!record || record->files.empty()) return;
  if (bytes_of(segment) < most_rehashed_bytes) {
    const std::vector<std::string> changed = changed_files(segment);
    if (!changed.empty()) {
      throw IndexError(segment.string(), "is damaged: " + changed.front(),
                       std::string(repair_remedy));
    }
  }
  record->files.clear();
  write_record(segment, *record);
}

void end_change(const fs::path& segment) {
  auto record = read_segment_record(segment);
  if (!record || bytes_of(segment) >= most_rehashed_bytes) return;
  record->files = sums_of(segment);
  write_record(segment, *record);
}

std::vector<std::string> changed_files(const fs::path& segment) {
  std::vector<std::string> changed;
  const auto record = read_segment_record(segment);
  if (!record) return changed;
  for (const auto& [name, sum] : record->files) {
    std::error_code error;
    if (!fs::exists(segment / name, error)) {
      changed.push_back(name + " is missing");
    } else if (sum_of(segment / name) != sum) {
      changed.push_back(name + " is not as it was written");
    }
  }
  return changed;
}

}  // namespace news
