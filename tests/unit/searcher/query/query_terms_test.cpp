// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/query_terms.hpp"

#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

Token token(std::string_view term, std::string_view stem = {}) {
  return {.term = term, .stem = stem};
}

}  // namespace

TEST_CASE("query terms: without any no token is asked for") {
  const QueryTerms terms;
  CHECK(terms.words() == 0);
  CHECK(terms.word_of(token("ferry", "ferri"), Language()) == -1);
  CHECK(terms.word_of(token("17"), Language()) == -1);
}

TEST_CASE("query terms: words are numbered from 0") {
  QueryTerms terms;
  CHECK(terms.add_word() == 0);
  CHECK(terms.add_word() == 1);
  CHECK(terms.words() == 2);
}

TEST_CASE("query terms: a stem stands for all its forms and a term for itself alone") {
  QueryTerms terms;
  terms.add_stem(terms.add_word(), "ferri");
  terms.add_term(terms.add_word(), "boat");
  CHECK(terms.word_of(token("ferry", "ferri"), Language()) == 0);
  CHECK(terms.word_of(token("ferries", "ferri"), Language()) == 0);
  CHECK(terms.word_of(token("ferri"), Language()) == -1);
  CHECK(terms.word_of(token("boat", "boat"), Language()) == 1);
  CHECK(terms.word_of(token("boats", "boat"), Language()) == -1);
}

TEST_CASE("query terms: a word may have several forms") {
  QueryTerms terms;
  const int word = terms.add_word();
  terms.add_stem(word, "nation");
  terms.add_stem(word, "nacion");
  CHECK(terms.word_of(token("nations", "nation"), Language()) == 0);
  CHECK(terms.word_of(token("naciones", "nacion"), Language()) == 0);
}

TEST_CASE("query terms: what is given twice belongs to the first word") {
  QueryTerms terms;
  terms.add_term(terms.add_word(), "boat");
  terms.add_term(terms.add_word(), "boat");
  CHECK(terms.words() == 2);
  CHECK(terms.word_of(token("boat", "boat"), Language()) == 0);
}

TEST_CASE("query terms: a quotation is one word, and its words are none by themselves") {
  QueryTerms terms;
  terms.add_phrase({"public", "inquiry"});
  terms.add_phrase({"ferry"});
  terms.add_phrase({});
  CHECK(terms.words() == 2);
  REQUIRE(terms.phrases().size() == 1);
  CHECK(terms.phrases().begin()->second.word == 0);
  CHECK(terms.word_of(token("public", "public"), Language()) == -1);
  CHECK(terms.word_of(token("ferry", "ferri"), Language()) == 1);
}

TEST_CASE("query terms: all words weigh the same until they are weighed") {
  QueryTerms terms;
  CHECK(terms.weight(terms.add_word()) == 1);
  CHECK(terms.weight(terms.add_word()) == 1);
}

TEST_CASE("query terms: a word weighs as its most common form, a quotation as all its words") {
  QueryTerms terms;
  const int nation = terms.add_word();
  terms.add_stem(nation, "nation");
  terms.add_stem(nation, "nacion");
  terms.add_term(terms.add_word(), "boat");
  terms.add_phrase({"public", "inquiry"});
  terms.add_term(terms.add_word(), "boat");
  const std::map<std::string, double> rarity = {
      {"Znation", 2}, {"Znacion", 5}, {"boat", 3}, {"public", 1}, {"inquiry", 4}};
  terms.weigh([&](const std::string& term) { return rarity.at(term); });
  CHECK(terms.weight(0) == 2);
  CHECK(terms.weight(1) == 3);
  CHECK(terms.weight(2) == 5);
  CHECK(terms.weight(3) == 2);  // has no form of its own, and weighs as the most common word
}

TEST_CASE("query terms: every form can be visited") {
  QueryTerms terms;
  terms.add_stem(terms.add_word(), "ferri");
  terms.add_term(terms.add_word(), "boat");
  terms.add_phrase({"public", "inquiry"});
  std::set<std::string> forms;
  terms.for_each_term([&](std::string_view form) { forms.emplace(form); });
  CHECK(forms == std::set<std::string>{"ferri", "boat", "public", "inquiry"});
}

TEST_CASE("query terms: a stem may be a form of the word in some languages only") {
  QueryTerms terms;
  const Language hungarian = *Language::from_code("hu");
  terms.add_stem(terms.add_word(), "put", {hungarian});
  CHECK(terms.word_of(token("putin", "put"), hungarian) == 0);
  CHECK(terms.word_of(token("put", "put"), *Language::from_code("en")) == -1);
}
