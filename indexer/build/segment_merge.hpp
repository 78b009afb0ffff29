// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/index/directory.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace news {

/// Builds one complete segment at `target`, brought to disk, of neighbouring segments, which stay
/// as they are. Documents keep their order and get new numbers. What the newest segment remembers
/// of a source is right, and of what they know of other versions of an article all is.
///
/// The result is checked, so damage to a segment is found and not passed on. As many segments are
/// read at a time as the limit of open files allows. Throws IndexError, FileError, and Interrupted
/// when `stop` becomes true, which is looked at between tables; then something unfinished may lie
/// at `target`.
void merge_segments(const IndexDirectory& index, const std::vector<std::string>& segments,
                    const std::filesystem::path& target, const std::atomic<bool>* stop);

/// Throws FileError if the disk that a folder is on has less room than that.
void require_room(const std::filesystem::path& folder, std::uint64_t bytes);

}  // namespace news
