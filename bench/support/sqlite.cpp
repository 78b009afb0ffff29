// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/support/sqlite.hpp"

#include "news/base/error.hpp"

namespace news::bench::sqlite {

namespace {

void expect(int result, int wanted, sqlite3* database) {
  if (result != wanted) throw Error("SQLite", sqlite3_errmsg(database));
}

}  // namespace

Database open(const std::string& path) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open(path.c_str(), &opened);
  Database database(opened);
  expect(result, SQLITE_OK, opened);
  return database;
}

void execute(sqlite3* database, const std::string& sql) {
  expect(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK, database);
}

Statement prepare(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* prepared = nullptr;
  expect(sqlite3_prepare_v2(database, sql.c_str(), -1, &prepared, nullptr), SQLITE_OK, database);
  return Statement(prepared);
}

void bind(sqlite3_stmt* statement, int column, const std::string& text) {
  expect(sqlite3_bind_text64(statement, column, text.data(), text.size(), nullptr, SQLITE_UTF8),
         SQLITE_OK, sqlite3_db_handle(statement));
}

void bind(sqlite3_stmt* statement, int column, sqlite3_int64 number) {
  expect(sqlite3_bind_int64(statement, column, number), SQLITE_OK, sqlite3_db_handle(statement));
}

bool step(sqlite3_stmt* statement) {
  const int result = sqlite3_step(statement);
  if (result != SQLITE_ROW) expect(result, SQLITE_DONE, sqlite3_db_handle(statement));
  return result == SQLITE_ROW;
}

}  // namespace news::bench::sqlite
