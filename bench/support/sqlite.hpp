// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <sqlite3.h>

/// SQLite's handles, closed when they go, and its errors as exceptions. Every function throws Error
/// with what SQLite says. Only where the build has SQLite.
namespace news::bench::sqlite {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// Opens a file, which is made if there is none, or ":memory:".
Database open(const std::string& path);

void execute(sqlite3* database, const std::string& sql);

/// Must not outlive the database.
Statement prepare(sqlite3* database, const std::string& sql);

/// Binds a text that outlives the next step: SQLite makes no copy of its own.
void bind(sqlite3_stmt* statement, int column, const std::string& text);
void bind(sqlite3_stmt* statement, int column, sqlite3_int64 number);

/// One step; whether it gave a row.
bool step(sqlite3_stmt* statement);

}  // namespace news::bench::sqlite
