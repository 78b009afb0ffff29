// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ranking/contestant.hpp"
#include "news/base/error.hpp"
#include "news/base/utf8.hpp"
#include "news/text/tokenizer.hpp"

#include <memory>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

namespace news::bench {

namespace {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

Database open_in_memory() {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open(":memory:", &opened);
  Database database(opened);
  if (result != SQLITE_OK) throw Error("SQLite", sqlite3_errmsg(opened));
  return database;
}

void execute(sqlite3* database, const std::string& sql) {
  if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw Error("SQLite", sqlite3_errmsg(database));
  }
}

Statement prepare(sqlite3* database, const char* sql) {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(database, sql, -1, &prepared, nullptr) != SQLITE_OK) {
    throw Error("SQLite", sqlite3_errmsg(database));
  }
  return Statement(prepared);
}

/// Binds a text that outlives the next step.
void bind(sqlite3_stmt* statement, int column, const std::string& text) {
  sqlite3_bind_text64(statement, column, text.data(), text.size(), nullptr, SQLITE_UTF8);
}

/// One step; whether there is a row.
bool step(sqlite3* database, sqlite3_stmt* statement) {
  const int result = sqlite3_step(statement);
  if (result != SQLITE_ROW && result != SQLITE_DONE) {
    throw Error("SQLite", sqlite3_errmsg(database));
  }
  return result == SQLITE_ROW;
}

void insert_documents(const Collection& collection, sqlite3* database) {
  execute(database, fmt::format("CREATE VIRTUAL TABLE articles USING fts5("
                                "id UNINDEXED, title, body, tokenize = '{}'); BEGIN",
                                collection.spaceless ? "trigram" : "porter unicode61"));
  const Statement insert = prepare(database, "INSERT INTO articles VALUES (?, ?, ?)");
  for (const Document& document : collection.documents) {
    bind(insert.get(), 1, document.id);
    bind(insert.get(), 2, document.title);
    bind(insert.get(), 3, document.body);
    step(database, insert.get());
    sqlite3_reset(insert.get());
  }
  execute(database, "COMMIT");
}

/// All sequences of three characters, which is what the trigram tokenizer indexes.
std::vector<std::string> trigrams_of(const std::string& text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); utf8::decode(text, at)) starts.push_back(at);
  starts.push_back(text.size());
  std::vector<std::string> trigrams;
  for (std::size_t i = 3; i < starts.size(); ++i) {
    trigrams.push_back(text.substr(starts[i - 3], starts[i] - starts[i - 3]));
  }
  return trigrams;
}

/// Any of the words, each quoted, so that nothing in it is syntax.
std::string match_of(const std::string& text, bool spaceless) {
  std::vector<std::string> words;
  if (spaceless) {
    words = trigrams_of(text);
  } else {
    Tokenizer tokenizer;
    for (const Word& word : tokenizer.tokenize(text)) {
      words.push_back(text.substr(word.begin, word.end - word.begin));
    }
  }
  std::string match;
  for (const std::string& word : words) {
    match += match.empty() ? "\"" : " OR \"";
    for (const char c : word) match += c == '"' ? std::string(2, c) : std::string(1, c);
    match += '"';
  }
  return match;
}

Run run_fts5(const Collection& collection, const std::filesystem::path& /*work*/) {
  const Database database = open_in_memory();
  insert_documents(collection, database.get());
  const Statement select = prepare(database.get(),
                                   "SELECT id FROM articles WHERE articles MATCH ? "
                                   "ORDER BY rank LIMIT ?");
  Run run;
  for (const Topic& topic : collection.topics) {
    const std::string match = match_of(topic.text, collection.spaceless);
    if (match.empty()) continue;
    bind(select.get(), 1, match);
    sqlite3_bind_int64(select.get(), 2, ranked_depth);
    while (step(database.get(), select.get())) {
      run[topic.id].emplace_back(
          reinterpret_cast<const char*>(sqlite3_column_text(select.get(), 0)));
    }
    sqlite3_reset(select.get());
  }
  return run;
}

}  // namespace

RankingContestant fts5_contestant() { return {"SQLite FTS5", run_fts5}; }

}  // namespace news::bench
