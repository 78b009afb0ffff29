// SPDX-License-Identifier: GPL-3.0-or-later
// The article beside the hits.
#include "searcher/interactive/article_view.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

Hit ferry() {
  Hit hit;
  hit.article.id = "17";
  hit.article.title = "Ferry late";
  hit.article.outlet = "Courier";
  hit.article.body = "The ferry was late.\nAnother ferry was not.";
  hit.title_highlights = {{0, 5}};
  hit.body_highlights = {{4, 9}, {28, 33}};
  return hit;
}

/// Lines of text, what is lit up in [brackets].
std::string shown(const std::vector<ScreenLine>& lines) {
  std::string out;
  for (const ScreenLine& line : lines) {
    for (const Span& span : line) {
      out += span.look == Look::marked ? "[" + span.text + "]" : span.text;
    }
    out += "\n";
  }
  return out;
}

std::vector<ScreenLine> numbered(int count, int lit = -1) {
  std::vector<ScreenLine> lines;
  for (int i = 0; i < count; ++i) {
    lines.push_back({{std::to_string(i), i == lit ? Look::marked : Look::plain}});
  }
  return lines;
}

}  // namespace

TEST_CASE("article view: title, facts and paragraphs, with the query's words lit up") {
  CHECK(shown(article_lines(ferry(), 40)) ==
        "[Ferry] late\nCourier · 17\n\nThe [ferry] was late.\n\nAnother [ferry] was not.\n");
  CHECK(shown(article_lines(ferry(), 12)) ==
        "[Ferry] late\nCourier · 17\n\nThe [ferry]\nwas late.\n\nAnother\n[ferry] was\nnot.\n");
}

TEST_CASE("article view: an article without anything but an id") {
  Hit hit;
  hit.article.id = "17";
  CHECK(shown(article_lines(hit, 40)) == "(untitled)\n17\n");
}

TEST_CASE("article view: it scrolls inside of its lines") {
  ArticleView view;
  view.show(numbered(10));
  view.resize(4);
  const auto top_after = [&view](int pages) {
    view.page(pages);
    return view.top();
  };
  CHECK(top_after(1) == 3);  // a line of the page before stays
  CHECK(top_after(9) == 6);
  CHECK(top_after(-1) == 3);
  CHECK(top_after(-9) == 0);
  view.scroll(100);
  view.resize(20);
  CHECK(view.top() == 0);
}

TEST_CASE("article view: the next line with a word of the query comes to the top") {
  ArticleView view;
  view.show(numbered(10, 5));
  view.resize(3);
  CHECK(view.seek(1));
  CHECK(view.top() == 5);
  CHECK_FALSE(view.seek(1));
  view.scroll(2);
  CHECK(view.seek(-1));
  CHECK(view.top() == 5);
}

TEST_CASE("article view: another width keeps about the place") {
  ArticleView view;
  view.show(numbered(100));
  view.resize(10);
  view.scroll(50);
  view.reflow(numbered(200));
  CHECK(view.top() == 100);
}
