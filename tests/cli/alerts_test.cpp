// SPDX-License-Identifier: GPL-3.0-or-later
// Saved searches: news-search --save, --new, --saved and --forget.
#include "tests/support/news_folder.hpp"
#include "tests/support/process.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace news::test;
namespace fs = std::filesystem;

namespace {

/// News in which ferries turn up from time to time.
class Port : public NewsFolder {
 public:
  Port() {
    add("old", "The ferry sailed.");
    add("other", "The mole was mended.");
  }

  void add(const std::string& id, const std::string& text) {
    write(id + ".jsonl", article_line(id, "News of " + id, text));
    index();
  }

  /// The ids that the saved search tells of.
  std::set<std::string> news_of(const std::string& name) const {
    std::istringstream out(search({"--new", name, "--format", "ids"}).out);
    std::set<std::string> ids;
    for (std::string id; std::getline(out, id);) CHECK(ids.insert(id).second);
    return ids;
  }

  fs::path saved() const { return fs::path(index_folder()) / "saved"; }
};

using Ids = std::set<std::string>;

}  // namespace

TEST_CASE("alerts: a saved search tells of each new article once") {
  Port port;
  CHECK(port.search({"--save", "ferries", "ferry"}).out ==
        "Saved ferries: ferry; 1 article matches now.\n");
  CHECK(port.search({"--new", "ferries"}).exit_code == 1);
  port.add("second", "Another ferry sailed.");
  port.add("third", "Nothing of that.");
  const Outcome told = port.search({"--new", "ferries"});
  CHECK(told.exit_code == 0);
  CHECK(told.out.find("News of second") != std::string::npos);
  CHECK(told.out.find("News of old") == std::string::npos);
  CHECK(port.search({"--new", "ferries"}).exit_code == 1);
}

TEST_CASE("alerts: conditions are kept, and dates move with time") {
  Port port;
  port.search({"--save", "recent", "--all", "--since", "7d", "ferry", "gale"});
  CHECK(port.search({"--saved"}).out.starts_with("recent\tferry gale --since 7d --all\t"));
  port.add("undated", "A ferry in a gale.");
  CHECK(port.news_of("recent").empty());
  port.search({"--save", "both", "--all", "ferry", "gale"});
  port.add("half", "A gale.");
  port.add("whole", "Another ferry in another gale.");
  CHECK(port.news_of("both") == Ids{"whole"});
}

TEST_CASE("alerts: merging, rebuilding and changed articles lose nothing and repeat nothing") {
  Port port;
  port.search({"--save", "ferries", "ferry"});
  port.add("second", "Another ferry sailed.");
  CHECK(port.news_of("ferries") == Ids{"second"});
  port.add("third", "A third ferry sailed.");
  CHECK(news_index({"--index", port.index_folder(), "--compact"}).exit_code == 0);
  CHECK(port.news_of("ferries") == Ids{"third"});
  port.write("second.jsonl", article_line("second", "News of second", "That ferry sank."));
  port.index({"--rebuild"});
  CHECK(port.news_of("ferries").empty());
  port.write("other.jsonl", article_line("other", "News of other", "The mole, and a ferry."));
  port.index();
  CHECK(port.news_of("ferries") == Ids{"other"});
}

TEST_CASE("alerts: an article under an id that another collection uses, too, is told") {
  Port port;
  port.search({"--save", "ferries", "ferry"});
  port.write(
      "other-collection.jsonl",
      article_line("old", "Terminal opens", "Hundreds watched the new ferry terminal open."));
  port.index();
  CHECK(port.search({"--new", "ferries", "--format", "cite"}).out.starts_with("Terminal opens\n"));
  CHECK(port.search({"--new", "ferries"}).exit_code == 1);
}

TEST_CASE("alerts: where articles have no ids, their numbers and the file's name may change") {
  Port port;
  port.search({"--save", "ferries", "ferry"});
  const std::string alpha = "Alpha,The ferry Alpha is ready to sail today\n";
  const std::string beta = "Beta,The ferry Beta broke its mast yesterday\n";
  port.write("table.csv", "title,text\n" + alpha + beta);
  port.index();
  CHECK(port.news_of("ferries").size() == 2);
  port.write("table.csv", "title,text\nGamma,The new ferry Gamma left the yard\n" + alpha + beta);
  port.index();
  CHECK(port.search({"--new", "ferries", "--format", "cite"}).out.starts_with("Gamma\n"));
  fs::rename(fs::path(port.news()) / "table.csv", fs::path(port.news()) / "moved.csv");
  port.index({"--prune"});
  CHECK(port.search({"--new", "ferries"}).exit_code == 1);
}

TEST_CASE("alerts: an article that takes the place of another is told, one that is edited is not") {
  Port port;
  port.search({"--save", "ferries", "ferry"});
  const auto page = [&port](const std::string& title, const std::string& text) {
    port.write("page.txt", title + "\n\n" + text + "\n");
    port.index();
    return port.search({"--new", "ferries"}).exit_code == 0;
  };
  CHECK(page("Ferry sails", "The ferry sailed slowly past the old tower in the fog."));
  CHECK_FALSE(page("Ferry sails", "The ferry sailed past the old tower in the thick fog."));
  CHECK_FALSE(page("Ferry sails at last", "The ferry sailed past the old tower in the thick fog."));
  CHECK(page("Strike begins", "A ferry strike begins on Monday as unions reject the offer."));
}

TEST_CASE("alerts: all that is new is told at once, however much it is") {
  Port port;
  port.search({"--save", "ferries", "ferry"});
  std::string lines;
  for (int i = 0; i < 1100; ++i) {
    lines += article_line(fmt::format("n{}", i), fmt::format("News {}", i),
                          fmt::format("Ferry {} met {} and {}.", i, i * 7, i * 13));
  }
  port.write("many.jsonl", lines);
  port.index();
  for (const std::vector<std::string>& part : {std::vector<std::string>{"--limit", "5"},
                                               {"--offset", "5"},
                                               {"--duplicates", "only"},
                                               {"--count"},
                                               {"--show", "n1"},
                                               {"--open", "1"}}) {
    std::vector<std::string> arguments = {"--new", "ferries"};
    arguments.insert(arguments.end(), part.begin(), part.end());
    CAPTURE(part.front());
    CHECK(port.search(arguments).exit_code == 2);
  }
  const std::string told = port.search({"--new", "ferries", "--format", "trec"}).out;
  CHECK(std::count(told.begin(), told.end(), '\n') == 1100);
}

TEST_CASE("alerts: what a killed search was printing is told again") {
  Port port;
  port.search({"--save", "ferries", "ferry"});
  std::string lines;
  for (int i = 0; i < 1000; ++i) {
    lines += article_line(fmt::format("n{}", i), fmt::format("News {}", i),
                          fmt::format("Ferry {} met {}", i, std::string(200, 'a')));
  }
  port.write("many.jsonl", lines);
  port.index();
  const std::string pipe = port.outside() / "pipe";
  // More than a pipe holds is printed, and nobody reads it: it is killed in the middle.
  const std::string script = "mkfifo '" + pipe + "'\n'" + NEWS_SEARCH_PROGRAM + "' --index '" +
                             port.index_folder() + "' --new ferries --format jsonl > '" + pipe +
                             "' &\nexec 3< '" + pipe + "'\nhead -c 1 <&3\nkill -9 $!\n";
  CHECK(run({.command = {"/bin/sh", "-c", script}}).out == "{");
  CHECK(port.news_of("ferries").size() == 1000);
}

TEST_CASE("alerts: what could not be written is told again") {
  Port port;
  port.search({"--save", "ferries", "ferry"});
  port.add("second", "Another ferry sailed.");
  const std::string ask = std::string("\"") + NEWS_SEARCH_PROGRAM + "\" --index '" +
                          port.index_folder() + "' --new ferries";
  CHECK(run({.command = {"/bin/sh", "-c", ask + " > /dev/full"}}).exit_code == 2);
  CHECK(port.news_of("ferries") == Ids{"second"});
}

TEST_CASE("alerts: of several that ask at once each article is told to one") {
  Port port;
  port.search({"--save", "ferries", "ferry"});
  for (int i = 0; i < 3; ++i) port.add(fmt::format("n{}", i), "A ferry sailed.");
  std::vector<Ids> told(4);
  std::vector<std::thread> readers;
  for (Ids& ids : told)
    readers.emplace_back([&ids, &port] {
      std::istringstream out(
          port.search({"--new", "ferries", "--format", "ids", "--duplicates", "show"}).out);
      for (std::string id; std::getline(out, id);) ids.insert(id);
    });
  for (std::thread& reader : readers) reader.join();
  std::size_t all = 0;
  for (const Ids& ids : told) all += ids.size();
  CHECK(all == 3);
}

TEST_CASE("alerts: names, and searches that are none") {
  Port port;
  CHECK(port.search({"--saved"}).exit_code == 1);
  CHECK(port.search({"--save", "../x", "ferry"}).err.find("takes a name of letters") !=
        std::string::npos);
  CHECK(port.search({"--save", "x"}).err.find("no QUERY given") != std::string::npos);
  CHECK(port.search({"--new", "none"}).err ==
        "news-search: --new: there is no saved search 'none'\n"
        "  --saved lists them; --save NAME QUERY makes one.\n");
  CHECK(port.search({"--new", "none", "ferry"}).exit_code == 2);
  CHECK(port.search({"--saved", "ferry"})
            .err.starts_with("news-search: --saved: takes no QUERY, and 'ferry' is too much\n"));
  CHECK(port.search({"--save", "x", "--forget", "y", "ferry"}).exit_code == 2);
  port.search({"--save", "x", "ferry"});
  CHECK(port.search({"--forget", "x"}).out == "Forgot x.\n");
  CHECK(port.search({"--forget", "x"}).exit_code == 2);
}

TEST_CASE("alerts: a name that is taken is refused, and what it has not told yet stays") {
  Port port;
  port.search({"--save", "x", "ferry"});
  port.add("second", "Another ferry sailed.");
  const Outcome refused = port.search({"--save", "x", "gale"});
  CHECK(refused.exit_code == 2);
  CHECK(refused.err ==
        "news-search: --save: there is a saved search 'x' already\n"
        "  Take another name, or drop that one: --forget x.\n");
  CHECK(port.search({"--new", "x"}).exit_code == 0);
}

TEST_CASE("alerts: a damaged file is an error that says how to go on") {
  Port port;
  port.search({"--save", "x", "ferry"});
  std::ofstream(port.saved() / "x.json") << "{";
  CHECK(port.search({"--new", "x"}).err ==
        "news-search: " + (port.saved() / "x.json").string() +
            ": is no saved search\n  Drop it and save it again: --forget x\n");
}

TEST_CASE("alerts: where the index cannot be written they are kept for the person") {
  if (::geteuid() == 0) return;  // may write everything
  Port port;
  ::chmod(port.index_folder().c_str(), 0555);
  const TemporaryFolder state;
  const Outcome saved =
      run({.command = {NEWS_SEARCH_PROGRAM, "--index", port.index_folder(), "--save", "x", "ferry"},
           .environment = {"XDG_STATE_HOME=" + state.path().string()}});
  ::chmod(port.index_folder().c_str(), 0755);
  CHECK(saved.exit_code == 0);
  CHECK(fs::exists(state.path() / "news-search/saved"));
}
