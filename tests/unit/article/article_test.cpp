// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/article.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("article: an origin is written as its name and member and record") {
  struct Row {
    Origin origin;
    std::string_view written;
  };
  const Row rows[] = {
      {{.path = "/n/a.txt", .name = "a.txt", .member = "", .record = 0}, "a.txt"},
      {{.path = "/n/a.zip", .name = "a.zip", .member = "b/c.txt", .record = 0}, "a.zip!b/c.txt"},
      {{.path = "/n/a.csv", .name = "a.csv", .member = "", .record = 3}, "a.csv#3"},
      {{.path = "/n/a.zip", .name = "a.zip", .member = "b.csv", .record = 3}, "a.zip!b.csv#3"},
      {{.path = "-", .name = "", .member = "", .record = 1}, "-#1"},
  };
  for (const Row& row : rows) CHECK(to_string(row.origin) == row.written);
}

TEST_CASE("article: it is called by its own id or else by its origin") {
  Article article;
  article.origin = {.path = "/n/a.csv", .name = "a.csv", .member = "", .record = 3};
  CHECK(display_id(article) == "a.csv#3");
  article.id = "17";
  CHECK(display_id(article) == "17");
}

TEST_CASE("article: normalize folds white space and repairs what is ill formed") {
  Article article;
  article.id = " 17\n";
  article.url = "https://example.com/a ";
  article.title = "Rain\n fell\x01";
  article.outlet = "The\u00A0Post";
  article.section = "\t";
  article.body = "  One.  \n\n Two\xFF. ";
  normalize(article);
  CHECK(article.id == "17");
  CHECK(article.url == "https://example.com/a");
  CHECK(article.title == "Rain fell");
  CHECK_FALSE(article.title_from_text);
  CHECK(article.outlet == "The Post");
  CHECK(article.section.empty());
  CHECK(article.body == "One.\nTwo\uFFFD.");
}

TEST_CASE("article: normalize drops empty and repeated authors and topics") {
  Article article;
  article.authors = {"Jane Doe", "", " Jane  Doe ", "John Roe", "\n"};
  article.topics = {"rain", "rain", "Rain", " "};
  normalize(article);
  CHECK(article.authors == std::vector<std::string>{"Jane Doe", "John Roe"});
  CHECK(article.topics == std::vector<std::string>{"rain", "Rain"});
}

TEST_CASE("article: normalize makes a missing title from the text") {
  Article article;
  article.title = " ";
  article.body = "Rain fell. More came.";
  normalize(article);
  CHECK(article.title == "Rain fell");
  CHECK(article.title_from_text);
  Article empty;
  normalize(empty);
  CHECK(empty.title.empty());
  CHECK_FALSE(empty.title_from_text);
}

TEST_CASE("article: to normalize twice is to normalize once") {
  Article article;
  article.title = " a\u2028b ";
  article.authors = {" x ", "y"};
  article.body = "c\r\n\r\n d\u0085e";
  normalize(article);
  Article again = article;
  normalize(again);
  CHECK(again == article);
}
