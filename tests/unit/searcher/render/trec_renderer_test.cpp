// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/renderer.hpp"
#include "tests/support/hits.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::string run_of(const std::vector<Hit>& hits, const std::string& topic) {
  const auto renderer = make_trec_renderer();
  return renderer->begin() + renderer->result(result_of(hits), topic) + renderer->end();
}

/// The line of a hit with this id.
std::string line_of(const std::string& id) {
  Hit hit = full_hit();
  hit.article.id = id;
  return run_of({hit}, "301");
}

}  // namespace

TEST_CASE("trec renderer: six columns a hit") {
  CHECK(run_of({full_hit(), bare_hit()}, "301") ==
        "301 Q0 f1 3 12.500000 news-search\n"
        "301 Q0 news.jsonl#1 1 0.000000 news-search\n");
  CHECK(run_of({}, "301") == "");
}

TEST_CASE("trec renderer: the topic of a query from the command line is 1") {
  CHECK(run_of({full_hit()}, "") == "1 Q0 f1 3 12.500000 news-search\n");
}

TEST_CASE("trec renderer: ids and topics are one column each") {
  CHECK(line_of("a b\tc\nd") == "301 Q0 a_b_c_d 3 12.500000 news-search\n");
  CHECK(run_of({full_hit()}, "my topic") == "my_topic Q0 f1 3 12.500000 news-search\n");
}

TEST_CASE("trec renderer: control characters do not reach a terminal") {
  CHECK(line_of("a\033[31mb\u009Bc") == "301 Q0 a_[31mb_c 3 12.500000 news-search\n");
  CHECK(line_of("a\xFF") == "301 Q0 a\uFFFD 3 12.500000 news-search\n");
}
