// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/romanization_automaton.hpp"

#include "news/base/utf8.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

template <typename Automaton>
bool accepts(Automaton automaton, std::string_view word) {
  std::size_t depth = 0;
  bool alive = true;
  for (std::size_t at = 0; at < word.size();) {
    alive &= automaton.step(depth++, utf8::decode(word, at));
  }
  REQUIRE((alive || !automaton.accepts(depth)));
  return automaton.accepts(depth);
}

/// Whether both automata take the words for each other.
bool same_name(std::string_view latin, std::string_view other) {
  const bool there = accepts(FromLatinAutomaton(latin), other);
  REQUIRE(accepts(ToLatinAutomaton(other), latin) == there);
  return there;
}

struct Row {
  std::string_view latin;
  std::string_view other;
};

}  // namespace

TEST_CASE("romanization automaton: names as papers write them") {
  const Row rows[] = {
      {"putin", "\u043F\u0443\u0442\u0438\u043D"},
      {"gorbachev", "\u0433\u043E\u0440\u0431\u0430\u0447\u0435\u0432"},
      {"gorbatschow", "\u0433\u043E\u0440\u0431\u0430\u0447\u0435\u0432"},
      {"khrushchev", "\u0445\u0440\u0443\u0449\u0435\u0432"},
      {"jruschev", "\u0445\u0440\u0443\u0449\u0435\u0432"},
      {"zelensky", "\u0437\u0435\u043B\u0435\u043D\u0441\u043A\u0438\u0439"},
      {"zelenskyy", "\u0437\u0435\u043B\u0435\u043D\u0441\u044C\u043A\u0438\u0439"},
      {"biden", "\u0431\u0430\u0439\u0434\u0435\u043D"},
      {"trump", "\u0442\u0440\u0430\u043C\u043F"},
      {"jordan", "\u0434\u0436\u043E\u0440\u0434\u0430\u043D"},
      {"vucic", "\u0432\u0443\u0447\u0438\u045B"},
      {"tsipras", "\u03C4\u03C3\u03B9\u03C0\u03C1\u03B1\u03C3"},
      {"obama", "\u03BF\u03BC\u03C0\u03B1\u03BC\u03B1"},
      {"netanyahu", "\u05E0\u05EA\u05E0\u05D9\u05D4\u05D5"},
      {"netanyahu", "\u0646\u062A\u0646\u064A\u0627\u0647\u0648"},
      {"muhammad", "\u0645\u062D\u0645\u062F"},
      {"putin", "\u10DE\u10E3\u10E2\u10D8\u10DC\u10D8"},
      {"putin", "\u057A\u0578\u0582\u057F\u056B\u0576"},
      {"obama", "\u30AA\u30D0\u30DE"},
      {"merkel", "\u30E1\u30EB\u30B1\u30EB"},
      {"putin", "\u30D7\u30FC\u30C1\u30F3"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.latin);
    CAPTURE(row.other);
    CHECK(same_name(row.latin, row.other));
  }
}

TEST_CASE("romanization automaton: other words are none of them") {
  const Row rows[] = {
      {"puti", "\u043F\u0443\u0442\u0438\u043D"},
      {"putins", "\u043F\u0443\u0442\u0438\u043D"},
      {"pxtin", "\u043F\u0443\u0442\u0438\u043D"},
      {"putin", "\u043F\u0443\u0442\u0438"},
      {"putin", "\u043F\u0443\u0442\u0438\u043D\u0430"},
      {"", "\u043F"},
      {"putin", "putin"},
      {"putin", ""},
      {"paris", "\u4E2D\u56FD"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.latin);
    CAPTURE(row.other);
    CHECK_FALSE(same_name(row.latin, row.other));
  }
}

TEST_CASE("romanization automaton: a Latin letter may be double") {
  CHECK(same_name("anna", "\u0430\u043D\u0430"));
  CHECK_FALSE(same_name("annna", "\u0430\u043D\u0430"));
}

TEST_CASE("romanization automaton: words beyond the longest are not taken") {
  const std::string latin(longest_romanized + 1, 'a');
  std::string other;
  for (char c : latin) utf8::append(other, c == 'a' ? U'\u0430' : U'\u0431');
  CHECK_FALSE(same_name(latin, other));
  CHECK(same_name(latin.substr(1), other.substr(2)));
}

TEST_CASE("romanization automaton: what Latin words begin with") {
  CHECK(ToLatinAutomaton("\u0449\u0430").first_letters() == "sc");
  CHECK(ToLatinAutomaton("\u044A\u0430").first_letters() == "au");
  CHECK(ToLatinAutomaton("abc").first_letters() == "");
}
