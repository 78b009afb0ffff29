// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/markdown/markdown_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("markdown text: marks go, words stay") {
  struct Row {
    std::string_view markdown;
    std::string_view text;
  };
  const Row rows[] = {
      {"", ""},
      {"One\ntwo.\n\nThree.", "One two.\nThree."},
      {"# Bridge #\n\nClosed.", "Bridge\nClosed."},
      {"Bridge\n======\nClosed.", "Bridge\nClosed."},
      {"#bridge is a tag", "#bridge is a tag"},
      {"*One* **two** __three__ ~~four~~ `five`", "One two three four five"},
      {"snake_case and 2 * 3 and \\*stars\\*", "snake_case and 2 * 3 and *stars*"},
      {"The [old *bridge*](https://a.example/(x)) is [shut][1].\n\n[1]: https://a.example",
       "The old bridge is shut."},
      {"See ![a bridge](b.png) here", "See here"},
      {"[![x](b.png)](https://a.example) here", "here"},
      {"[sic] he said", "[sic] he said"},
      {"<https://a.example> and <b>bold</b>", "https://a.example and bold"},
      {"- one\n- two\n  more\n1. three", "one\ntwo more\nthree"},
      {"> Said\n> twice", "Said twice"},
      {"a\n\n***\n\nb", "a\nb"},
      {"```c\nint a;\nint *b;\n```\nend", "int a;\nint *b;\nend"},
      {"{{< figure src=\"a\" >}}Text {% raw %}here", "Text here"},
      {"3 < 5 &amp; so on", "3 < 5 & so on"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.markdown);
    std::string text = markdown_text(row.markdown).text;
    CHECK(text == row.text);
  }
}

TEST_CASE("markdown text: a heading at the start is the title") {
  CHECK(markdown_text("# Bridge *closed*\n\nText.").title == "Bridge closed");
  CHECK(markdown_text("Bridge\n---\nText.").title == "Bridge");
  CHECK(markdown_text("Text.\n\n# Later").title == "");
}

TEST_CASE("markdown text: any nesting is met") {
  for (const char c : {'[', '!', '*', '`', '<', '{', '>', '#', '\\'}) {
    CAPTURE(c);
    CHECK_NOTHROW(markdown_text(std::string(50'000, c)));
  }
}
