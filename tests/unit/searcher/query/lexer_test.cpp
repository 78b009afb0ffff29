// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/lexer.hpp"

#include "news/base/utf8.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

std::string written(const QueryToken& token) {
  using Kind = QueryToken::Kind;
  switch (token.kind) {
    case Kind::word:
      return token.text;
    case Kind::quoted:
      return "[" + token.text + "]";
    case Kind::unclosed:
      return "[" + token.text;
    case Kind::field:
      return std::string(name_of(token.field)) + ":";
    case Kind::minus:
      return "MINUS";
    case Kind::open:
      return "OPEN";
    case Kind::close:
      return "CLOSE";
    case Kind::and_op:
      return "<AND>";
    case Kind::or_op:
      return "<OR>";
    case Kind::not_op:
      return "<NOT>";
    case Kind::near_op:
      return "<NEAR" + std::to_string(token.distance) + ">";
  }
  return "?";
}

/// The tokens of a query with spaces between: quotations in brackets, operators in angles.
std::string tokens(std::string_view query) {
  std::string out;
  for (const QueryToken& token : lex_query(query)) {
    if (!out.empty()) out += " ";
    out += written(token);
  }
  return out;
}

struct Row {
  std::string_view query;
  std::string_view tokens;
};

template <std::size_t N>
void check(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(tokens(row.query) == row.tokens);
  }
}

}  // namespace

TEST_CASE("lexer: white space and control characters divide words") {
  check({
      {"", ""},
      {" \t\r\n ", ""},
      {"ferry\treef\n boat", "ferry reef boat"},
      {std::string_view("ferry\0reef\x1B", 11), "ferry reef"},
      {"f\u00E4hre \u6E21\u8F2A", "f\u00E4hre \u6E21\u8F2A"},
  });
}

TEST_CASE("lexer: operators are whole words in capitals") {
  check({
      {"a AND b OR c NOT d", "a <AND> b <OR> c <NOT> d"},
      {"a and b Or c not d", "a and b Or c not d"},
      {"AND, ANDY SAND", "AND, ANDY SAND"},
      {"a NEAR b", "a <NEAR10> b"},
      {"a NEAR/3 b", "a <NEAR3> b"},
      {"a NEAR/0 b", "a <NEAR0> b"},
      {"a NEAR/4294967295 b", "a <NEAR4294967295> b"},
      {"a NEAR/99999999999999999999 b", "a <NEAR4294967295> b"},
  });
}

TEST_CASE("lexer: a distance that is none makes NEAR a word") {
  check({
      {"NEAR/", "NEAR/"},
      {"NEAR/-1", "NEAR/-1"},
      {"NEAR/5x", "NEAR/5x"},
      {"NEAR5", "NEAR5"},
  });
}

TEST_CASE("lexer: a minus sign is one only right before something") {
  check({
      {"-a", "MINUS a"},
      {"a -b", "a MINUS b"},
      {"a-b", "a-b"},
      {"- a", "- a"},
      {"a -", "a -"},
      {"--a", "--a"},
      {"-(a)", "MINUS OPEN a CLOSE"},
      {"(-)", "OPEN - CLOSE"},
      {"-\"a b\"", "MINUS [a b]"},
      {"-title:a", "MINUS title: a"},
  });
}

TEST_CASE("lexer: quotation marks of many countries") {
  check({
      {"\"a b\"", "[a b]"},
      {"\u201Ca b\u201D", "[a b]"},
      {"\u201Ea b\u201C", "[a b]"},
      {"\u00ABa b\u00BB", "[a b]"},
      {"\u300Ca b\u300D", "[a b]"},
      {"\"\"", "[]"},
      {"\"AND (title:a) -b\"", "[AND (title:a) -b]"},
      {"a\"b c\"d", "a [b c] d"},
      {"\"a b", "[a b"},
      {"a \u201Cb", "a [b"},
      {"\"", "["},
      {"it's", "it's"},
  });
}

TEST_CASE("lexer: a field is a known name right before what it is to hold") {
  check({
      {"title:a", "title: a"},
      {"title:\"a b\"", "title: [a b]"},
      {"title:(a)", "title: OPEN a CLOSE"},
      {"title: a", "title: a"},
      {"title:", "title:"},
      {"(title:)", "OPEN title: CLOSE"},
      {"Title:a", "Title:a"},
      {"colour:a", "colour:a"},
      {"a:b 12:30", "a:b 12:30"},
      {"subtitle:a", "subtitle:a"},
      {"author:a outlet:b section:c topic:d lang:e url:f date:g",
       "author: a outlet: b section: c topic: d lang: e url: f date: g"},
      {"url:https://a.example/b", "url: https://a.example/b"},
      {"title:title:a", "title: title: a"},
  });
  CHECK(lex_query("title: a").front().kind == QueryToken::Kind::word);
  CHECK(lex_query("title:").front().kind == QueryToken::Kind::word);
  CHECK(lex_query("(title:)")[1].kind == QueryToken::Kind::word);
}

TEST_CASE("lexer: ill-formed UTF-8 is repaired") {
  CHECK(tokens("a\xFFz \xE2\x82") == "a\uFFFDz \uFFFD");
  CHECK(tokens("\"\xC0\"") == "[\uFFFD]");
}

TEST_CASE("lexer: any bytes become tokens of well-formed text") {
  static constexpr std::string_view alphabet = "ab:()\"-*/ \t\xE2\x80\x9C\x9D\xC2\xAB\xBB\xFF";
  std::mt19937 random(20051120);
  for (int round = 0; round < 2000; ++round) {
    std::string query(random() % 40, '\0');
    for (char& c : query) c = alphabet[random() % alphabet.size()];
    CAPTURE(query);
    for (const QueryToken& token : lex_query(query)) REQUIRE(utf8::is_valid(token.text));
  }
}

TEST_CASE("lexer: a megabyte of words without a colon is read in one pass") {
  std::string query;
  for (int i = 0; i < 200'000; ++i) query += "word ";
  CHECK(lex_query(query).size() == 200'000);
}
