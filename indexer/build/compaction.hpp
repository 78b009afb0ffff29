// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>

namespace news {

/// Merges the live segments of an index into one and publishes it; space of deleted articles is
/// freed. Readers are not disturbed, and a crash leaves the old segments live. Returns how many
/// segments were merged: less than two are left alone. Throws IndexError, IndexBusy, FileError.
/// Waiting for another writer ends with Interrupted when `stop` becomes true.
std::size_t compact_index(const std::filesystem::path& folder, std::chrono::seconds patience,
                          const std::atomic<bool>* stop = nullptr);

}  // namespace news
