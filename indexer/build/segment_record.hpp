// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace news {

/// What is written down of a segment beside its tables, which know no checksums themselves: how
/// large it was when it was made, so that it is seen how much of it is left, and a checksum of each
/// of its files, so that damage is seen whatever it hits.
struct SegmentRecord {
  std::uint64_t articles_when_made = 0;
  std::uint64_t bytes_when_made = 0;
  /// "size digest" by file; empty while the segment is being changed, and for a large one that was.
  std::map<std::string, std::string> files;
};

/// Nothing if there is none. Throws IndexError if it is damaged.
std::optional<SegmentRecord> read_segment_record(const std::filesystem::path& segment);

/// Writes down what there is, for a segment that is complete and on disk. Reads all of it. Throws
/// FileError, IndexError.
void record_segment(const std::filesystem::path& segment);

/// Called before tables are changed: finds out that they are as they were written, so that damage
/// does not get a checksum, and takes the checksums back. Throws IndexError, FileError.
void begin_change(const std::filesystem::path& segment);

/// Called when the change is on disk. Where reading all of a segment for a few articles that went
/// would take long, it stays without checksums until it is merged.
void end_change(const std::filesystem::path& segment);

/// What of a segment is not as it was written, for people; empty for one that is or that has no
/// checksums. Throws IndexError if the record itself is damaged.
std::vector<std::string> changed_files(const std::filesystem::path& segment);

}  // namespace news
