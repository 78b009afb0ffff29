// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/file.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>

namespace news {

/// Makes this process the one that writes to an index, until the result is destroyed. Creates the
/// folder if need be. Waits up to `patience` for another writer, then throws IndexBusy, which says
/// who that is; or Interrupted, when `stop` becomes true meanwhile. Throws FileError.
FileLock lock_index(const std::filesystem::path& index, std::chrono::seconds patience,
                    const std::atomic<bool>* stop = nullptr);

}  // namespace news
