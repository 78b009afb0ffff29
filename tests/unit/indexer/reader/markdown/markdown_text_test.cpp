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
      {"3 < 5 &amp; so on&hellip;", "3 < 5 & so on…"},
      {"`a*b* <b> &amp;` and ``a`b``; the `90s", "a*b* <b> &amp; and a`b; the `90s"},
      {"Old [bridge], [Old Bridge][], [sic]\n\n[bridge]: /b \"A bridge\"\n[old bridge]: <c.md>",
       "Old bridge, Old Bridge, [sic]"},
      {"[Update]: closed again.", "[Update]: closed again."},
      {"It is shut.[^1] So[^a-note].\n\n[^1]: Since May.", "It is shut. So.\nSince May."},
      {"See [[Old bridge]], [[bridges/old|that one]] and [a span]{.x}.",
       "See Old bridge, that one and a span."},
      {"See ![[bridge.png]] here", "See here"},
      {"- [ ] measure\n- [x] mend\n- [y] no box", "measure\nmend\n[y] no box"},
      {"> [!NOTE]\n> Closed.\n>\n> Really.", "Closed.\nReally."},
      {"## Bridge {#bridge}", "Bridge"},
      {"a\n{: .note}\nb\n\n::: warning\nc\n:::\n[TOC]\nd", "a\nb\nc\nd"},
      {"One\\\ntwo", "One two"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.markdown);
    std::string text = markdown_text(row.markdown).text;
    CHECK(text == row.text);
  }
}

TEST_CASE("markdown text: each row of a table is a line") {
  CHECK(
      markdown_text("| Bridge | *Length* |\n|:---|---:|\n| Old \\| small | 12 m |\n| New | `a|b` |")
          .text == "Bridge Length\nOld | small 12 m\nNew a|b");
  CHECK(markdown_text("Bridge | Length\n--- | ---\nOld | 12 m\n\nA | B").text ==
        "Bridge Length\nOld 12 m\nA | B");
}

TEST_CASE("markdown text: comments, scripts and styles are no text") {
  struct Row {
    std::string_view markdown;
    std::string_view text;
  };
  const Row rows[] = {
      {"a <!-- b --> c", "a c"},
      {"a\n\n<!-- b\n\nc\n-->\n\nd", "a\nd"},
      {"<script>\nlet a;\n\nlet b;\n</script>\na<style>b</style>", "a"},
      {"a <!-- b", "a <!-- b"},
      {"`<!--` opens, `-->` closes", "<!-- opens, --> closes"},
      {"```\n<!-- b -->\n```", "<!-- b -->"},
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
  std::string comments;
  for (int i = 0; i < 20'000; ++i) comments += "<!---->[^a][[b]]";
  CHECK(markdown_text(comments).text.starts_with("bb"));
}
