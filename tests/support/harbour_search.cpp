// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/harbour_search.hpp"

#include <filesystem>
#include <utility>

#include <doctest/doctest.h>

namespace news::test {

namespace {

std::string line(const nlohmann::json& article) { return article.dump() + "\n"; }

}  // namespace

void index_harbour(const NewsFolder& folder) {
  std::string lines = line({{"id", "late"},
                            {"title", "Ferry late again"},
                            {"outlet", "Norwick Courier"},
                            {"published", "2005-11-20"},
                            {"url", "https://courier.example.org/late"},
                            {"body", "The ferry was late.\nNobody was angry this time."}}) +
                      line({{"id", "zh"},
                            {"title", "渡輪沉沒 ferry 🚢"},
                            {"outlet", "海港日報"},
                            {"published", "2004-11-20"},
                            {"body", "渡輪 ferry 昨晚在港口外沉沒，沒有人受傷。"}});
  for (int i = 1; i <= 30; ++i) {
    lines += line(
        {{"id", std::to_string(i)},
         {"title", "Harbour report " + std::to_string(i)},
         {"outlet", "Coast Radio"},
         {"published", "2003-01-" + std::to_string(100 + i).substr(1)},
         {"body", "Ships of day " + std::to_string(i) + " " + std::string(std::size_t(i), 'x')}});
  }
  folder.write("a.jsonl", lines);
  folder.index();
}

std::string interactive_command(const NewsFolder& folder, const std::string& arguments) {
  return std::string(NEWS_SEARCH_PROGRAM) + " --no-config -i '" + folder.index_folder() +
         "' --interactive " + arguments;
}

Invocation interactive(const NewsFolder& folder, const std::string& arguments,
                       std::vector<std::string> environment) {
  // A crash is wanted here, and what is left of it is not.
  return {
      .command = {"/bin/sh", "-c", "ulimit -c 0; exec " + interactive_command(folder, arguments)},
      .environment = std::move(environment)};
}

/// In a subshell, which Ctrl-Z stops as a whole, so that the end is told whenever it comes.
void begin(const TmuxWindow& window, const NewsFolder& folder, const std::string& arguments) {
  window.enter("clear; stty -a > '" + (folder.outside() / "before") + "'; (" +
               interactive_command(folder, arguments) + "; echo ended with $?)");
  REQUIRE(window.shows("Esc leave"));
}

void begin_with_one(const TmuxWindow& window, const NewsFolder& folder) {
  begin(window, folder, "angry");
  REQUIRE(window.shows("1 article"));
}

void use_browser(const TmuxWindow& window, const NewsFolder& folder, const std::string& script) {
  folder.outside().write("browser", script);
  std::filesystem::permissions(folder.outside() / "browser", std::filesystem::perms::owner_all);
  window.enter("unset DISPLAY WAYLAND_DISPLAY; export BROWSER=browser PATH=\"$PATH:" +
               (folder.outside() / "") + "\"");
}

void check_left(const TmuxWindow& window, const NewsFolder& folder, int exit_code) {
  CHECK(window.shows("ended with " + std::to_string(exit_code)));
  window.enter("stty -a | cmp - '" + (folder.outside() / "before") +
               "' && echo terminal as before");
  CHECK(window.shows("\nterminal as before"));
}

}  // namespace news::test
