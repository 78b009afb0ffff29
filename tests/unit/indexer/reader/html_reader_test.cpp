// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/page/page.hpp"

#include <string>
#include <string_view>
#include <variant>

#include <doctest/doctest.h>

using namespace news;

namespace {

const auto reader = make_html_reader();

Article article_of(std::string_view html, std::string_view charset = {}) {
  Parsed parsed = read_page(html, charset);
  REQUIRE(std::holds_alternative<Article>(parsed));
  return std::get<Article>(std::move(parsed));
}

std::string reason_of(const std::string& html) {
  const Parsed parsed = read_page(html);
  return std::holds_alternative<Unreadable>(parsed) ? std::get<Unreadable>(parsed).reason : "";
}

}  // namespace

TEST_CASE("html reader: pages are recognized by how they begin") {
  for (const std::string_view head :
       {"<!DOCTYPE html>", "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", "\n<HTML>",
        "<html lang=en>", "<head><title>x", "<body>", "<meta charset=utf-8>", "<p>x", "<div>x",
        "\xEF\xBB\xBF<!DOCTYPE html>", "<!-- saved --> <!-- twice -->\n<html>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">", "<?xml version=\"1.0\"?><html>"}) {
    CAPTURE(head);
    CHECK(reader->recognizes({head, "x"}));
  }
  for (const std::string_view head :
       {"A story of <html>", "<htmlish>", "<rss>", "<?xml version=\"1.0\"?><rss>",
        "<!DOCTYPE nitf>", "<!DOCTYPE htmlx>", "<nitf><head>", "<feed>", "<", "<!--", "<?", "",
        "< html>", "<5 bridges"}) {
    CAPTURE(head);
    CHECK_FALSE(reader->recognizes({head, "x"}));
  }
}

TEST_CASE("html reader: or by the name, if there is markup") {
  CHECK(reader->recognizes({"Bridge <b>closed</b>", "x.HTML"}));
  CHECK(reader->recognizes({"<center>Bridge", "x.htm"}));
  CHECK(reader->recognizes({"<svg>", "x.xhtml"}));
  CHECK_FALSE(reader->recognizes({"Bridge closed", "x.html"}));
  CHECK_FALSE(reader->recognizes({"Bridge <b>closed</b>", "x.txt"}));
}

TEST_CASE("html reader: a page is one article") {
  RawRecord record;
  record.bytes = "<title>Bridge closed</title><p>The bridge is closed.";
  const auto parsed = reader->parse(record);
  REQUIRE(parsed.size() == 1);
  const auto& article = std::get<Article>(parsed.front());
  CHECK(article.title == "Bridge closed");
  CHECK(article.body == "The bridge is closed.");
}

TEST_CASE("html reader: bytes are decoded as the page, else a header says") {
  CHECK(article_of("<meta charset=windows-1251><p>\xEC\xEE\xF1\xF2").body == "мост");
  CHECK(article_of("<p>\xEC\xEE\xF1\xF2", "windows-1251").body == "мост");
  CHECK(article_of("<meta charset=latin1><p>мост").body == "мост");
}

TEST_CASE("html reader: what has no text, or is no page at all, is named") {
  CHECK(reason_of("") == "a page without text");
  CHECK(reason_of("<html><body><img src=x></body></html>") == "a page without text");
  CHECK(reason_of(std::string(max_page_bytes + 1, 'x')) == "a page longer than 16 MB");
}

TEST_CASE("html reader: every truncation is read") {
  const std::string page =
      "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Título</title></head><body>"
      "<div class=\"article-body\"><p>One &amp; <a href='x'>two</a>.</p><!-- c --></div></body>";
  for (std::size_t size = 0; size <= page.size(); ++size) read_page(page.substr(0, size));
  for (std::size_t at = 0; at < page.size(); ++at) {
    std::string broken = page;
    broken[at] = '\0';
    read_page(broken);
  }
}
