// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_body.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// Paragraphs of invented news, and what else stands on a page. Each is told by its first letter.
const std::string para_a =
    "<p>A bridge over the slow river was closed to all traffic on Monday.</p>";
const std::string para_b =
    "<p>Boats went on to pass below it, the harbour master told reporters.</p>";
const std::string para_c =
    "<p>Cars have to take the long way round until the arches are mended.</p>";
const std::string story = para_a + para_b + para_c;
const std::string teaser =
    "<p>Zebras have left the northern zoo by the open gate, its director has said.</p>";

/// The first letters of the body's lines.
std::string lines_of(std::string_view html, const BodyHints& hints = {}) {
  std::string letters;
  bool at_start = true;
  for (const char c : page_body(HtmlDocument::parse(html), hints)) {
    if (at_start) letters += c;
    at_start = c == '\n';
  }
  return letters;
}

std::string div(std::string_view name, const std::string& content) {
  return "<div class='" + std::string(name) + "'>" + content + "</div>";
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("page body: the prose, not the page around it") {
  const std::string menu = "<ul><li><a>News</a><li><a>Sport</a><li><a>Weather</a></ul>";
  CHECK(lines_of(menu + "<div><h1>Title</h1>" + story + "</div>" + div("x", menu)) == "ABC");
  CHECK(lines_of("<nav>" + teaser + "</nav><div>" + story + "</div><footer>" + teaser) == "ABC");
}

TEST_CASE("page body: an element that is called the story is") {
  CHECK(lines_of(div("x", teaser + teaser) + div("article-body", story)) == "ABC");
  CHECK(lines_of(div("x", teaser) + "<div itemprop=articleBody>" + story + "</div>") == "ABC");
  // even where it has lists and tables and hardly a sentence
  CHECK(lines_of("<div>" + teaser + "</div>" +
                 div("entry-content", "<p>Results</p><ul>" +
                                          repeated("<li>River Rowers against Town, two to one", 9) +
                                          "</ul>")) == "RRRRRRRRRR");
}

TEST_CASE("page body: a story in pieces is whole, and the second story of a page is not read") {
  const std::string two_pieces =
      div("story-text", para_a + para_b) + div("x", "<a>More</a>") + div("story-text", para_c);
  CHECK(lines_of("<article>" + two_pieces + "</article>") == "ABC");
  CHECK(lines_of("<article><h1>One</h1>" + div("story-text", story) + "</article><article>" +
                 "<h1>Two</h1>" + div("story-text", teaser + teaser + teaser) + "</article>") ==
        "ABC");
}

TEST_CASE("page body: paragraphs beside the element with most of the story are its text") {
  CHECK(lines_of("<main>" + para_a + div("x", repeated(para_b + para_c, 9)) + "</main>") ==
        "A" + repeated("BC", 9));
  CHECK(lines_of("<main>" + div("teaser", div("article-body", para_a)) +
                 div("rest", div("article-body", repeated(para_b + para_c, 9))) + "</main>") ==
        "A" + repeated("BC", 9));
}

TEST_CASE("page body: bylines and dates around the story are none of it") {
  const BodyHints hints = {.authors = {"Ada Stone"}};
  CHECK(lines_of(div("article-body",
                     "<p>Written by Ada Stone</p><p>Updated 3 May 2021</p>"
                     "<p>5:36 in the morning</p><p>Dry facts</p>" +
                         story + "<p>Ada Stone, York</p><p>End of 2021</p>"),
                 hints) == "DABCE");
}

TEST_CASE("page body: furniture in the story, by its names and tags") {
  for (const std::string_view name :
       {"related-links", "newsletter", "share-bar", "byline", "comments", "caption", "ad-slot",
        "author-bio", "factBox", "promo", "cookie-consent"}) {
    CAPTURE(name);
    CHECK(lines_of(div("article-body", para_a + para_b + div(name, teaser) + para_c)) == "ABC");
  }
  for (const std::string_view tag : {"aside", "figure", "figcaption", "form", "nav", "footer"}) {
    CAPTURE(tag);
    const std::string open = "<" + std::string(tag) + ">";
    const std::string close = "</" + std::string(tag) + ">";
    CHECK(lines_of(div("article-body", para_a + para_b + open + teaser + close + para_c)) == "ABC");
  }
}

TEST_CASE("page body: a name is no furniture where it has the story") {
  CHECK(lines_of(div("has-sidebar", "<h1>Title</h1>" + story)) == "ABC");
  CHECK(lines_of("<form>" + story + "</form>") == "ABC");
  CHECK(lines_of(div("w", div("widget", para_a) + div("widget", para_b) + div("widget", para_c))) ==
        "ABC");
}

TEST_CASE("page body: what is hidden is no text, unless it is most of it") {
  CHECK(lines_of(div("article-body", story + "<div hidden>" + teaser + "</div>")) == "ABC");
  CHECK(lines_of("<article>" + para_a + "<div style='display:none'>" + para_b + para_c + para_b +
                 "</div></article>") == "ABCB");
}

TEST_CASE("page body: links alone are no text") {
  const std::string list = "<ul><li><a>Zoo is open</a><li><a>Zoo is shut</a></ul>";
  CHECK(lines_of(div("article-body", para_a + list + para_b)) == "AB");
  CHECK(lines_of(div("article-body", para_a + "<p><a>Zoo: read it all</a></p>" + para_b)) == "AB");
  const std::string items = "<ul><li>Deck: <a>steel</a><li>Dome of glass and of stone</ul>";
  CHECK(lines_of(div("article-body", para_a + items + para_b)) == "ADDB");
}

TEST_CASE("page body: the title is none of it, other headings are") {
  CHECK(lines_of(div("article-body", "<h1>Title</h1>" + para_a + "<h2>Head</h2>" + para_b)) ==
        "AHB");
  CHECK(lines_of(div("article-body", "<h2>The title</h2>" + para_a), {.title = "The  title"}) ==
        "A");
  CHECK(lines_of(div("article-body", para_a + "<h2>Zoos that you may like</h2>")) == "A");
}

TEST_CASE("page body: the standfirst and labels are none of it") {
  CHECK(lines_of(div("article-body",
                     "<p class=standfirst>Zebras are not seen in this town any "
                     "more, it is said.</p>" +
                         story)) == "ABC");
  CHECK(lines_of(div("article-body", "<div>Zone 3, Monday</div>" + para_a + "<div>Zone 4</div>" +
                                         para_b + "<div>Zones</div>")) == "AB");
}

TEST_CASE("page body: the summary is none of it, unless it is the first paragraph") {
  const BodyHints hints = {.summaries = {"zebrasarenotseeninthistownanymoreitissaidthere"}};
  const std::string zebras = "Zebras are not seen in this town any more, it is said there.";
  const std::string text = story + story;
  CHECK(lines_of(div("article-body", "<p class=x>" + zebras + "</p>" + text), hints) == "ABCABC");
  CHECK(lines_of(div("article-body", "<p><b>" + zebras + "</b></p>" + text), hints) == "ABCABC");
  CHECK(lines_of(div("article-body", div("x", "<p>" + zebras + "</p>") + text), hints) == "ABCABC");
  CHECK(lines_of(div("article-body", "<p>" + zebras + "</p>" + text), hints) == "ZABCABC");
  CHECK(lines_of(div("article-body", "<p class=x>" + zebras + "</p>" + text)) == "ZABCABC");
}

TEST_CASE("page body: a sentence that is mostly a link is text, a label with a link is none") {
  CHECK(lines_of(div("article-body", para_a +
                                         "<p>Engineers had <a>told the town of all the cracks "
                                         "two years ago</a>.</p>" +
                                         para_b)) == "AEB");
  CHECK(lines_of(div("article-body",
                     para_a + "<p>Our rules: <a>Zeal, and the Zoo Post's principles of truth.</a>" +
                         para_b)) == "AB");
}

TEST_CASE("page body: comments and requests for consent may be longer than the story") {
  const std::string others = repeated(teaser, 40);
  CHECK(lines_of("<h1>Title</h1>" + div("x", story + para_a) + div("reader-comments", others)) ==
        "ABCA");
  CHECK(lines_of(div("cookie-wall", others) + "<h1>Title</h1>" + div("x", story + para_a)) ==
        "ABCA");
  CHECK(lines_of(div("x", "<h1>Title</h1>" + story + para_a) + "<div role=dialog><div>" + others +
                 "</div></div>") == "ABCA");
  // unless there is hardly anything else
  CHECK(lines_of(para_a + div("cookie-wall", story + story + story)) == "AABCABCABC");
}

TEST_CASE("page body: a list of headings with short paragraphs is a story") {
  std::string list = para_a;
  for (int i = 0; i < 9; ++i) list += "<h2>East mole</h2><p>Windy. Take a hat.</p>";
  CHECK(lines_of("<div>" + teaser + "</div>" + div("article-body", list)) ==
        "A" + repeated("EW", 9));
}

TEST_CASE("page body: what points to other stories is none of it") {
  CHECK(lines_of(div("article-body", para_a + "<p>Read more: <a>Zebras</a> of the north</p>" +
                                         para_b + "<p>Photo: Zoe Stone</p>" + para_c)) == "ABC");
  CHECK(lines_of(div("article-body", para_a +
                                         "<p>Video: the boats that passed below it were told "
                                         "to go slow.</p>" +
                                         para_b)) == "AVB");
}

TEST_CASE("page body: what the outlet says for itself behind the story is none of it") {
  const std::string text = story + story;
  const std::string invitation = "<p>Zebras and more: sign up to our newsletter, it is free.</p>";
  const std::string linked = "<p>Zebras and more: <a>sign up here</a> for all of the letters.</p>";
  const std::string rights = "<p>© 2024 Zoo Post and all of the others who wrote in it.</p>";
  CHECK(lines_of(div("article-body", text + invitation + rights)) == "ABCABC");
  CHECK(lines_of(div("article-body", text + linked + para_a + rights)) == "ABCABCA");
  // an invitation without a link may be of the story where that goes on
  CHECK(lines_of(div("article-body", text + invitation + para_a)) == "ABCABCZA");
  CHECK(lines_of(div("article-body", linked + text)) == "ZABCABC");
}

TEST_CASE("page body: short paragraphs, quotes, tables and bare text are") {
  CHECK(lines_of(div("article-body", "<p>Dry facts</p>" + para_a + "<p>End</p>")) == "DAE");
  CHECK(lines_of(div("article-body",
                     para_a + div("social", "<blockquote><p>Dear town</p></blockquote>") +
                         "<table><tr><td>East</td><td>3</td></tr></table>" + para_b)) == "ADEB");
  CHECK(lines_of("<div>A bridge over the slow river was closed to all traffic today.<br><br>"
                 "Boats went on to pass below it, the harbour master has said.<br>Cars do not."
                 "</div>") == "ABC");
}

TEST_CASE("page body: a page of anything keeps its text") {
  CHECK(lines_of("<ul><li><a>Zoo</a><li><a>Yard</a></ul>") == "ZY");
  CHECK(lines_of("Words").size() == 1);
  CHECK(lines_of("").empty());
  CHECK(lines_of("<script>var x = 1;</script>").empty());
}

TEST_CASE("page body: linked data has the text where the elements do not") {
  const std::string text = "A bridge is closed. Boats go on. Cars go round. It is mended in May.";
  CHECK(page_body(HtmlDocument::parse("<p>Loading"), {.linked_body = text}) == text);
  CHECK(lines_of(div("article-body", story), {.linked_body = text}) == "ABC");
}

TEST_CASE("page body: hostile pages cost no more than their length") {
  for (const std::string_view part :
       {"<div class='article-body related comments'>x", "<ul><li>x", "<b>", "</p>", "<table><td>x",
        "<blockquote>", "<a>x", "x<br>", "<h1>x", "<p class=related>A long sentence, to be prose.",
        "<article><h1>x</h1><div class=article-body><p>A long sentence, so that it is prose."}) {
    CAPTURE(part);
    page_body(HtmlDocument::parse(repeated(part, 20'000)), {});
  }
}

TEST_CASE("page body: a story of one long paragraph keeps the short ones beside it") {
  CHECK(lines_of("<body>" + para_a + "<p>Nobody was hurt.</p></body>") == "AN");
  CHECK(lines_of("<body><div><p><span>" + para_a.substr(3) +
                 "<p>Nobody was hurt.</p></div></body>") == "AN");
}
