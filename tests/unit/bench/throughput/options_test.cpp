// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/options.hpp"

#include "news/base/error.hpp"

#include <doctest/doctest.h>

using namespace news::bench;

namespace {

ThroughputOptions parse(const std::vector<std::string>& arguments) {
  return parse_throughput_options(arguments, "default.json");
}

}  // namespace

TEST_CASE("bench options: the defaults") {
  const ThroughputOptions options = parse({"--data", "d"});
  CHECK(options.data == "d");
  CHECK(options.repeat == 5);
  CHECK(options.json == "default.json");
  CHECK_FALSE(options.quick);
  CHECK_FALSE(options.keep);
  for (const std::string& part : parts()) CHECK(options.wants(part));
}

TEST_CASE("bench options: everything") {
  const ThroughputOptions options =
      parse({"--data=my data", "--repeat", "3", "--only", "fts5,queries", "--json", "f", "--keep"});
  CHECK(options.data == "my data");
  CHECK(options.repeat == 3);
  CHECK(options.wants("fts5"));
  CHECK(options.wants("queries"));
  CHECK_FALSE(options.wants("news-index"));
  CHECK(options.json == "f");
  CHECK(options.keep);
}

TEST_CASE("bench options: quick is one run unless more are asked for") {
  CHECK(parse({"--data", "d", "--quick"}).repeat == 1);
  CHECK(parse({"--data", "d", "--quick", "--repeat", "2"}).repeat == 2);
}

TEST_CASE("bench options: help needs no data") {
  CHECK(parse({"--help"}).action == ThroughputOptions::Action::help);
  CHECK(throughput_help().find("  --only NAME,NAME") != std::string::npos);
}

TEST_CASE("bench options: what makes no sense is refused") {
  using Arguments = std::vector<std::string>;
  const Arguments rows[] = {
      {},
      {"--data", ""},
      {"--data", "d", "more"},
      {"--data", "d", "--repeat", "0"},
      {"--data", "d", "--repeat", "-1"},
      {"--data", "d", "--only", "lucene"},
      {"--data", "d", "--only", ""},
      {"--data", "d", "--json", ""},
      {"--data", "d", "--rep", "3"},
  };
  for (const Arguments& row : rows) {
    CAPTURE(row.size());
    CHECK_THROWS_AS(parse(row), news::UsageError);
  }
}
