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

std::string quoted(const std::string& text) {
  return "'" + std::regex_replace(text, std::regex("'"), "'\\''") + "'";
}

/// What bash offers for the last of some words, which are what has been typed, quotes and all.
std::string completed(const std::vector<std::string>& words, const std::string& index) {
  std::string script = "source <(" + quoted(NEWS_SEARCH_PROGRAM) + " --generate bash)\n" +
                       "COMP_WORDS=(" + quoted(NEWS_SEARCH_PROGRAM);
  for (const std::string& word : words) script += " " + quoted(word);
  script +=
      ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
      "compopt() { :; }\n_news_search\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
  return run({.command = {"bash", "-c", script}, .environment = {"NEWS_INDEX=" + index}}).out;
}

/// What stands in the line of an interactive zsh when a person has typed this and pressed Tab.
std::string completed_by_zsh(const TemporaryFolder& folder, const std::string& typed,
                             const std::string& index) {
  run({.command = {
           "sh", "-c",
           quoted(NEWS_SEARCH_PROGRAM) + " --generate zsh > " + quoted(folder / "_news-search")}});
  const std::string programs_folder = fs::path(NEWS_SEARCH_PROGRAM).parent_path().string();
  const std::string zshrc =
      "PS1='> '\nfpath=(" + quoted(folder.path().string()) + " $fpath)\npath=(" +
      quoted(programs_folder) + " $path)\nautoload -Uz compinit\ncompinit -u -D\n" +
      "report() { print -r -- \"$BUFFER\" > " + quoted(folder / "line") + "; exit }\n" +
      "zle -N report\nbindkey '^X' report\nbindkey '^I' complete-word\nprint ready\n";
  folder.write(".zshrc", zshrc);
  const std::string script = "zmodload zsh/zpty\nzpty z zsh -i\nzpty -r -m z line '*ready*'\n" +
                             ("zpty -n -w z " + quoted(typed)) + "$'\\t'$'\\C-X'\n" +
                             "zpty -r z line '*NEVER*'\n";
  run({.command = {"timeout", "60", "zsh", "-f", "-c", script},
       .environment = {"NEWS_INDEX=" + index, "ZDOTDIR=" + folder.path().string()}});
  return content_of(folder / "line");
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
  using Words = std::vector<std::string>;
  const auto offered = [&index](const Words& words) { return completed(words, index); };
  CHECK(offered({"--snip"}) == "--snippet-length\n");
  CHECK(offered({"--sort", "new"}) == "newest\n");
  CHECK(offered({"--sort", "=", "new"}) == "newest\n");
  CHECK(offered({"--sort", "="}) == "relevance\nnewest\noldest\n");
  CHECK(offered({"--outlet", "The\\ F"}) == "The\\ Ferrowby\\ Courier\n");
  CHECK(offered({"--outlet", "=", "The\\ F"}) == "The\\ Ferrowby\\ Courier\n");
  CHECK(offered({"--outlet", "\"The F"}) == "The Ferrowby Courier\n");
  const Words named{"--index", "\"" + index + "\"", "--language", "f"};
  CHECK(completed(named, "/nowhere") == "fr\n");
  const Words named_behind_a_sign{"--index", "=", "\"" + index + "\"", "--language", "f"};
  CHECK(completed(named_behind_a_sign, "/nowhere") == "fr\n");
}

TEST_CASE("manual: bash completes folders with spaces in their names") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "my index");
  CHECK(completed({"--index", folder / "my"}, "") == folder / "my index\n");
}

TEST_CASE("manual: zsh completes options, choices and what the index has") {
  if (!is_installed("zsh")) return;
  const TemporaryFolder folder;
  const std::string index = folder / "news.idx";
  REQUIRE(news_index({"--index", index, "-q", NEWS_CORPUS_FOLDER}).exit_code == 0);
  const auto line = [&](const std::string& typed) {
    return completed_by_zsh(folder, "news-search " + typed, index);
  };
  CHECK(line("--snip") == "news-search --snippet-length=\n");
  CHECK(line("--sort new") == "news-search --sort newest \n");
  CHECK(line("--sort=new") == "news-search --sort=newest \n");
  CHECK(line("--outlet The\\ Ferr") == "news-search --outlet The\\ Ferrowby\\ Courier \n");
}

TEST_CASE("manual: fish completes options, choices and what the index has") {
  if (!is_installed("fish")) return;
  const TemporaryFolder folder;
  const std::string index = folder / "news.idx";
  REQUIRE(news_index({"--index", index, "-q", NEWS_CORPUS_FOLDER}).exit_code == 0);
  const auto offered = [&](const std::string& typed) {
    const std::string script = quoted(NEWS_SEARCH_PROGRAM) + " --generate fish | source\n" +
                               "set PATH " + quoted(fs::path(NEWS_SEARCH_PROGRAM).parent_path()) +
                               " $PATH\ncomplete -C " + quoted("news-search " + typed);
    const std::string out =
        run({.command = {"fish", "-c", script}, .environment = {"NEWS_INDEX=" + index}}).out;
    return out.substr(0, out.find('\t'));
  };
  CHECK(offered("--snip") == "--snippet-length");
  CHECK(offered("--sort new") == "newest");
  CHECK(offered("--outlet The\\ Ferr") == "The Ferrowby Courier");
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
  for (const char* option : {"--help", "-h", "--version"}) {
    CHECK(run({.command = {NEWS_INDEX_PROGRAM, option},
               .environment = {"XDG_CONFIG_HOME=" + folder.path().string()}})
              .exit_code == 0);
  }
}
