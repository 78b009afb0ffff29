// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/renderer.hpp"
#include "tests/support/hits.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

TEST_CASE("list renderer: an id a line") {
  CHECK(make_id_renderer(ListEnd::line)->result(result_of({full_hit(), bare_hit()}), "") ==
        "f1\nnews.jsonl#1\n");
  CHECK(make_id_renderer(ListEnd::line)->result(result_of({}), "").empty());
}

TEST_CASE("list renderer: a URL a line, and none for a hit that has none") {
  CHECK(make_url_renderer(ListEnd::line)->result(result_of({full_hit(), bare_hit()}), "t1") ==
        "https://courier.example.org/ferry\n");
}

TEST_CASE("list renderer: control characters do not get out") {
  Hit hit = full_hit();
  hit.article.id = "a\033b";
  hit.article.url = "u\nv";
  CHECK(make_id_renderer(ListEnd::line)->result(result_of({hit}), "") == "a b\n");
  CHECK(make_url_renderer(ListEnd::line)->result(result_of({hit}), "") == "u v\n");
}

TEST_CASE("list renderer: for other programs a zero byte ends each, and nothing is changed") {
  Hit hit = full_hit();
  hit.article.id = "a\033b";
  CHECK(make_id_renderer(ListEnd::null)->result(result_of({hit}), "") ==
        std::string("a\033b\0", 4));
}

TEST_CASE("list renderer: the path of each source once") {
  Hit first = full_hit();
  first.article.origin.path = "/news/a.jsonl";
  Hit second = bare_hit();
  second.article.origin.path = "/news/a.jsonl";
  CHECK(make_path_renderer(ListEnd::line)->result(result_of({first, second}), "") ==
        "/news/a.jsonl\n");
}
