// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/exit_code.hpp"
#include "news/cli/output.hpp"
#include "searcher/options.hpp"

/// What news-search does. Results go to `out`, notes to standard error; what fails is thrown.
namespace news {

/// Shows what each index holds, and how to go on.
ExitCode overview(const SearchOptions& options, Output& out);

/// Answers the queries in the format that the options name: with hits, counts, or both.
ExitCode search(const SearchOptions& options, Output& out);

/// Prints the articles with an id, whole.
ExitCode show(const SearchOptions& options, Output& out);

/// Opens a hit in the browser, and prints what was opened.
ExitCode open_hit(const SearchOptions& options, Output& out);

/// Searches on the whole screen, with a person at the keyboard, until that person leaves.
ExitCode search_interactively(const SearchOptions& options);

/// Lists the values that articles have in a field.
ExitCode list_values(const SearchOptions& options, Output& out);

/// Saved searches: keeps one, answers one with what it has not told yet, lists them, drops one.
ExitCode save_search(const SearchOptions& options, Output& out);
ExitCode ask_saved_search(const SearchOptions& options, Output& out);
ExitCode list_saved_searches(const SearchOptions& options, Output& out);
ExitCode forget_search(const SearchOptions& options, Output& out);

}  // namespace news
