// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/text_blocks.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// "one|two": the texts of the blocks, line ends as "/".
std::string blocks_of(std::string_view html) {
  std::string out;
  for (const TextBlock& block : text_blocks(HtmlDocument::parse(html))) {
    out += (out.empty() ? "" : "|") + block.text;
  }
  std::replace(out.begin(), out.end(), '\n', '/');
  return out;
}

TextBlock first_block(std::string_view html) {
  const auto blocks = text_blocks(HtmlDocument::parse(html));
  REQUIRE_FALSE(blocks.empty());
  return blocks.front();
}

}  // namespace

TEST_CASE("text blocks: where text is cut") {
  struct Row {
    std::string_view html;
    std::string_view blocks;
  };
  const Row rows[] = {
      {"<p>One <b>two</b>\n three</p><p>four", "One two three|four"},
      {"<div>bare<p>inner</p>rest</div>", "bare|inner|rest"},
      {"<div>one<br>two<br><br>three</div>", "one/two|three"},
      {"<ul><li>a<li>b</ul>", "a|b"},
      {"<table><tr><td>a<td>b<tr><td>c</table>", "a b|c"},
      {"<h2>Head</h2>text", "Head|text"},
      {"a<script>b</script><noscript>c</noscript><button>d</button>e", "ae"},
      {"<p> &nbsp; </p><p></p>", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(blocks_of(row.html) == row.blocks);
  }
}

TEST_CASE("text blocks: what they stand in") {
  CHECK(first_block("<h3>a</h3>").heading);
  CHECK(first_block("<ul><li><p>a</ul>").item);
  CHECK(first_block("<blockquote><p>a</blockquote>").quote);
  CHECK(first_block("<table><td>a</table>").in_table);
  CHECK(first_block("<figure><figcaption>a</figcaption></figure>").caption);
  CHECK(first_block("<p>12<a>34</a></p>").link_density() == 0.5);
  const TextBlock plain = first_block("<p>a</p>");
  CHECK_FALSE((plain.heading || plain.item || plain.quote || plain.in_table || plain.caption));
}

TEST_CASE("text blocks: prose is a sentence, or long, and mostly no link") {
  const std::string words(150, 'x');
  CHECK(first_block("<p>The bridge over the river was closed to all traffic today.").prose);
  CHECK(first_block("<p>" + words).prose);
  CHECK_FALSE(first_block("<p>The bridge over the river was closed to all traffic today").prose);
  CHECK_FALSE(first_block("<p>Closed today.").prose);
  CHECK_FALSE(first_block("<h2>" + words).prose);
  CHECK_FALSE(first_block("<p><a>" + words).prose);
  CHECK(first_block("<p><a>" + words + "</a>" + words).prose);
  CHECK(first_block("<p>橋は今日、すべての交通に対して閉鎖されたと市は発表した。").prose);
}

TEST_CASE("text blocks: ends of sentences in any script") {
  for (const char* text : {"So.", "“So!”", "(So?)", "そう。」", "ऐसा।", "так…", "کذا۔", "so: "}) {
    CAPTURE(text);
    CHECK(ends_sentence(text));
  }
  for (const char* text : {"So", "", "So,", "”", "1.5"}) {
    CAPTURE(text);
    CHECK_FALSE(ends_sentence(text));
  }
}
