// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/renderer.hpp"
#include "tests/support/hits.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

TEST_CASE("citation renderer: outlet, date, title and url, or the source") {
  CHECK(make_citation_renderer()->result(result_of({full_hit(), bare_hit()}), "") ==
        "Norwick Courier, 2005-11-20: Ferry late\n"
        "  https://courier.example.org/ferry\n"
        "\n"
        "Fog\n"
        "  news.jsonl#1\n"
        "\n");
}

TEST_CASE("citation renderer: control characters do not get out") {
  Hit hit = full_hit();
  hit.article.title = "a\033[31m\u202Eb\n";
  CHECK(make_citation_renderer()->result(result_of({hit}), "").find(": a [31mb \n") !=
        std::string::npos);
}
