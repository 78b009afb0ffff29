// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/tree.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

using Kind = QueryNode::Kind;

QueryNode word(std::string text, bool excluded = false) {
  return {.kind = Kind::word, .text = std::move(text), .excluded = excluded};
}

QueryNode group(Kind kind, std::vector<QueryNode> children, bool excluded = false) {
  return {.kind = kind,
          .text = {},
          .distance = 4,
          .excluded = excluded,
          .children = std::move(children)};
}

}  // namespace

TEST_CASE("query tree: fields by their names and back") {
  for (const char* name :
       {"title", "author", "outlet", "section", "topic", "lang", "url", "date", "since", "until"}) {
    CAPTURE(name);
    REQUIRE(field_named(name).has_value());
    CHECK(name_of(*field_named(name)) == name);
  }
  for (const char* name : {"", "text", "Title", "languages", "titles", "title:"}) {
    CAPTURE(name);
    CHECK_FALSE(field_named(name).has_value());
  }
  CHECK(name_of(SearchField::text).empty());
}

TEST_CASE("query tree: leaves as a query writes them") {
  CHECK(to_text(word("a")) == "a");
  CHECK(to_text(word("a", true)) == "-a");
  CHECK(to_text({.kind = Kind::phrase, .text = "a b"}) == "\"a b\"");
  CHECK(to_text({.kind = Kind::prefix, .field = SearchField::author, .text = "a"}) == "author:a*");
  CHECK(to_text({.kind = Kind::fuzzy, .text = "a"}) == "a~");
  CHECK(to_text({.kind = Kind::fuzzy, .text = "a", .distance = 2}) == "a~2");
  CHECK(to_text(word("-", true)) == "-(-)");
  CHECK(to_text(
            {.kind = Kind::word, .field = SearchField::language, .text = "en", .excluded = true}) ==
        "-lang:en");
}

TEST_CASE("query tree: groups within groups have parentheses") {
  const QueryNode pair = group(Kind::list, {word("a"), word("b")});
  CHECK(to_text(pair) == "a b");
  CHECK(to_text(group(Kind::all, {pair, word("c")})) == "(a b) AND c");
  CHECK(to_text(group(Kind::any, {word("c"), group(Kind::near, {word("a"), word("b")})})) ==
        "c OR (a NEAR/4 b)");
  CHECK(to_text(group(Kind::list, {word("a"), word("b")}, true)) == "-(a b)");
  CHECK(to_text(group(Kind::list, {word("a", true)})) == "-a");
  CHECK(to_text(group(Kind::list, {word("a", true)}, true)) == "-(-a)");
  CHECK(to_text(group(Kind::list, {word("a"), group(Kind::list, {word("b", true)})})) == "a (-b)");
  CHECK(to_text(group(Kind::any, {word("a"), group(Kind::list, {word("b", true)})})) == "a OR -b");
  CHECK(to_text(QueryNode()) == "");
}

TEST_CASE("query tree: an outline has a line for each part") {
  const QueryNode tree = group(
      Kind::any, {group(Kind::list, {word("a"), group(Kind::near, {word("b"), word("c")}, true)}),
                  {.kind = Kind::prefix, .field = SearchField::title, .text = "d"}});
  CHECK(to_outline(tree, false) == std::vector<std::string>{
                                       "any of",
                                       "  any of, the more the better",
                                       "    a",
                                       "    not with at most 4 words between",
                                       "      b",
                                       "      c",
                                       "  title:d*",
                                   });
  CHECK(to_outline(group(Kind::list, {word("a")}), true).front() == "all of");
  CHECK(to_outline(word("a"), false) == std::vector<std::string>{"a"});
}
