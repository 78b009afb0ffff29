// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/table/dialect.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

std::string cells(std::string_view row, Dialect dialect = {}) {
  std::string out;
  for (const std::string& cell : split_row(row, dialect)) out += cell + "|";
  out.pop_back();
  return out;
}

/// The delimiter, the quote ("0" for none) and the columns; "?" if nothing is found.
std::string sniffed(std::string_view head) {
  const auto found = sniff_dialect(head, ",;|\t");
  if (!found) return "?";
  const Dialect dialect = found->dialect;
  return std::string(1, dialect.delimiter) + (dialect.quote == '\0' ? '0' : dialect.quote) +
         std::to_string(found->columns);
}

}  // namespace

TEST_CASE("table dialect: a row divides at its delimiters") {
  struct Row {
    std::string_view row;
    std::string_view cells;
  };
  const Row rows[] = {
      {"", ""},
      {"a", "a"},
      {"a,b,c\r\n", "a|b|c"},
      {",a,", "|a|"},
      {"\"a,b\",c", "a,b|c"},
      {"\"a \"\"b\"\" c\",d", "a \"b\" c|d"},
      {"\"a\nb\",c\n", "a\nb|c"},
      {"\"\",\"\"", "|"},
      {"a, \"b, c\"", "a|b, c"},
      {"5\" pipe,b", "5\" pipe|b"},
      {"\"He said \"no\" twice\",b", "He said \"no\" twice|b"},
      {"\"never closed,b", "never closed,b"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.row);
    CHECK(cells(row.row) == row.cells);
  }
  CHECK(cells("'It''s; so';b", {';', '\''}) == "It's; so|b");
  CHECK(cells("\"a\tb", {'\t', '\0'}) == "\"a|b");
}

TEST_CASE("table dialect: a row ends where its last cell does") {
  struct Row {
    std::string_view data;
    std::size_t bytes;
    std::size_t cells;
  };
  const Row rows[] = {
      {"a,b\nc", 4, 2},        {"a,b\r\nc", 5, 2},        {"a\rb", 2, 1},
      {"\"a\nb\",c\nd", 8, 2}, {"\"a\"\"\nb\"\nd", 8, 1}, {"a", 1, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.data);
    RowScanner scanner({});
    CHECK(scanner.advance(row.data, true) == RowScanner::State::whole);
    CHECK(scanner.bytes() == row.bytes);
    CHECK(scanner.cells() == row.cells);
  }
}

TEST_CASE("table dialect: a row may come in pieces of any size") {
  const std::string row = "\"a \"\"b\"\"\nc\",d,\"e\"\r\n";
  const std::string data = row + "x,y\n";
  RowScanner scanner({});
  for (std::size_t size = 0; size < row.size(); ++size) {
    CAPTURE(size);
    REQUIRE(scanner.advance(data.substr(0, size), false) == RowScanner::State::more);
  }
  CHECK(scanner.advance(data, false) == RowScanner::State::whole);
  CHECK(scanner.bytes() == row.size());
  CHECK(scanner.cells() == 3);
}

TEST_CASE("table dialect: a quote that is never closed ends at the limit") {
  RowScanner scanner({});
  const std::string data = "\"" + std::string(max_quoted_bytes + 10, 'a');
  CHECK(scanner.advance(data, false) == RowScanner::State::never_ends);
  RowScanner at_end({});
  CHECK(at_end.advance("\"a", true) == RowScanner::State::never_ends);
}

TEST_CASE("table dialect: delimiter and quote are what most rows agree on") {
  struct Row {
    std::string_view head;
    std::string_view dialect;
  };
  const Row rows[] = {
      {"", "?"},
      {"one\ntwo\n", "?"},
      {"a,b\nc,d\n", ",\"2"},
      {"a;b,c;d\ne;f;g\nh;i, j, k;l\n", ";\"3"},
      {"a\tb, c\nd\te\n", "\t\"2"},
      {"a|b\nc|d\n", "|\"2"},
      {"x;'Say \"no\"; then go'\ny;'It''s \"so\", then'\n", ";'2"},
      {"\"a, b\";\"c\nd\"\n\"e\";\"f\"\n", ";\"2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head);
    CHECK(sniffed(row.head) == row.dialect);
  }
}
