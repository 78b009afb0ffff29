// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/source/byte_stream.hpp"
#include "indexer/source/unpack_budget.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// The forms of archives that are read. RAR is not: what reads it in libarchive has too many holes.
enum class ArchiveForm { tar, zip, seven_zip };

/// How many bytes recognizing takes.
inline constexpr std::size_t archive_head_bytes = 512;

/// The form of archives that begin like `head`. Documents that are zip archives in secret (office
/// files, electronic books) are none.
std::optional<ArchiveForm> recognize_archive(std::string_view head);

/// A regular file in an archive.
struct ArchiveEntry {
  std::string name;    ///< one line of well-formed UTF-8, a label and no path; never empty
  std::string defect;  ///< why its bytes cannot be had; else empty
};

/// Walks the files in an archive, in their order, and reads them as streams. Folders, links and
/// devices are passed over. Nothing is ever written anywhere.
class Archive {
 public:
  /// From a stream. Forms that are read from their end are kept in memory, within the budget's
  /// limit. The budget must outlive the archive.
  Archive(ArchiveForm form, std::unique_ptr<ByteStream> bytes, UnpackBudget& budget);

  /// From a file.
  Archive(ArchiveForm form, const std::string& path, UnpackBudget& budget);
  ~Archive();

  /// The next file; nothing at the end, and for good behind an exception. Throws DamagedInput and
  /// what the stream throws.
  std::optional<ArchiveEntry> next();

  /// The bytes of the file that came last, readable until the next call of next(). Reading throws
  /// like next().
  std::unique_ptr<ByteStream> content();

 private:
  class Impl;
  class Content;
  std::unique_ptr<Impl> impl_;
};

}  // namespace news
