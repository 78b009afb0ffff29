// SPDX-License-Identifier: GPL-3.0-or-later
// Manuals, completions and configuration of the real programs.
#include "tests/support/news_folder.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news::test;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> programs = {NEWS_INDEX_PROGRAM, NEWS_SEARCH_PROGRAM};

std::string output_of(const std::vector<std::string>& command) {
  const Outcome outcome = run({.command = command});
  CHECK(outcome.exit_code == 0);
  return outcome.out;
}

/// The long options that --help lists.
std::set<std::string> options_of(const std::string& program) {
  const std::string help = output_of({program, "--help"});
  const std::regex line(R"(\n  (?:-., |    )--([a-z-]+))");
  std::set<std::string> names;
  for (std::sregex_iterator match(help.begin(), help.end(), line), end; match != end; ++match) {
    names.insert((*match)[1]);
  }
  CHECK(names.size() > 15);
  return names;
}

bool is_installed(const std::string& program) {
  return run({.command = {"sh", "-c", "command -v " + program}}).exit_code == 0;
}

/// What bash offers for the last of some words.
std::string completed(const std::string& words, const std::string& index) {
  const std::string script = "source <(" + std::string(NEWS_SEARCH_PROGRAM) +
                             " --generate bash)\n" + "COMP_WORDS=(" + NEWS_SEARCH_PROGRAM + " " +
                             words +
                             ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                             "compopt() { :; }\n_news_search\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
  return run({.command = {"bash", "-c", script}, .environment = {"NEWS_INDEX=" + index}}).out;
}

}  // namespace

TEST_CASE("manual: every option is in the manual page and in each completion") {
  for (const std::string& program : programs) {
    CAPTURE(program);
    for (const char* what : {"man", "bash", "zsh", "fish"}) {
      CAPTURE(what);
      std::string text = output_of({program, "--generate", what});
      text = std::regex_replace(text, std::regex(R"(\\-)"), "-");
      for (const std::string& option : options_of(program)) {
        CAPTURE(option);
        const std::string name = std::string(what) == "fish" ? "-l " + option : "--" + option;
        CHECK(text.find(name) != std::string::npos);
      }
    }
  }
}

TEST_CASE("manual: the page is set without a warning") {
  if (!is_installed("groff")) return;
  for (const std::string& program : programs) {
    const Outcome page = run({.command = {"groff", "-man", "-Tascii", "-P-cbou", "-ww"},
                              .input = output_of({program, "--generate", "man"})});
    CHECK(page.err.empty());
    CHECK(page.out.find("EXIT STATUS") != std::string::npos);
  }
}

TEST_CASE("manual: completions are scripts that their shells can read") {
  for (const std::string& program : programs) {
    for (const char* shell : {"bash", "zsh", "fish"}) {
      if (!is_installed(shell)) continue;
      CAPTURE(shell);
      const Outcome read =
          run({.command = {shell, "-n"}, .input = output_of({program, "--generate", shell})});
      CHECK(read.err.empty());
      CHECK(read.exit_code == 0);
    }
  }
}

TEST_CASE("manual: bash completes options, choices and what the index has") {
  const TemporaryFolder folder;
  const std::string index = folder / "news.idx";
  REQUIRE(news_index({"--index", index, "-q", NEWS_CORPUS_FOLDER}).exit_code == 0);
  CHECK(completed("--snip", index) == "--snippet-length\n");
  CHECK(completed("--sort new", index) == "newest\n");
  CHECK(completed("--outlet The\\ F", index) == "The\\ Ferrowby\\ Courier\n");
  CHECK(completed("--index '\"" + index + "\"' --language f", "/nowhere") == "fr\n");
}

TEST_CASE("manual: values are listed, the most frequent first") {
  const TemporaryFolder folder;
  const std::string index = folder / "news.idx";
  REQUIRE(news_index({"--index", index, "-q", NEWS_CORPUS_FOLDER}).exit_code == 0);
  const Outcome languages = news_search({"--index", index, "--values", "language"});
  CHECK(languages.exit_code == 0);
  CHECK(languages.out.starts_with("en\n"));
  CHECK(news_search({"--index", index, "--values", "outlet", "the", "ferr"}).out ==
        "The Ferrowby Courier\n");
  CHECK(news_search({"--index", index, "--values", "outlet", "zzz"}).exit_code == 1);
}

TEST_CASE("configuration: a file holds, the command line wins, and --no-config leaves it out") {
  const TemporaryFolder folder;
  const std::string index = folder / "news.idx";
  REQUIRE(news_index({"--index", index, "-q", NEWS_CORPUS_FOLDER}).exit_code == 0);
  fs::create_directories(folder / "news-search");
  std::ofstream(folder / "news-search/config") << "index = " << index << "\nlimit = 2\n";
  const auto search = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {NEWS_SEARCH_PROGRAM, "--format", "ids"});
    const Outcome outcome =
        run({.command = arguments, .environment = {"XDG_CONFIG_HOME=" + folder.path().string()}});
    return std::count(outcome.out.begin(), outcome.out.end(), '\n');
  };
  CHECK(search({"ferry"}) == 2);
  CHECK(search({"-n", "3", "ferry"}) == 3);
  CHECK(search({"--no-config", "--index", index, "ferry"}) == 10);
  CHECK(search({"--no-config", "ferry"}) == 0);
}

TEST_CASE("configuration: a mistake names the file and the line") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "news-index");
  std::ofstream(folder / "news-index/config") << "prune\nthreds = 2\n";
  const Outcome outcome = run({.command = {NEWS_INDEX_PROGRAM, "x"},
                               .environment = {"XDG_CONFIG_HOME=" + folder.path().string()}});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.err == "news-index: " + (folder.path() / "news-index/config").string() +
                           ":2: there is no option 'threds'\n  Did you mean threads?\n");
}
