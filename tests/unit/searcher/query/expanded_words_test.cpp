// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/limits.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/translator.hpp"
#include "tests/support/vocabulary.hpp"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;
using namespace news::test;

namespace {

TranslatorSettings settings_for(const Xapian::Database& database) {
  return {.languages = {*Language::parse("en")}, .database = database, .today = {}};
}

TranslatedQuery translated(std::string_view query) {
  static const Xapian::Database database = vocabulary({
      {"vaccine", 3},
      {"vaccines", 2},
      {"vaccinated", 1},
      {"vacant", 1},
      {"Svaccine", 1},
      {"Svaccines", 2},
      {"Ajoan", 1},
      {"Ajohn", 1},
      {"reef", 1},
  });
  return translate_query(parse_query(query).root, settings_for(database));
}

std::string xapian(std::string_view query) {
  const std::string text = translated(query).query.get_description();
  return text.substr(6, text.size() - 7);
}

std::string notes(const TranslatedQuery& query) {
  std::string out;
  for (const std::string& note : query.notes) out += note + "\n";
  return out;
}

struct Row {
  std::string_view query;
  std::string_view xapian;
};

template <std::size_t N>
void check(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(xapian(row.query) == row.xapian);
    CHECK(notes(translated(row.query)).empty());
  }
}

/// Words "w0", "w1", ... and a word for each letter.
Xapian::Database many_words() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (int i = 0; i < 5000; ++i) document.add_posting(fmt::format("w{}", i), 1);
  database.add_document(document);
  return database;
}

}  // namespace

TEST_CASE("expanded words: what begins so, as synonyms") {
  check({
      {"VACCIN*", "(vaccine SYNONYM 0.5 * (vaccines OR vaccinated))"},
      {"reef vaccines*", "(Zreef OR vaccines)"},
      {"title:vacc*", "(Svaccines SYNONYM Svaccine)"},
      {"author:jo* reef", "(Zreef FILTER (Ajoan SYNONYM Ajohn))"},
      {"reef -vaccin*", "(Zreef AND_NOT (vaccine SYNONYM 0.5 * (vaccines OR vaccinated)))"},
      {"**", ""},
  });
}

TEST_CASE("expanded words: what is spelled alike, as synonyms") {
  check({
      {"vacine~1", "vaccine"},
      {"vaccine~1", "(vaccine SYNONYM vaccines)"},
      {"vaccine~2", "(vaccine SYNONYM vaccines)"},
      {"author:john~2", "(Ajoan SYNONYM Ajohn)"},
      {"reef -vacine~1", "(Zreef AND_NOT vaccine)"},
  });
}

TEST_CASE("expanded words: what fits nothing is looked for as it is") {
  check({{"zeppel*", "zeppel"}, {"zeppelin~", "zeppelin"}, {"title:z*", "Sz"}});
}

TEST_CASE("expanded words: near each other") {
  check({
      {"vaccin* NEAR/5 reef", "((vaccine OR vaccines OR vaccinated) NEAR 7 reef)"},
      {"reef NEAR/0 vacine~1", "(reef NEAR 2 vaccine)"},
  });
}

TEST_CASE("expanded words: several words in one are searched without the pattern, and said so") {
  CHECK(xapian("covid-19*") == "((Zcovid OR 19) AND_MAYBE (covid PHRASE 2 19))");
  CHECK(notes(translated("covid-19*")) ==
        "'covid-19*' is several words, so it was searched without *\n");
  CHECK(notes(translated("covid-x~1")) ==
        "'covid-x~1' is several words, so it was searched without ~\n");
}

TEST_CASE("expanded words: a date or language has none") {
  CHECK(xapian("lang:en*") == "Len");
  CHECK(xapian("lang:en~") == "Len");
}

TEST_CASE("expanded words: they are highlighted as one word") {
  const QueryTerms terms = translated("vaccin* reef -vacant~").terms;
  CHECK(terms.words() == 2);
  CHECK(terms.word_of({.term = "vaccine", .stem = "vaccin"}, Language()) == 0);
  CHECK(terms.word_of({.term = "vaccinated", .stem = "vaccin"}, Language()) == 0);
  CHECK(terms.word_of({.term = "reefs", .stem = "reef"}, Language()) == 1);
  CHECK(terms.word_of({.term = "vacant", .stem = "vacant"}, Language()) == -1);
}

TEST_CASE("expanded words: a note says when there are too many") {
  const auto notes_of = [](std::string_view query) {
    return notes(translate_query(parse_query(query).root, settings_for(many_words())));
  };
  CHECK(notes_of("w*") == "'w*' fits 5,000 words; the 100 most frequent were searched\n");
  CHECK(notes_of("w1*") == "'w1*' fits 1,111 words; the 100 most frequent were searched\n");
  CHECK(notes_of("w11~2").starts_with("'w11~2' fits "));
  CHECK(notes_of("w12*").empty() == false);
  CHECK(notes_of("w123*").empty());
  std::string all;
  for (int i = 1; i < 12; ++i) all += fmt::format("w{}* ", i);
  CHECK(notes_of(all).ends_with(
      "'w10*' fits 111 words; the 100 most frequent were searched\n"
      "'w11*' was left out: other words with * or ~ stand for 1,000 words already\n"));
}
