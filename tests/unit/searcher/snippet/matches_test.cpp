// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/matches.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace news;

namespace {

/// "0:ferry 1:public inquiry"
std::string found(std::string_view text, const QueryTerms& terms) {
  std::string out;
  for (const Match& match : MatchFinder().find(text, *Language::parse("en"), terms)) {
    out += fmt::format("{}{}:{}", out.empty() ? "" : " ", match.word, match.range.in(text));
  }
  return out;
}

}  // namespace

TEST_CASE("snippet matches: words in order, each with its number") {
  QueryTerms terms;
  terms.add_stem(terms.add_word(), "ferri");
  terms.add_term(terms.add_word(), "reef");
  CHECK(found("Reef, ferries and a ferry; reefs.", terms) == "1:Reef 0:ferries 0:ferry");
  CHECK(found("", terms) == "");
  CHECK(found("Reef", QueryTerms()) == "");
}

TEST_CASE("snippet matches: a quotation is found where its words follow each other") {
  QueryTerms terms;
  terms.add_phrase({"public", "inquiry"});
  CHECK(found("A public-inquiry, a public inquiry.", terms) == "0:public-inquiry 0:public inquiry");
  CHECK(found("A public\u2019s inquiry", terms) == "0:public\u2019s inquiry");
  CHECK(found("A public - inquiry", terms) == "0:public - inquiry");
  CHECK(found("A public new inquiry, inquiry public", terms) == "");
  CHECK(found("Public", terms) == "");
}

TEST_CASE("snippet matches: of two quotations the longer one") {
  QueryTerms terms;
  terms.add_phrase({"public", "inquiry"});
  terms.add_phrase({"public", "inquiry", "now"});
  terms.add_term(terms.add_word(), "now");
  CHECK(found("A public inquiry now, then a public inquiry, then now.", terms) ==
        "1:public inquiry now 0:public inquiry 2:now");
}
