// SPDX-License-Identifier: GPL-3.0-or-later
// What a configuration file adds to a command line.
#include "news/cli/configuration.hpp"

#include "news/cli/command_line.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace news;

namespace {

const OptionList options = {
    Option{"index", 'i', "DIR", "where", OptionValue::folder}.repeated(),
    {"limit", 'n', "N", "how many", OptionValue::text},
    Option{"all", 0, "", "every word"}.opposite_of("any"),
    Option{"any", 0, "", "any word"}.opposite_of("all"),
    Option{"show", 0, "ID", "one article", OptionValue::text}.command_line_only(),
};

using Arguments = std::vector<std::string>;

boost::program_options::variables_map typed(const Arguments& arguments) {
  return parse_command_line(arguments, to_program_options(options));
}

/// The arguments that a file adds.
std::string added(const std::string& file, const Arguments& arguments = {}) {
  const Configuration configuration(file, "config", options, "/home/ada");
  return fmt::format("{}", fmt::join(configuration.arguments(options, typed(arguments)), " "));
}

std::string error(const std::string& file) {
  try {
    const Configuration configuration(file, "config", options, "/home/ada");
  } catch (const UsageError& error) {
    return std::string(error.what()) + "\n" + error.remedy();
  }
  return "no error";
}

}  // namespace

TEST_CASE("configuration: an option a line, with comments and blank lines") {
  CHECK(added("# mine\n\n limit =  20  # enough\nall\n--index=news.idx\n") ==
        "--limit=20 --all --index=news.idx");
  CHECK(added("limit=5") == "--limit=5");
  CHECK(added("limit = 5\r\nall\r\n") == "--limit=5 --all");
  CHECK(added("index = C#News # a comment") == "--index=C#News");
  CHECK(added("").empty());
}

TEST_CASE("configuration: the home folder may be written as in a shell") {
  CHECK(added("index = ~/news.idx") == "--index=/home/ada/news.idx");
  CHECK(added("limit = ~/5") == "--limit=~/5");
}

TEST_CASE("configuration: what the command line gives takes the place of all lines that give it") {
  CHECK(added("limit = 20\nall", {"--limit", "3"}) == "--all");
  CHECK(added("index = a\nindex = b\nlimit = 2", {"-i", "c"}) == "--limit=2");
  CHECK(added("index = a\nindex = b") == "--index=a --index=b");
}

TEST_CASE("configuration: so does the opposite of an option") {
  CHECK(added("all\nlimit = 2", {"--any"}) == "--limit=2");
}

TEST_CASE("configuration: a dropped option is as if no line gave it") {
  Configuration configuration("index = a\nlimit = 2\nindex = b", "config", options, "");
  configuration.drop("index");
  CHECK(configuration.arguments(options, typed({})) == Arguments{"--limit=2"});
}

TEST_CASE("configuration: errors name the line") {
  CHECK(error("all\nlimt = 3") == "config:2: there is no option 'limt'\nDid you mean limit?");
  CHECK(error("=") ==
        "config:1: there is no option ''\nMend the file, or leave it out with --no-config.");
  CHECK(error("show = 7") ==
        "config:1: --show is for the command line alone\nIt would change what every command does.");
  CHECK(error("all = yes") == "config:1: 'all' takes no value\nA switch stands alone in its line.");
  CHECK(error("limit") == "config:1: 'limit' needs a value\nWrite limit = N.");
  CHECK(error("limit = 1\nlimit = 2") == "config:2: 'limit' was set before\n");
}

TEST_CASE("configuration: an error about a value that the file gives says so") {
  const Configuration configuration("limit = x", "config", options, "");
  const UsageError wrong("--limit", "takes a number");
  CHECK(std::string(configuration.located(wrong, typed({})).what()) ==
        "config:1: --limit: takes a number");
  CHECK(std::string(configuration.located(wrong, typed({"-n", "y"})).what()) ==
        "--limit: takes a number");
}
