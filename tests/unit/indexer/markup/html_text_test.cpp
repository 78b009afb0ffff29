// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/html_text.hpp"

#include <array>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("html text: what shows that a text is HTML") {
  struct Row {
    std::string_view text;
    Markup markup;
  };
  constexpr std::array<Row, 19> rows = {{
      {"", Markup::none},
      {"No mark at all.", Markup::none},
      {"1 < 2 & 3 > 2", Markup::none},
      {"AT&T; R&D", Markup::none},
      {"Write to <desk@post.example>.", Markup::none},
      {"<foo>unknown", Markup::none},
      {"<foo>unknown</foo>", Markup::in_lines},
      {"<a-b>own</a-b>", Markup::in_lines},
      {"</>", Markup::none},
      {"ends in <b", Markup::none},
      {"<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa>", Markup::none},
      {"AT&amp;T", Markup::in_lines},
      {"&#8220;Yes&#8221;", Markup::in_lines},
      {"It <i>did</i>.", Markup::in_lines},
      {"A<!-- note -->B", Markup::in_lines},
      {"<A HREF='x'>link</A>", Markup::in_lines},
      {"One<br/>Two", Markup::blocks},
      {"<P class=lead>One", Markup::blocks},
      {"One</p> and &amp;", Markup::blocks},
  }};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(markup_in(row.text) == row.markup);
  }
}

TEST_CASE("html text: a line for each block") {
  CHECK(html_to_text("<p>One &amp; <b>two</b></p><ul><li>three<li>four</ul><script>x</script>") ==
        "One & two\nthree\nfour");
}
