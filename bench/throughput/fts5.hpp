// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace news::bench {

/// The version of SQLite that this program was built with; empty if without one.
std::string sqlite_version();

/// Builds an FTS5 table `articles(title, body)` that stores its content, the fastest way that loses
/// nothing but safety from crashes: no journal, no fsync, one transaction, one prepared statement.
/// Throws Error.
void build_fts5(const std::filesystem::path& rows, const std::filesystem::path& database);

}  // namespace news::bench
