// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace news::bench {

/// The version of SQLite that this program was built with; empty if without one.
std::string sqlite_version();

/// Builds an FTS5 table `articles(title, body)` that stores its content, the fastest way that loses
/// nothing but safety from crashes: no journal, no fsync, one transaction, one prepared statement.
/// Throws Error.
void build_fts5(const std::filesystem::path& rows, const std::filesystem::path& database);

/// Ten hits by BM25 with a passage each, as news-search shows them; `match` is a question in FTS5's
/// language, quoted for SQL or a parameter ("?").
std::string fts5_select(const std::string& match);

/// Asks the questions one after the other, and gives the seconds that each took: from preparing the
/// statement to its last row. 0 for an empty question. Throws Error.
std::vector<double> seconds_of_fts5(const std::filesystem::path& database,
                                    const std::vector<std::string>& questions);

}  // namespace news::bench
