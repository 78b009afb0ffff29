// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/pager.hpp"

#include <map>

#include <doctest/doctest.h>

using namespace news;

namespace {

Environment with(std::map<std::string, std::string> variables) {
  return [variables = std::move(variables)](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? "" : found->second;
  };
}

}  // namespace

TEST_CASE("pager: $PAGER, else less where there is one, else none") {
  CHECK(pager_command(with({{"PAGER", "most -s"}})) == "most -s");
  CHECK(pager_command(with({{"PAGER", "cat"}, {"PATH", "/usr/bin"}})).empty());
  CHECK(pager_command(with({{"PATH", "/no/such/folder"}})).empty());
  CHECK(pager_command(with({{"PAGER", " "}, {"PATH", "/no/such/folder"}})).empty());
}

TEST_CASE("pager: links are for less alone") {
  CHECK(pager_shows_hyperlinks(with({{"PAGER", "less -R"}})));
  CHECK(pager_shows_hyperlinks(with({{"PAGER", "/usr/bin/less"}})));
  CHECK_FALSE(pager_shows_hyperlinks(with({{"PAGER", "most"}})));
  CHECK_FALSE(pager_shows_hyperlinks(with({{"PAGER", "lessen"}})));
}

TEST_CASE("pager: how many rows of the screen a text takes") {
  CHECK(screen_rows("", 80) == 0);
  CHECK(screen_rows("\n\n", 80) == 2);
  CHECK(screen_rows("a\nb", 80) == 2);
  CHECK(screen_rows("1234567890\n", 5) == 2);
  CHECK(screen_rows("\u6E21\u8F2A\u6E21\n", 4) == 2);
  CHECK(screen_rows("\033[1;31m12345\033[22;39m\n", 5) == 1);
  CHECK(screen_rows("\033]8;;https://long.example.org/\033\\12345\033]8;;\033\\\n", 5) == 1);
  CHECK(screen_rows("12345\033", 5) == 1);
}
