// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/fts5.hpp"

#include "bench/support/sqlite.hpp"
#include "bench/throughput/rows.hpp"

#include <chrono>

#include <fmt/format.h>

namespace news::bench {

namespace {

constexpr const char* preparations =
    "PRAGMA journal_mode = OFF;"
    "PRAGMA synchronous = OFF;"
    "CREATE VIRTUAL TABLE articles USING fts5(title, body, tokenize = 'porter unicode61');"
    "BEGIN";

void insert_rows(sqlite3* database, const std::filesystem::path& rows) {
  const sqlite::Statement statement =
      sqlite::prepare(database, "INSERT INTO articles VALUES (?, ?)");
  RowReader reader(rows);
  for (Row row; reader.read(row);) {
    sqlite::bind(statement.get(), 1, row.title);
    sqlite::bind(statement.get(), 2, row.body);
    sqlite::step(statement.get());
    sqlite3_reset(statement.get());
  }
}

/// Reads the rows of an answer to the last.
void ask(sqlite3* database, const std::string& question) {
  const sqlite::Statement statement = sqlite::prepare(database, fts5_select("?"));
  sqlite::bind(statement.get(), 1, question);
  while (sqlite::step(statement.get())) {
    for (int column = 0; column < sqlite3_column_count(statement.get()); ++column) {
      sqlite3_column_text(statement.get(), column);
    }
  }
}

}  // namespace

std::string sqlite_version() { return sqlite3_libversion(); }

void build_fts5(const std::filesystem::path& rows, const std::filesystem::path& database_path) {
  const sqlite::Database database = sqlite::open(database_path);
  sqlite::execute(database.get(), preparations);
  insert_rows(database.get(), rows);
  sqlite::execute(database.get(), "COMMIT");
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
  const sqlite::Database database = sqlite::open(database_path);
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
