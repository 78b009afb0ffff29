// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/renderer.hpp"
#include "tests/support/hits.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::string rendered(const std::vector<Hit>& hits, const std::string& query_id = {}) {
  return make_markdown_renderer()->result(result_of(hits), query_id);
}

std::string snippet_line(Snippet snippet) {
  Hit hit = bare_hit();
  hit.snippet = std::move(snippet);
  const std::string out = rendered({hit});
  const std::size_t begin = out.find("> ") + 2;
  return out.substr(begin, out.find('\n', begin) - begin);
}

}  // namespace

TEST_CASE("markdown renderer: a list of links with quotations") {
  CHECK(rendered({full_hit(), bare_hit()}) ==
        "3. [Ferry late](https://courier.example.org/ferry) (Norwick Courier, 2005-11-20)\n\n"
        "   > A **caf\u00E9** on the **ferry**.\n\n"
        "1. Fog\n\n");
  CHECK(rendered({}, "t1") == "## t1: ferri\\*\n\n");
}

TEST_CASE("markdown renderer: text is text") {
  Hit hit = bare_hit();
  hit.article.title = "[a](b) *c* <script> & `d` \\ #1";
  CHECK(rendered({hit}) == "1. \\[a\\](b) \\*c\\* \\<script\\> \\& \\`d\\` \\\\ \\#1\n\n");
  CHECK(snippet_line({.text = "- no list", .highlights = {}}) == "\\- no list");
  CHECK(snippet_line({.text = "12. no list", .highlights = {}}) == "12\\. no list");
  CHECK(snippet_line({.text = "12 ships", .highlights = {}}) == "12 ships");
}

TEST_CASE("markdown renderer: only addresses of the web are links") {
  Hit hit = full_hit();
  hit.article.url = "javascript:alert(1)";
  CHECK(rendered({hit}).starts_with("3. Ferry late (Norwick"));
  hit.article.url = "https://a.example/x_(y)";
  CHECK(rendered({hit}).starts_with("3. [Ferry late](https://a.example/x_%28y%29) ("));
}
