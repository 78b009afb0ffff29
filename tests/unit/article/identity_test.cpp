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

std::string key_of(std::string_view id, std::string_view url) {
  return identity_of(with(id, url)).key;
}

constexpr std::string_view page = "https://example.com/rain";

}  // namespace

TEST_CASE("identity: how far an id or a URL or a place reaches") {
  struct Row {
    std::string_view id;
    std::string_view url;
    IdentityScope scope;
  };
  const Row rows[] = {
      {"urn:uuid:1", "", IdentityScope::everywhere},
      {"tag:example.com,2005:1", "", IdentityScope::everywhere},
      {"http://example.com/?p=1", "", IdentityScope::everywhere},
      {"<1@example.com>", "", IdentityScope::everywhere},
      {"0f8fad5b-d9cb-469f-a165-70867728950e", "", IdentityScope::everywhere},
      {"17", page, IdentityScope::everywhere},
      {"", page, IdentityScope::everywhere},
      {"", "https://example.com/?id=1", IdentityScope::everywhere},
      {"17", "", IdentityScope::collection},
      {"a-long-name-of-letters-only", "", IdentityScope::collection},
      {"17 of 20 in the long list of ids", "", IdentityScope::collection},
      {"17", "https://example.com/", IdentityScope::collection},
      {"", "", IdentityScope::source},
      {"", "https://example.com", IdentityScope::source},
      {"", "https://example.com/", IdentityScope::source},
      {"", "example.com/rain", IdentityScope::source},
      {"", "://", IdentityScope::source},
  };
  for (const Row& row : rows) {
    CAPTURE(row.id);
    CAPTURE(row.url);
    const Identity identity = identity_of(with(row.id, row.url));
    CHECK(identity.scope == row.scope);
    CHECK(identity.key.size() == Hasher::digest_chars);
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
  CHECK(identity_of(other).key == key_of("urn:17", ""));
}

TEST_CASE("identity: without an id or a page the place counts and not the text") {
  const Article article = with("", "");
  Article changed = article;
  changed.title = "Other";
  changed.origin.name = "seen/from/elsewhere/a.json";
  CHECK(identity_of(changed).key == identity_of(article).key);
  for (const auto part : {0, 1, 2}) {
    Article moved = article;
    if (part == 0) moved.origin.path += "x";
    if (part == 1) moved.origin.member = "x";
    if (part == 2) moved.origin.record = 4;
    CHECK(identity_of(moved).key != identity_of(article).key);
  }
}

TEST_CASE("identity: the parts of a place are not run together") {
  Article one = with("", "");
  Article two = one;
  one.origin.path = "/a";
  one.origin.member = "bc";
  two.origin.path = "/ab";
  two.origin.member = "c";
  CHECK(identity_of(one).key != identity_of(two).key);
}

TEST_CASE("identity: on standard input the text is all there is") {
  Article article = with("", "");
  article.origin = {.path = "-", .name = "-", .member = "", .record = 1};
  Article again = article;
  again.origin.record = 2;
  CHECK(identity_of(again).key == identity_of(article).key);
  again.body = "Other";
  CHECK(identity_of(again).key != identity_of(article).key);
}
