// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/schema.hpp"

#include "news/base/hash.hpp"
#include "news/base/utf8.hpp"

#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("schema: a term is its prefix and its value") {
  CHECK(schema::term(schema::author, "doe") == "Adoe");
  CHECK(schema::term("", "rain") == "rain");
  CHECK(schema::term(schema::source, "") == "P");
  CHECK(schema::source_state_key("/n/a.txt") == "news.source./n/a.txt");
}

TEST_CASE("schema: a number of a sketch is four characters behind its prefix") {
  CHECK(schema::sketch_term(0) == "XD----");
  for (const std::uint32_t number : {0U, 1U, 63U, 64U, 123'456U, schema::sketch_numbers - 1}) {
    CAPTURE(number);
    CHECK(schema::sketch_term(number).size() == schema::sketch.size() + 4);
    CHECK(schema::sketch_number(schema::sketch_term(number)) == number);
  }
  CHECK(schema::sketch_term(1) < schema::sketch_term(2));
  for (const char* other : {"", "XD", "XD1", "XD12345", "XD12 4", "Zferri"}) {
    CAPTURE(other);
    CHECK_FALSE(schema::sketch_number(other));
  }
}

TEST_CASE("schema: a term of the longest length stays whole") {
  const std::string value(schema::max_term_bytes - 1, 'x');
  CHECK(schema::term("P", value) == "P" + value);
}

TEST_CASE("schema: a longer value is cut and ends with its hash") {
  const std::string value(schema::max_term_bytes, 'x');
  const std::string term = schema::term("P", value);
  CHECK(term.size() == schema::max_term_bytes);
  CHECK(term.ends_with(hash_of(value)));
  CHECK(term != schema::term("P", value + "x"));
  CHECK(schema::source_state_key(std::string(5000, 'x')).size() == schema::max_term_bytes);
}

TEST_CASE("schema: equal hits are ordered by their place, then by their identity") {
  CHECK(schema::order_key(2, "a") < schema::order_key(10, "a"));
  CHECK(schema::order_key(2, "z") < schema::order_key(256, "a"));
  CHECK(schema::order_key(0, "b") < schema::order_key(1, "a"));
  CHECK(schema::order_key(7, "a") < schema::order_key(7, "b"));
  CHECK(schema::order_key(0xFFFFFFFF, "a") == schema::order_key(~std::uint64_t{0}, "a"));
}

TEST_CASE("schema: a value is cut between two characters") {
  for (std::size_t extra = 0; extra < 4; ++extra) {
    std::string value(extra, 'x');
    for (int i = 0; i < 100; ++i) value += "中";
    const std::string term = schema::term("XSECTION", value);
    CHECK(term.size() <= schema::max_term_bytes);
    CHECK(utf8::is_valid(term));
  }
}

TEST_CASE("schema: no prefix of whole values begins another") {
  const std::set<std::string_view> prefixes = {schema::identity, schema::own_id, schema::source,
                                               schema::language, schema::host,   schema::day,
                                               schema::month,    schema::year,   schema::sketch};
  CHECK(prefixes.size() == 9);
  for (const std::string_view one : prefixes) {
    for (const std::string_view other : prefixes) {
      CAPTURE(one);
      CAPTURE(other);
      CHECK((one == other || !other.starts_with(one)));
    }
  }
}

TEST_CASE("schema: the numbers of a sketch are packed, and come out again") {
  for (const std::vector<std::uint32_t>& numbers :
       {std::vector<std::uint32_t>(), {0}, {1, 255, 256, 65536}, {schema::sketch_numbers - 1}}) {
    CHECK(schema::unpack_sketch(schema::pack_sketch(numbers)) == numbers);
  }
  CHECK(schema::unpack_sketch("ab").empty());  // damaged
}

TEST_CASE("schema: a key of the order ends in the beginning of the identity") {
  CHECK(schema::identity_in_order_key(schema::order_key(17, "abcdefghijklmnopqrst")) == "abcdefgh");
  CHECK(schema::identity_in_order_key("").empty());
}
