// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles a saved search has told of.
#include "searcher/alert/told_articles.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

Article story() {
  Article article;
  article.id = "17";
  article.title = "Ferry sails";
  article.body = "It sailed at noon.";
  article.outlet = "Courier";
  return article;
}

template <typename Change>
bool is_known_after(Change change) {
  ToldArticles told;
  told.add(story());
  Article article = story();
  change(article);
  return told.knows(article);
}

}  // namespace

TEST_CASE("told articles: an article is known by identity and title, or identity and text") {
  CHECK(is_known_after([](Article&) {}));
  CHECK(is_known_after([](Article& article) { article.title = "Ferry sails at last"; }));
  CHECK(is_known_after([](Article& article) { article.body = "It sailed at one."; }));
  CHECK_FALSE(is_known_after([](Article& article) {
    article.title = "Strike";
    article.body = "Nothing sails.";
  }));
}

TEST_CASE("told articles: what has another identity is known by all that it says") {
  CHECK(is_known_after([](Article& article) { article.id = "18"; }));
  CHECK_FALSE(is_known_after([](Article& article) {
    article.id = "18";
    article.outlet = "Gazette";
  }));
  CHECK_FALSE(is_known_after([](Article& article) {
    article.id = "18";
    article.title = "Ferry";
  }));
}

TEST_CASE("told articles: their bytes bring them back") {
  ToldArticles told;
  CHECK(told.bytes().empty());
  told.add(story());
  told.add(story());
  CHECK(told.bytes().size() == 24);
  CHECK(ToldArticles(told.bytes()) == told);
  CHECK(ToldArticles(told.bytes()).knows(story()));
}

TEST_CASE("told articles: a file that was cut short forgets what it lost, and nothing else") {
  ToldArticles told;
  told.add(story());
  const std::string bytes = told.bytes();
  CHECK(ToldArticles(bytes.substr(0, bytes.size() - 3)).bytes() == bytes.substr(0, 16));
}
