// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/hyperlink.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

std::string target_of(const std::string& url, const std::string& path) {
  Article article;
  article.url = url;
  article.origin.path = path;
  return link_target(article);
}

/// What stands behind the name of the host.
std::string path_of(const std::string& target) {
  return target.starts_with("file://") ? target.substr(target.find('/', 7)) : target;
}

}  // namespace

TEST_CASE("hyperlink: which addresses a browser may be sent to") {
  for (const char* safe : {"http://a.example/", "HTTPS://a.example/?q=1#x", "ftp://a.example/f"}) {
    CAPTURE(safe);
    CHECK(is_safe_url(safe));
  }
  for (const char* unsafe :
       {"", "a.example", "javascript:alert(1)", "file:///etc/passwd", "https:a", "http", "--help",
        "data:text/html,x", "https://a.example/ b", "https://a.example/\033]8;;"}) {
    CAPTURE(unsafe);
    CHECK_FALSE(is_safe_url(unsafe));
  }
  CHECK_FALSE(is_safe_url("https://a.example/" + std::string(3000, 'x')));
}

TEST_CASE("hyperlink: an article's address, else its file") {
  CHECK(target_of("https://a.example/caf\u00E9", "/n/a") == "https://a.example/caf%C3%A9");
  CHECK(path_of(target_of("", "/n/a b#1.jsonl")) == "/n/a%20b%231.jsonl");
  CHECK(path_of(target_of("javascript:alert(1)", "/n/a")) == "/n/a");
  CHECK(target_of("", "-").empty());
}

TEST_CASE("hyperlink: the sequence of the terminal") {
  CHECK(hyperlink("Fog", "https://a.example/") ==
        "\033]8;;https://a.example/\033\\Fog\033]8;;\033\\");
  CHECK(hyperlink("Fog", "") == "Fog");
  CHECK(hyperlink("", "https://a.example/").empty());
}
