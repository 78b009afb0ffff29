// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/options.hpp"
#include "news/cli/exit_code.hpp"

#include <atomic>

namespace news {

/// Does what the options say, prints on standard output and standard error, and returns the exit
/// code. When `stop` becomes true, comes to an orderly end. Throws what is to be reported as
/// failure.
ExitCode run_news_index(const IndexOptions& options, const std::atomic<bool>& stop);

}  // namespace news
