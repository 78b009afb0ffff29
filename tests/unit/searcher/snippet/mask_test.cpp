// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/mask.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace news;

namespace {

std::string masked(std::string_view text, std::string_view language = "en") {
  QueryTerms terms;
  terms.add_stem(terms.add_word(), "ferri");
  terms.add_term(terms.add_word(), "us");
  terms.add_term(terms.add_word(), "cat");
  terms.add_term(terms.add_word(), "cot");
  terms.add_phrase({"mole", "end"});
  std::string buffer;
  return std::string(mask_other_words(text, *Language::parse(language), terms, buffer));
}

}  // namespace

TEST_CASE("snippet mask: words that begin otherwise are crossed out, in their places") {
  CHECK(masked("The Ferries at sea") == "0   Ferries 0  0  ");
  CHECK(masked("fear fans") == "fear 0   ");
  CHECK(masked("more of the end") == "more 0  0   end");
  CHECK(masked("cat\ncot") == "cat cot");
}

TEST_CASE("snippet mask: what may hold a word of the query stays as it is") {
  for (const char* text :
       {"non-ferry", "U.S.", "(ferry)", "l'oc\u00E9an", "\u00AB", "\u6E21\u8F2A"}) {
    CAPTURE(text);
    CHECK(masked(text) == text);
  }
}

TEST_CASE("snippet mask: what is no word leaves nothing") {
  CHECK(masked("ferry - ...") == "ferry      ");
  CHECK(masked("") == "");
}

TEST_CASE("snippet mask: a language that changes how words begin is left alone") {
  CHECK(masked("the sea", "ar") == "the sea");
  CHECK(masked("the sea", "ga") == "the sea");
}

TEST_CASE("snippet mask: so is a text in which numbers are looked for") {
  QueryTerms terms;
  terms.add_term(terms.add_word(), "1000");
  std::string buffer;
  CHECK(mask_other_words("the 1,000", *Language::parse("en"), terms, buffer) == "the 1,000");
}
