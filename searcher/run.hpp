// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/exit_code.hpp"
#include "searcher/options.hpp"

namespace news {

/// Does what the options say, prints on standard output and standard error, and returns the exit
/// code. Throws what is to be reported as failure.
ExitCode run_news_search(const SearchOptions& options);

}  // namespace news
