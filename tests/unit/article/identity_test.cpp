// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/identity.hpp"

#include "news/base/hash.hpp"

#include <set>

#include <doctest/doctest.h>

using namespace news;

namespace {

Article with(std::string_view id, std::string_view url) {
  Article article;
  article.id = id;
  article.url = url;
  article.title = "Rain fell";
  article.origin = {.path = "/news/a.json", .name = "a.json", .member = "", .record = 3};
  return article;
}

std::string key_of(std::string_view id, std::string_view url) { return identity_of(with(id, url)); }

constexpr std::string_view page = "https://example.com/rain";

}  // namespace

TEST_CASE("identity: what an article is known by") {
  const auto elsewhere = [](std::string_view id, std::string_view url) {
    Article article = with(id, url);
    article.origin.path = "/elsewhere";
    return identity_of(article);
  };
  struct Row {
    std::string_view id;
    std::string_view url;
    bool by_id_alone;
    bool by_place;
  };
  const Row rows[] = {
      {"urn:uuid:1", page, true, false},
      {"tag:example.com,2005:1", page, true, false},
      {"http://example.com/?p=1", page, true, false},
      {"<1@example.com>", page, true, false},
      {"0f8fad5b-d9cb-469f-a165-70867728950e", page, true, false},
      {"17", page, false, false},
      {"a-long-name-of-letters-only", page, false, false},
      {"17 of 20 in the long list of ids", page, false, false},
      {"", page, false, false},
      {"", "https://example.com/?id=1", false, false},
      {"17", "https://example.com/", true, false},  // the URL of a site is no page's
      {"", "https://example.com", false, true},
      {"", "https://example.com/", false, true},
      {"", "example.com/rain", false, true},
      {"", "://", false, true},
      {"", "", false, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.id);
    CAPTURE(row.url);
    const std::string key = key_of(row.id, row.url);
    CHECK(key.size() == Hasher::digest_chars);
    CHECK((elsewhere(row.id, row.url) != key) == row.by_place);
    if (!row.id.empty()) CHECK((key_of(row.id, "") == key) == row.by_id_alone);
  }
}

TEST_CASE("identity: one page has one identity however its address is written") {
  CHECK(key_of("", page) == key_of("", "HTTPS://Example.COM/rain#top"));
  CHECK(key_of("", page) != key_of("", "https://example.com/Rain"));
  CHECK(key_of("", page) != key_of("", "https://example.com/rain?p=2"));
}

TEST_CASE("identity: what differs has another key") {
  const std::set<std::string> keys = {key_of("", ""),      key_of("17", ""),   key_of("18", ""),
                                      key_of("17", page),  key_of("18", page), key_of("", page),
                                      key_of("urn:17", "")};
  CHECK(keys.size() == 7);
}

TEST_CASE("identity: an id that is unique makes the rest of no account") {
  Article other = with("urn:17", page);
  other.title = "Other";
  other.origin.path = "/elsewhere";
  CHECK(identity_of(other) == key_of("urn:17", ""));
}

TEST_CASE("identity: without an id or a page the place counts and not the text") {
  const Article article = with("", "");
  Article changed = article;
  changed.title = "Other";
  changed.origin.name = "seen/from/elsewhere/a.json";
  CHECK(identity_of(changed) == identity_of(article));
  for (const auto part : {0, 1, 2}) {
    Article moved = article;
    if (part == 0) moved.origin.path += "x";
    if (part == 1) moved.origin.member = "x";
    if (part == 2) moved.origin.record = 4;
    CHECK(identity_of(moved) != identity_of(article));
  }
}

TEST_CASE("identity: the parts of a place are not run together") {
  Article one = with("", "");
  Article two = one;
  one.origin.path = "/a";
  one.origin.member = "bc";
  two.origin.path = "/ab";
  two.origin.member = "c";
  CHECK(identity_of(one) != identity_of(two));
}

TEST_CASE("identity: on standard input the text is all there is") {
  Article article = with("", "");
  article.origin = {.path = "-", .name = "-", .member = "", .record = 1};
  Article again = article;
  again.origin.record = 2;
  CHECK(identity_of(again) == identity_of(article));
  again.body = "Other";
  CHECK(identity_of(again) != identity_of(article));
}
