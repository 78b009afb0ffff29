// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/term_expansion.hpp"

#include "tests/support/vocabulary.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

std::string words(const Expansion& expansion) {
  std::string out;
  for (const std::string& word : expansion.words) out += (out.empty() ? "" : " ") + word;
  return out;
}

const Xapian::Database& harbour() {
  static const Xapian::Database database = vocabulary({
      {"ferries", 1},
      {"ferry", 3},
      {"ferrous", 1},
      {"ferryman", 2},
      {"fern", 1},
      {"berry", 1},
      {"Sferry", 1},
      {"Zferri", 4},
      {"reef", 2},
      {"XOUTLETferry", 1},
      {"f\u00E9", 1},
      {"\u0444\u0435\u0440\u0438", 1},
  });
  return database;
}

std::string beginning(const char* text, const char* prefix = "") {
  return words(TermExpander(harbour()).words_beginning(prefix, text));
}

std::string like(const char* word, unsigned edits, const char* prefix = "") {
  return words(TermExpander(harbour()).words_like(prefix, word, edits));
}

/// Words "w0", "w1", ...
Xapian::Database many_words(unsigned count) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (unsigned i = 0; i < count; ++i) document.add_posting(fmt::format("w{}", i), 1);
  database.add_document(document);
  return database;
}

}  // namespace

TEST_CASE("term expansion: the words that begin so are found, the most frequent first") {
  CHECK(beginning("ferr") == "ferry ferryman ferries ferrous");
  CHECK(beginning("ferry") == "ferry ferryman");
  CHECK(beginning("zeppelin") == "");
  CHECK(beginning("\u0444\u0435") == "\u0444\u0435\u0440\u0438");
}

TEST_CASE("term expansion: words of a field are looked for among its own") {
  CHECK(beginning("fe", "S") == "ferry");
  CHECK(beginning("f", "XOUTLET") == "ferry");
  CHECK(like("fery", 1, "S") == "ferry");
  CHECK(like("fery", 1, "A") == "");
}

TEST_CASE("term expansion: words that are spelled alike") {
  CHECK(like("ferry", 0) == "ferry");
  CHECK(like("fery", 1) == "ferry fern");
  CHECK(like("fery", 2) == "ferry fern");
  CHECK(like("frery", 1) == "ferry");
  CHECK(like("ferryma", 2) == "ferry ferryman");
}

TEST_CASE("term expansion: the first letter is taken to be right") {
  CHECK(like("berry", 1) == "berry");
  CHECK(like("erry", 1) == "");
}

TEST_CASE("term expansion: frequencies of several segments are added up") {
  Xapian::Database both = vocabulary({{"reef", 2}, {"reed", 3}});
  both.add_database(vocabulary({{"reef", 2}, {"reel", 1}}));
  TermExpander expander(both);
  CHECK(words(expander.words_beginning("", "ree")) == "reef reed reel");
  CHECK(words(expander.words_like("", "reeg", 1)) == "reef reed reel");
}

TEST_CASE("term expansion: no more than the limit for one word, and says how many there were") {
  TermExpander expander(many_words(300));
  const Expansion expansion = expander.words_beginning("", "w");
  CHECK(expansion.words.size() == limits::expansion);
  CHECK(expansion.fitting == 300);
  CHECK(expansion.complete);
}

TEST_CASE("term expansion: all expansions of a query together have a limit") {
  TermExpander expander(many_words(300));
  std::size_t taken = 0;
  for (int i = 0; i < 50; ++i) taken += expander.words_beginning("", "w").words.size();
  CHECK(taken == limits::expansions);
}

TEST_CASE("term expansion: so have the words of the index that are looked at") {
  TermExpander expander(many_words(1000));
  for (std::size_t i = 0; i < limits::terms_looked_at / 1000; ++i) {
    REQUIRE(expander.words_beginning("", "w").complete);
  }
  const Expansion expansion = expander.words_beginning("", "w");
  CHECK_FALSE(expansion.complete);
  CHECK(expansion.words.empty());
}

TEST_CASE("term expansion: what ~ allows grows with the word") {
  CHECK(usual_edits("un") == 0);
  CHECK(usual_edits("oil") == 1);
  CHECK(usual_edits("reefs") == 1);
  CHECK(usual_edits("\u0444\u0435\u0440\u0438") == 1);
  CHECK(usual_edits("harbor") == 2);
}
