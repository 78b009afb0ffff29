// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/fts5.hpp"

#include "bench/throughput/rows.hpp"
#include "news/base/error.hpp"

#include <memory>

#include <sqlite3.h>

namespace news::bench {

namespace {

constexpr const char* preparations =
    "PRAGMA journal_mode = OFF;"
    "PRAGMA synchronous = OFF;"
    "CREATE VIRTUAL TABLE articles USING fts5(title, body, tokenize = 'porter unicode61');"
    "BEGIN";

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

void expect(int result, int wanted, sqlite3* database) {
  if (result != wanted) throw Error("SQLite", sqlite3_errmsg(database));
}

Database open(const std::filesystem::path& path) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open(path.c_str(), &opened);
  Database database(opened);
  expect(result, SQLITE_OK, opened);
  return database;
}

void execute(sqlite3* database, const char* sql) {
  expect(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK, database);
}

/// Binds a text that outlives the next step: SQLite makes no copy of its own.
void bind(sqlite3_stmt* statement, int column, const std::string& text) {
  expect(sqlite3_bind_text64(statement, column, text.data(), text.size(), nullptr, SQLITE_UTF8),
         SQLITE_OK, sqlite3_db_handle(statement));
}

void insert_rows(sqlite3* database, const std::filesystem::path& rows) {
  sqlite3_stmt* prepared = nullptr;
  expect(sqlite3_prepare_v2(database, "INSERT INTO articles VALUES (?, ?)", -1, &prepared, nullptr),
         SQLITE_OK, database);
  const Statement statement(prepared);
  RowReader reader(rows);
  for (Row row; reader.read(row);) {
    bind(prepared, 1, row.title);
    bind(prepared, 2, row.body);
    expect(sqlite3_step(prepared), SQLITE_DONE, database);
    sqlite3_reset(prepared);
  }
}

}  // namespace

std::string sqlite_version() { return sqlite3_libversion(); }

void build_fts5(const std::filesystem::path& rows, const std::filesystem::path& database_path) {
  const Database database = open(database_path);
  execute(database.get(), preparations);
  insert_rows(database.get(), rows);
  execute(database.get(), "COMMIT");
}

}  // namespace news::bench
