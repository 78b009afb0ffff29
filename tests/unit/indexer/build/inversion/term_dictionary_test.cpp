// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/term_dictionary.hpp"

#include "tests/support/random_text.hpp"

#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// All terms in the order of their numbers' list.
std::vector<std::string> terms(const TermDictionary& dictionary, const std::vector<TermId>& ids) {
  std::vector<std::string> all;
  for (const TermId id : ids) all.emplace_back(dictionary.term(id));
  return all;
}

using Terms = std::map<std::string, TermId>;  // and their numbers

/// The sorted terms are those of the map, each under its number.
void check_same(const TermDictionary& dictionary, const Terms& expected) {
  CHECK(dictionary.size() == expected.size());
  std::vector<std::string> sorted;
  for (const auto& [term, id] : expected) {
    sorted.push_back(term);
    REQUIRE(dictionary.term(id) == term);
  }
  CHECK((terms(dictionary, dictionary.sorted()) == sorted));
}

}  // namespace

TEST_CASE("term dictionary: terms are numbered as they are met") {
  TermDictionary dictionary;
  CHECK(dictionary.intern("", "b") == 0);
  CHECK(dictionary.intern("", "a") == 1);
  CHECK(dictionary.intern("", "b") == 0);
  CHECK(dictionary.intern("Z", "b") == 2);
  CHECK(dictionary.size() == 3);
  CHECK(dictionary.term(2) == "Zb");
}

TEST_CASE("term dictionary: what prefix and word make together is what counts") {
  TermDictionary dictionary;
  const TermId id = dictionary.intern("XID", "17");
  CHECK(dictionary.intern("X", "ID17") == id);
  CHECK(dictionary.intern("XID17", "") == id);
  CHECK(dictionary.intern("", "") != id);
  CHECK(dictionary.size() == 2);
}

TEST_CASE("term dictionary: terms are sorted by their bytes") {
  TermDictionary dictionary;
  for (const char* term : {"b", "a", "abcdefghz", "abcdefgha", "abcdefgh", "\xFF", "\x7F", ""}) {
    dictionary.intern("", term);
  }
  dictionary.intern("", std::string("a\0", 2));
  const std::vector<std::string> expected = {
      "", "a", std::string("a\0", 2), "abcdefgh", "abcdefgha", "abcdefghz", "b", "\x7F", "\xFF"};
  CHECK(terms(dictionary, dictionary.sorted()) == expected);
}

TEST_CASE("term dictionary: without terms there is nothing to sort") {
  CHECK(TermDictionary().sorted().empty());
}

TEST_CASE("term dictionary: many terms keep their numbers while it grows") {
  RandomText random(1);
  TermDictionary dictionary;
  Terms expected;
  for (int i = 0; i < 60'000; ++i) {
    const std::string term = random.below(2) == 0 ? random.bytes(12) : std::to_string(i / 3);
    const auto found = expected.emplace(term, static_cast<TermId>(expected.size())).first;
    const std::size_t cut = random.below(term.size() + 1);
    REQUIRE(dictionary.intern(term.substr(0, cut), term.substr(cut)) == found->second);
  }
  CHECK(expected.size() > 20'000);
  check_same(dictionary, expected);
}

TEST_CASE("term dictionary: a cleared one begins anew") {
  TermDictionary dictionary;
  for (int i = 0; i < 10'000; ++i) dictionary.intern("old", std::to_string(i));
  dictionary.clear();
  CHECK(dictionary.size() == 0);
  CHECK(dictionary.sorted().empty());
  CHECK(dictionary.intern("", "new") == 0);
  CHECK(dictionary.intern("old", "7") == 1);
  check_same(dictionary, {{"new", 0}, {"old7", 1}});
}
