// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/html_document.hpp"

#include "indexer/markup/html_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// "p(b('x') 'y')": the tree, elements by name, texts in quotes.
std::string shown(const HtmlDocument& document, NodeId node) {
  if (document.is_text(node)) return "'" + std::string(document[node].text) + "'";
  std::string children;
  for (NodeId child = node + 1; child < document[node].end; child = document[child].end) {
    CHECK(document[child].parent == node);
    children += (children.empty() ? "" : " ") + shown(document, child);
  }
  return std::string(document[node].text) + (children.empty() ? "" : "(" + children + ")");
}

std::string tree(std::string_view html) {
  return shown(HtmlDocument::parse(html), HtmlDocument::root);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("html document: elements and texts in their order") {
  CHECK(tree("<div><p>One <b>two</b> three</p><p>Four</p></div>") ==
        "(div(p('One ' b('two') ' three') p('Four')))");
  CHECK(tree("<html><head><title>T</title></head><body>B</body></html>") ==
        "(html(head(title('T')) body('B')))");
  CHECK(tree("").empty());
}

TEST_CASE("html document: what is not closed ends where it must") {
  CHECK(tree("<ul><li>a<li>b</ul>") == "(ul(li('a') li('b')))");
  CHECK(tree("<p>a<p>b") == "(p('a') p('b'))");
  CHECK(tree("<div><span>a</div>") == "(div(span('a')))");
  CHECK(tree("<article><section>a</section></article>") == "(article(section('a')))");
}

TEST_CASE("html document: attributes and characters by name") {
  const HtmlDocument document =
      HtmlDocument::parse(R"(<A HREF="x?a&amp;b" hidden>&lt;&eacute;é&nbsp;&#8217;</A>)");
  const NodeId link = document.find(HtmlTag::a);
  REQUIRE(link < document.size());
  CHECK(document.attribute(link, "href") == "x?a&b");
  CHECK(document.attribute(link, "hidden").empty());
  CHECK(document.attribute(link, "class").empty());
  CHECK(document[link + 1].text == "<éé\u00A0’");
  CHECK(document.find(HtmlTag::h1) == document.size());
}

TEST_CASE(
    "html document: data in scripts is text; other scripts, styles and comments are nothing") {
  CHECK(tree("<script type='x/ld+JSON'>{\"a\": \"</p>\"}</script><!-- c --><p>d") ==
        "(script('{\"a\": \"</p>\"}') p('d'))");
  CHECK(tree("<script>if (a < b) \"</p>\"</script><STYLE>x</STYLE><p>d") ==
        "(script style p('d'))");
  CHECK(tree("<!-- <script> --><p>a</p><!-- </script> --><p>b") == "(p('a') p('b'))");
  CHECK(tree("<!-- <style> --!><p>a</p></style>") == "(p('a'))");
  CHECK(tree("<script src=x /><p>a") == "(script p('a'))");
  CHECK(tree("<script>a") == "(script)");
}

TEST_CASE("html document: UTF-8 whatever the page says") {
  CHECK(tree("<meta charset=\"iso-8859-1\"><p>é</p>") == "(meta p('é'))");
}

TEST_CASE("html document: NUL bytes lose nothing") {
  CHECK(tree(std::string_view("<p>a\0b</p><p>c</p>", 18)) == "(p('a b') p('c'))");
}

TEST_CASE("html document: nesting of any depth is parsed, and all text is there") {
  for (const std::string_view tag : {"<div>", "<b>", "<font>", "<table><tr><td>", "<a href=x>"}) {
    const std::string text = html_to_text("<p>first</p>" + repeated(tag, 100'000) + "<p>last</p>" +
                                          repeated("</x></p>", 1000));
    CHECK(text.starts_with("first\n"));
    CHECK(text.ends_with("last"));
  }
}

TEST_CASE("html document: text as it is read") {
  CHECK(html_to_text("<h1>A\n b</h1><p>c<br>d <i>e</i>f</p><ul><li>g</li><li>h</li></ul>") ==
        "A b\nc\nd ef\ng\nh");
  CHECK(html_to_text("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>") ==
        "a b\nc");
  CHECK(html_to_text("a<script>b</script><style>c</style><svg><text>d</text></svg>e") == "ae");
  CHECK(html_to_text("plain &amp; simple") == "plain & simple");
  CHECK(html_to_text("").empty());
}

TEST_CASE("html document: a tag of very many attributes is thinned out, and nothing else") {
  std::string tag = "<p";
  for (int i = 0; i < 100'000; ++i) tag += " a" + std::to_string(i) + "='<>'";
  const HtmlDocument document = HtmlDocument::parse(tag + ">first<p class=x>last");
  CHECK((text_of(document, HtmlDocument::root) == "first\nlast"));
  const NodeId p = document.find(HtmlTag::p);
  CHECK(document.attribute(p, "a0") == "<>");
  CHECK(document.attributes(p).size() < 300);
  const std::string script = "<script>if (a <b) it isn't" + repeated(" a word", 500) + "</script>";
  CHECK(text_of(HtmlDocument::parse(script + "<p>It isn't"), HtmlDocument::root) == "It isn't");
}
