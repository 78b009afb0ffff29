// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/browser.hpp"

#include "news/base/error.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace news;

namespace {

Environment with_browser(const std::string& browser) {
  return [browser](const char* name) { return std::string(name) == "BROWSER" ? browser : ""; };
}

std::string commands(const std::string& browser) {
  std::string out;
  for (const auto& command : browser_commands("http://x/a b", with_browser(browser))) {
    out += fmt::format("<{}>", fmt::join(command, "|"));
  }
  return out;
}

}  // namespace

TEST_CASE("browser: the commands of $BROWSER with the address in its place") {
  CHECK(commands("") == "<xdg-open|http://x/a b>");
  CHECK(commands("lynx") == "<lynx|http://x/a b>");
  CHECK(commands("fox --tab=%s -q:lynx") == "<fox|--tab=http://x/a b|-q><lynx|http://x/a b>");
  CHECK(commands("::") == "<xdg-open|http://x/a b>");
}

TEST_CASE("browser: the first that can be run is taken, and must succeed") {
  CHECK_NOTHROW(open_in_browser("x", with_browser("/no/such/browser:true")));
  CHECK_THROWS_WITH_AS(open_in_browser("x", with_browser("/no/such/browser")),
                       "$BROWSER: cannot run /no/such/browser", UsageError);
  CHECK_THROWS_WITH_AS(open_in_browser("x", with_browser("false:true")),
                       "$BROWSER: false ended with 1", UsageError);
}
