// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/fts5.hpp"

#include "bench/throughput/rows.hpp"
#include "news/base/error.hpp"

#include <chrono>
#include <memory>

#include <fmt/format.h>
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

Statement prepare(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* prepared = nullptr;
  expect(sqlite3_prepare_v2(database, sql.c_str(), -1, &prepared, nullptr), SQLITE_OK, database);
  return Statement(prepared);
}

/// Binds a text that outlives the next step: SQLite makes no copy of its own.
void bind(sqlite3_stmt* statement, int column, const std::string& text) {
  expect(sqlite3_bind_text64(statement, column, text.data(), text.size(), nullptr, SQLITE_UTF8),
         SQLITE_OK, sqlite3_db_handle(statement));
}

void insert_rows(sqlite3* database, const std::filesystem::path& rows) {
  const Statement statement = prepare(database, "INSERT INTO articles VALUES (?, ?)");
  RowReader reader(rows);
  for (Row row; reader.read(row);) {
    bind(statement.get(), 1, row.title);
    bind(statement.get(), 2, row.body);
    expect(sqlite3_step(statement.get()), SQLITE_DONE, database);
    sqlite3_reset(statement.get());
  }
}

/// Reads the rows of an answer to the last.
void ask(sqlite3* database, const std::string& question) {
  const Statement statement = prepare(database, fts5_select("?"));
  bind(statement.get(), 1, question);
  int result = sqlite3_step(statement.get());
  for (; result == SQLITE_ROW; result = sqlite3_step(statement.get())) {
    for (int column = 0; column < sqlite3_column_count(statement.get()); ++column) {
      sqlite3_column_text(statement.get(), column);
    }
  }
  expect(result, SQLITE_DONE, database);
}

}  // namespace

std::string sqlite_version() { return sqlite3_libversion(); }

void build_fts5(const std::filesystem::path& rows, const std::filesystem::path& database_path) {
  const Database database = open(database_path);
  execute(database.get(), preparations);
  insert_rows(database.get(), rows);
  execute(database.get(), "COMMIT");
}

std::string fts5_select(const std::string& match) {
  return fmt::format(
      "SELECT rowid, bm25(articles), title, snippet(articles, 1, '', '', '...', 32) "
      "FROM articles WHERE articles MATCH {} ORDER BY rank LIMIT 10",
      match);
}

std::vector<double> seconds_of_fts5(const std::filesystem::path& database_path,
                                    const std::vector<std::string>& questions) {
  using Clock = std::chrono::steady_clock;
  const Database database = open(database_path);
  std::vector<double> seconds;
  for (const std::string& question : questions) {
    const auto start = Clock::now();
    if (!question.empty()) ask(database.get(), question);
    seconds.push_back(
        question.empty() ? 0 : std::chrono::duration<double>(Clock::now() - start).count());
  }
  return seconds;
}

}  // namespace news::bench
