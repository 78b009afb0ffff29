// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/exit_code.hpp"
#include "news/cli/output.hpp"
#include "searcher/options.hpp"

/// What news-search does, a function for each SearchOptions::Action. Results go to `out`, notes to
/// standard error; what fails is thrown.
namespace news {

/// Answers the queries, in the format that the options name.
ExitCode search(const SearchOptions& options, Output& out);

/// Prints how many articles match each query.
ExitCode count(const SearchOptions& options, Output& out);

/// Prints the articles with an id.
ExitCode show(const SearchOptions& options, Output& out);

}  // namespace news
