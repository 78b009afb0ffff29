// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ranking/contestant.hpp"
#include "bench/support/sqlite.hpp"
#include "news/base/utf8.hpp"
#include "news/text/tokenizer.hpp"

#include <vector>

#include <fmt/format.h>

namespace news::bench {

namespace {

void insert_documents(const Collection& collection, sqlite3* database) {
  sqlite::execute(database, fmt::format("CREATE VIRTUAL TABLE articles USING fts5("
                                        "id UNINDEXED, title, body, tokenize = '{}'); BEGIN",
                                        collection.spaceless ? "trigram" : "porter unicode61"));
  const sqlite::Statement insert =
      sqlite::prepare(database, "INSERT INTO articles VALUES (?, ?, ?)");
  for (const Document& document : collection.documents) {
    sqlite::bind(insert.get(), 1, document.id);
    sqlite::bind(insert.get(), 2, document.title);
    sqlite::bind(insert.get(), 3, document.body);
    sqlite::step(insert.get());
    sqlite3_reset(insert.get());
  }
  sqlite::execute(database, "COMMIT");
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
  const sqlite::Database database = sqlite::open(":memory:");
  insert_documents(collection, database.get());
  const sqlite::Statement select = sqlite::prepare(database.get(),
                                                   "SELECT id FROM articles WHERE articles MATCH ? "
                                                   "ORDER BY rank LIMIT ?");
  Run run;
  for (const Topic& topic : collection.topics) {
    const std::string match = match_of(topic.text, collection.spaceless);
    if (match.empty()) continue;
    sqlite::bind(select.get(), 1, match);
    sqlite::bind(select.get(), 2, ranked_depth);
    while (sqlite::step(select.get())) {
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
