// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/rank/word_weight.hpp"

#include <cmath>
#include <map>
#include <random>

#include <doctest/doctest.h>

using namespace news;

namespace {

struct Entry {
  const char* term;
  Xapian::termcount occurrences;
};

Xapian::WritableDatabase database_of(
    std::initializer_list<std::initializer_list<Entry>> documents) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const auto& entries : documents) {
    Xapian::Document document;
    for (const Entry& entry : entries) document.add_term(entry.term, entry.occurrences);
    database.add_document(document);
  }
  return database;
}

std::map<Xapian::docid, double> scores(const Xapian::Database& database, const Xapian::Query& query,
                                       const RankingProfile& profile = {}) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(WordWeight(profile));
  enquire.set_query(query);
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  std::map<Xapian::docid, double> found;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    found[*match] = match.get_weight();
  }
  return found;
}

}  // namespace

TEST_CASE("word weight: is the formula") {
  const auto database = database_of({{{"ferry", 2}, {"reef", 2}}, {{"reef", 2}}, {{"mole", 6}}});
  const double idf = std::log(1 + (3 - 1 + 0.5) / (1 + 0.5));
  const double expected = idf * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 4 / 4));
  CHECK(WordWeight::idf(3, 1) == doctest::Approx(idf));
  CHECK(scores(database, Xapian::Query("ferry")).at(1) == doctest::Approx(expected));
}

TEST_CASE("word weight: a word that every article has is worth something") {
  CHECK(WordWeight::idf(5, 5) > 0);
  CHECK(WordWeight::idf(5, 4) > WordWeight::idf(5, 5));
  CHECK(WordWeight::idf(0, 0) > 0);
}

TEST_CASE("word weight: a word of a field, which counts 0, is there once") {
  const auto database = database_of({{{"Sferry", 0}, {"a", 4}}, {{"ferry", 1}, {"b", 3}}});
  CHECK(scores(database, Xapian::Query("Sferry")).at(1) ==
        doctest::Approx(scores(database, Xapian::Query("ferry")).at(2)));
}

TEST_CASE("word weight: under the floor length makes no difference") {
  const auto database = database_of({{{"ferry", 1}}, {{"ferry", 1}, {"a", 1}}, {{"b", 40}}});
  const auto free = scores(database, Xapian::Query("ferry"));
  CHECK(free.at(1) > free.at(2));
  const auto floored = scores(database, Xapian::Query("ferry"), {.length_floor = 0.5});
  CHECK(floored.at(1) == doctest::Approx(floored.at(2)));
}

TEST_CASE("word weight: the best are the same whether all or few are asked for") {
  std::mt19937 generator(7);
  const auto random = [&generator](Xapian::termcount most) {
    return std::uniform_int_distribution<Xapian::termcount>(0, most)(generator);
  };
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < 400; ++i) {
    Xapian::Document document;
    for (const char* term : {"a", "b", "c"}) {
      if (random(2) == 0) document.add_term(term, random(8));
    }
    document.add_term("filler", 1 + random(59));
    database.add_document(document);
  }
  const Xapian::Query query(
      Xapian::Query::OP_OR, Xapian::Query("a"),
      Xapian::Query(Xapian::Query::OP_OR, Xapian::Query("b"), Xapian::Query("c")));
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(WordWeight(RankingProfile()));
  enquire.set_query(query);
  const Xapian::MSet all = enquire.get_mset(0, 400);
  const Xapian::MSet few = enquire.get_mset(0, 10);  // bounds let most be passed over
  for (Xapian::doccount i = 0; i < few.size(); ++i) CHECK(*few[i] == *all[i]);
}
