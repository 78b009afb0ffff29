// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/parser.hpp"

#include "news/base/utf8.hpp"
#include "searcher/query/limits.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

struct Row {
  std::string_view query;
  std::string_view tree;
};

template <std::size_t N>
void check(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    CAPTURE(row.query);
    const ParsedQuery parsed = parse_query(row.query);
    CHECK(to_text(parsed.root) == row.tree);
    CHECK(parsed.notes.empty());
    CHECK(parsed.fits_grammar);
  }
}

struct BadRow {
  std::string_view query;
  std::string_view words;
  std::string_view what;
};

std::string times(int count, std::string_view text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

std::string notes(std::string_view query) {
  std::string out;
  for (const std::string& note : parse_query(query).notes) out += (out.empty() ? "" : "\n") + note;
  return out;
}

/// Every text in a tree, in order, to look into.
void collect_texts(const QueryNode& node, std::string& out) {
  out += node.text;
  for (const QueryNode& child : node.children) collect_texts(child, out);
}

/// What holds for every query.
void check_sound(const std::string& query) {
  CAPTURE(query);
  const ParsedQuery parsed = parse_query(query);
  const std::string read_as = to_text(parsed.root);
  std::string texts;
  collect_texts(parsed.root, texts);
  REQUIRE(utf8::is_valid(texts));
  REQUIRE(utf8::is_valid(read_as));
  if (parsed.fits_grammar) REQUIRE(parse_query(read_as).root == parsed.root);
}

}  // namespace

TEST_CASE("parser: words and quotations") {
  check({
      {"", ""},
      {"   ", ""},
      {"ferry", "ferry"},
      {"ferry inquiry", "ferry inquiry"},
      {"\"public inquiry\"", "\"public inquiry\""},
      {"\u201Cpublic inquiry\u201D", "\"public inquiry\""},
      {"ferry \"public inquiry\" reef", "ferry \"public inquiry\" reef"},
      {"\u201Cpublic \"inquiry\u201D", "\"public  inquiry\""},
      {"vaccin*", "vaccin*"},
      {"* a*b", "* a*b"},
  });
}

TEST_CASE("parser: what binds before what") {
  check({
      {"a b AND c OR d", "((a b) AND c) OR d"},
      {"a OR b AND c", "a OR (b AND c)"},
      {"a b OR c d", "(a b) OR (c d)"},
      {"a AND b AND c", "a AND b AND c"},
      {"a OR b OR c", "a OR b OR c"},
      {"(a OR b) AND c", "(a OR b) AND c"},
      {"a (b c) d", "a (b c) d"},
      {"((a))", "a"},
      {"(a)(b)", "a b"},
  });
}

TEST_CASE("parser: what is left out") {
  check({
      {"ferry -car", "ferry -car"},
      {"-car", "-car"},
      {"-\"no comment\"", "-\"no comment\""},
      {"a -(b c)", "a -(b c)"},
      {"a NOT b", "a AND -b"},
      {"a AND NOT b", "a AND -b"},
      {"NOT a", "-a"},
      {"a NOT b c", "a AND -(b c)"},
      {"a NOT b NOT c", "a AND -b AND -c"},
      {"a OR -b", "a OR -b"},
      {"a OR NOT b", "a OR -b"},
      {"-title:a", "-title:a"},
      {"-a*", "-a*"},
      {"-(-a)", "-(-a)"},
      {"a AND -b", "a AND -b"},
      {"a (-b)", "a (-b)"},
      {"-(-)", "-(-)"},
      {"-(--a)", "-(--a)"},
      {"NOT NOT a", "-(-a)"},
  });
}

TEST_CASE("parser: fields") {
  check({
      {"title:ferry", "title:ferry"},
      {"author:\"joan aldersey\" ferry", "author:\"joan aldersey\" ferry"},
      {"title:ferr*", "title:ferr*"},
      {"date:2005-11..2006", "date:2005-11..2006"},
      {"since:2005 until:2w", "since:2005 until:2w"},
      {"since 2005", "since 2005"},
      {"url:example.org/a:b", "url:example.org/a:b"},
      {"outlet:a OR outlet:b", "outlet:a OR outlet:b"},
  });
}

TEST_CASE("parser: words near each other") {
  check({
      {"ferry NEAR/5 reef", "ferry NEAR/5 reef"},
      {"ferry NEAR reef boat", "(ferry NEAR/10 reef) boat"},
      {"a NEAR/2 b NEAR/7 c", "a NEAR/7 b NEAR/7 c"},
      {"a -b NEAR/3 c", "a -(b NEAR/3 c)"},
      {"\"a\" NEAR title:b", "\"a\" NEAR/10 title:b"},
  });
}

TEST_CASE("parser: in a sentence all in capitals the operators are words") {
  check({
      {"COULD THE FERRY AND THE BOAT COLLIDE", "COULD THE FERRY AND THE BOAT COLLIDE"},
      {"IS IT RAIN OR SNOW, NOT FOG", "IS IT RAIN OR SNOW, NOT FOG"},
      {"THE FERRY NEAR A REEF", "THE FERRY NEAR A REEF"},
      {"BBC AND NHK", "BBC AND NHK"},
      {"the ferry AND THE boat", "(the ferry) AND (THE boat)"},
  });
  CHECK(parse_query("BBC AND NHK").root.kind == QueryNode::Kind::all);
  CHECK(parse_query("THE BBC AND NHK").root.kind == QueryNode::Kind::list);
}

TEST_CASE("parser: what does not fit the grammar is plain words and a note says why") {
  const BadRow rows[] = {
      {"AND", "AND", "an operator or parenthesis without words"},
      {"a AND", "a", "an operator or parenthesis without words"},
      {"OR a", "a", "an operator or parenthesis without words"},
      {"a OR OR b", "a b", "an operator or parenthesis without words"},
      {"()", "", "an operator or parenthesis without words"},
      {"a (", "a", "an operator or parenthesis without words"},
      {"(a b", "a b", "a parenthesis that is not closed"},
      {"a) b", "a b", "a closing parenthesis without an opening one"},
      {"a \"b c", "a b c", "a quotation mark that is not closed"},
      {"\"", "", "a quotation mark that is not closed"},
      {"a NEAR", "a NEAR", "an operator without words"},
      {"a NEAR (b)", "a NEAR b", "an operator without words"},
      {"NEAR a", "NEAR a", "an operator or parenthesis without words"},
      {"title:(a b)", "title: a b",
       "a field before a parenthesis, where it takes a word or quotation"},
      {"title:title:a", "title:title:a", "an operator without words"},
  };
  for (const BadRow& row : rows) {
    CAPTURE(row.query);
    const ParsedQuery parsed = parse_query(row.query);
    CHECK(to_text(parsed.root) == row.words);
    CHECK_FALSE(parsed.fits_grammar);
    CHECK(notes(row.query) ==
          "has " + std::string(row.what) + ", so it was searched as plain words");
  }
}

TEST_CASE("parser: words that are spelled alike") {
  check({
      {"japan~", "japan~"},
      {"japan~1 tin~2", "japan~1 tin~2"},
      {"title:japan~", "title:japan~"},
      {"-\u0444~", "-\u0444~"},
      {"a~b~", "a~b~"},
      {"~", "~"},
      {"~5", "~5"},
      {"~ada", "~ada"},
      {"a~b", "a~b"},
      {"\"japan~\"", "\"japan~\""},
      {"5~", "5~"},
  });
  CHECK(parse_query("japan~").root.kind == QueryNode::Kind::fuzzy);
  CHECK(parse_query("japan~").root.distance == 0);
  CHECK(parse_query("japan~2").root.distance == 2);
  CHECK(parse_query("5~").root.kind == QueryNode::Kind::word);
}

TEST_CASE("parser: a note says how a figure behind ~ was read that is neither 1 nor 2") {
  for (const char* query : {"japan~0.5", "japan~3", "japan~0", "japan~22"}) {
    CAPTURE(query);
    CHECK(to_text(parse_query(query).root) == "japan~");
    CHECK(notes(query) ==
          "'" + std::string(query) + "' was read as 'japan~': a word can be ~1 or ~2 edits away");
  }
}

TEST_CASE("parser: a distance beyond the limit is the limit") {
  CHECK(to_text(parse_query("a NEAR/1000 b").root) == "a NEAR/1000 b");
  CHECK(notes("a NEAR/1000 b").empty());
  for (const char* query : {"a NEAR/1001 b", "a NEAR/99999999999999999999 b"}) {
    CAPTURE(query);
    CHECK(to_text(parse_query(query).root) == "a NEAR/1000 b");
    CHECK(notes(query).ends_with("was read as NEAR/1000"));
  }
}

TEST_CASE("parser: of a query beyond the limit the beginning is read") {
  const std::string query = times(50'000, "\u0444 ");
  CHECK(parse_query(query).root.children.size() == limits::query_bytes / 3);
  CHECK(notes(query) == limits::query_bytes_note());
  CHECK(parse_query(query.substr(0, limits::query_bytes)).notes.empty());
}

TEST_CASE("parser: ten thousand words") {
  const ParsedQuery parsed = parse_query(times(10'000, "word "));
  CHECK(parsed.root.children.size() == 10'000);
  CHECK(parsed.notes.empty());
}

TEST_CASE("parser: a hundred parentheses are read and more are plain words") {
  CHECK(parse_query(times(99, "(") + "a" + times(99, ")")).notes.empty());
  const ParsedQuery deep = parse_query(times(1000, "(") + "a b" + times(1000, ")"));
  CHECK(to_text(deep.root) == "a b");
  CHECK(deep.notes.back().starts_with("has too many parentheses"));
}

TEST_CASE("parser: repeated NOT is limited as nesting is") {
  const ParsedQuery deep = parse_query(times(10'000, "NOT ") + "a");
  CHECK(to_text(deep.root) == "a");
  CHECK(deep.notes.back().starts_with("has too many parentheses"));
}

TEST_CASE("parser: any bytes are a query") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string query(random() % 60, '\0');
    for (char& c : query) c = static_cast<char>(random() % 256);
    check_sound(query);
  }
}

TEST_CASE("parser: what was understood is a query that is understood so") {
  const std::string_view pieces[] = {"AND", "OR",  "NOT ",    "NEAR/3", "(",  ")",    "-",
                                     "a",   "b",   "\"c d\"", "title:", "e*", "NEAR", "-(",
                                     "f~",  "g~1", "since:",  "THE",    "--"};
  std::mt19937 random(9);
  int understood = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string query;
    for (std::size_t i = random() % 15; i > 0; --i) {
      query.append(pieces[random() % std::size(pieces)]).append(random() % 3 == 0 ? "" : " ");
    }
    const ParsedQuery parsed = parse_query(query);
    if (!parsed.fits_grammar) continue;
    ++understood;
    CAPTURE(query);
    const std::string read_as = to_text(parsed.root);
    REQUIRE(to_text(parse_query(read_as).root) == read_as);
    REQUIRE(parse_query(read_as).root == parsed.root);
  }
  CHECK(understood > 500);
}

TEST_CASE("parser: any heap of syntax is a query") {
  const std::string_view pieces[] = {
      "AND",  "OR",     "NOT",    "NEAR/3", "(",  ")", "-",      "\"",
      "*",    "title:", "date:",  "a",      "b*", " ", "\u201C", " ",
      "\xFF", "lang:",  "\u201D", "NEAR",   "-(", "~", "~1",     "THE"};
  std::mt19937 random(8);
  for (int round = 0; round < 5000; ++round) {
    std::string query;
    for (std::size_t i = random() % 20; i > 0; --i) {
      query += pieces[random() % std::size(pieces)];
      if (random() % 2 == 0) query += " ";
    }
    check_sound(query);
  }
}

TEST_CASE("parser: quotation marks of many languages") {
  for (const char* query :
       {"\u201Ea b\u201D", "\u201Ea b\u201C", "\u201Da b\u201D", "\u00ABa b\u00BB",
        "\u00BBa b\u00AB", "\u300Ea b\u300F", "\u201Ca b\"", "\u201Ea b\""}) {
    CAPTURE(query);
    CHECK(to_text(parse_query(query).root) == "\"a b\"");
  }
}

TEST_CASE("parser: a short name in capitals is no sentence, though it is a word like \"who\"") {
  CHECK(parse_query("WHO AND OPEC").root.kind == QueryNode::Kind::all);
}

TEST_CASE("parser: a field with nothing behind it is a word, and a note says so") {
  CHECK(notes("title: oil") ==
        "'title:' has nothing right behind it, so it was searched as a word");
}

TEST_CASE("parser: a quotation beside NEAR counts as its words, and a note says so") {
  CHECK(notes("gold NEAR/2 \"new york\"") == "a quotation beside NEAR counts as its single words");
}
