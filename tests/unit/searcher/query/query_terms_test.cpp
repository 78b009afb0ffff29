// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/query_terms.hpp"

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
  CHECK(terms.word_of(token("ferry", "ferri")) == -1);
  CHECK(terms.word_of(token("17")) == -1);
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
  CHECK(terms.word_of(token("ferry", "ferri")) == 0);
  CHECK(terms.word_of(token("ferries", "ferri")) == 0);
  CHECK(terms.word_of(token("ferri")) == -1);
  CHECK(terms.word_of(token("boat", "boat")) == 1);
  CHECK(terms.word_of(token("boats", "boat")) == -1);
}

TEST_CASE("query terms: a word may have several forms") {
  QueryTerms terms;
  const int word = terms.add_word();
  terms.add_stem(word, "nation");
  terms.add_stem(word, "nacion");
  CHECK(terms.word_of(token("nations", "nation")) == 0);
  CHECK(terms.word_of(token("naciones", "nacion")) == 0);
}

TEST_CASE("query terms: what is given twice belongs to the first word") {
  QueryTerms terms;
  terms.add_term(terms.add_word(), "boat");
  terms.add_term(terms.add_word(), "boat");
  CHECK(terms.words() == 2);
  CHECK(terms.word_of(token("boat", "boat")) == 0);
}
