// SPDX-License-Identifier: GPL-3.0-or-later
// Bad input is named, counted and skipped, and never stops a run.
#include "tests/support/news_folder.hpp"

#include <filesystem>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace news::test;
using namespace std::string_literals;

namespace {

const std::string good = article_line("good", "Good news", "The harvest was good this year.");

/// What news-index says of one file beside a good one, without the program's name.
std::string complaint_about(const std::string& name, const std::string& content) {
  const NewsFolder folder;
  folder.write("good.jsonl", good);
  folder.write(name, content);
  const Outcome outcome = folder.index();
  CHECK(outcome.exit_code == 0);
  CHECK(folder.ids({"harvest"}) == "good");
  const std::string prefix = "news-index: ";
  return outcome.err.starts_with(prefix) ? outcome.err.substr(prefix.size()) : outcome.err;
}

const std::string sgml_story =
    "<REUTERS NEWID=\"1\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TEXT>"
    "<TITLE>RAIN</TITLE><BODY>It rained.</BODY></TEXT>\n</REUTERS>\n";

}  // namespace

TEST_CASE("bad input: what is said about it") {
  struct Row {
    const char* name;
    std::string content;
    const char* complaint;
  };
  const Row rows[] = {
      {"empty.txt", "", "empty.txt: empty; skipped\n"},
      {"blank.txt", " \n\n\t", "blank.txt: empty; skipped\n"},
      {"picture.txt", "\x89PNG\r\n\x1A\n"s,
       "picture.txt: a PNG picture, which cannot be read yet; skipped\n"},
      {"noise.txt", "abc\0\1\2\3"s, "noise.txt: binary data; skipped\n"},
      {"page.html", "<!DOCTYPE html><img src=x>", "page.html: a page without text; skipped\n"},
      {"cut.jsonl", good + "{\"id\": \"2\", \"title\": \"Cut o",
       "cut.jsonl#2: not valid JSON: A string is opened, but never closed.; skipped\n"},
      {"odd.jsonl", good + "[1, 2]\n" + good, "odd.jsonl#2: not a JSON object; skipped\n"},
      {"strange.jsonl", good + "{\"colour\": \"red\"}\n",
       "strange.jsonl#2: no field for a title or text; its fields: colour; skipped\n"},
      {"cut.json", "[" + good + ", {\"id\": 2, ",
       "cut.json#2: cut off: the file ends inside it; skipped\n"},
      {"open.json", "[" + good,
       "open.json#2: cut off: the file ends before the list does; skipped\n"},
      {"cut.sgm", sgml_story + "<REUTERS NEWID=\"2\">\n<TEXT><TITLE>CUT",
       "cut.sgm#2: cut off: the file ends before </REUTERS>; skipped\n"},
      {"twice.sgm", "<REUTERS NEWID=\"9\">\n<TEXT>" + sgml_story,
       "twice.sgm#1: no </REUTERS> before the next <REUTERS; skipped\n"},
      {"bare.sgm", sgml_story + "<REUTERS NEWID=\"3\"></REUTERS>",
       "bare.sgm#2: no TEXT element; skipped\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(complaint_about(row.name, row.content) == row.complaint);
  }
}

TEST_CASE("bad input: what is whole around a bad record is read") {
  const NewsFolder folder;
  folder.write("mixed.jsonl", article_line("1", "First", "One storm.") + "{bad}\n" +
                                  article_line("3", "Third", "Another storm."));
  CHECK(folder.summary()["unreadable"].size() == 1);
  CHECK(folder.ids({"--sort", "oldest", "storm"}).size() == 3);
}

TEST_CASE("bad input: the summary counts it and --strict makes it a failure") {
  const NewsFolder folder;
  const std::string path = folder.write("bad.jsonl", good + "{bad}\n");
  const auto summary = folder.summary();
  REQUIRE(summary["unreadable"].size() == 1);
  CHECK(summary["unreadable"][0]["path"] == path);
  CHECK(summary["unreadable"][0]["record"] == 2);
  CHECK(summary["unreadable"][0]["reason"].get<std::string>().starts_with("not valid JSON"));
  CHECK(folder.index({"--rebuild"}).exit_code == 0);
  CHECK(folder.index({"--rebuild", "--strict"}).exit_code == 1);
  // It is still true when the file is not read again.
  CHECK(folder.summary()["unreadable_in_unchanged_files"] == 1);
  CHECK(folder.index({"--strict"}).exit_code == 1);
}

TEST_CASE("bad input: links are followed without being led in circles or astray") {
  const NewsFolder folder;
  folder.write("good.jsonl", good);
  folder.outside().write("elsewhere/far.jsonl", article_line("far", "Far", "Distant thunder."));
  std::filesystem::create_directory_symlink("..", folder.news() + "/loop");
  std::filesystem::create_directory_symlink(folder.outside() / "elsewhere", folder.news() + "/out");
  std::filesystem::create_symlink("good.jsonl", folder.news() + "/again.jsonl");
  std::filesystem::create_symlink("nowhere", folder.news() + "/dangling");
  const Outcome outcome = folder.index();
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err ==
        "news-index: dangling: link that leads nowhere: No such file or directory; skipped\n");
  CHECK(folder.ids({"thunder"}) == "far");
  CHECK(folder.ids({"harvest"}) == "good");
}

TEST_CASE("bad input: what is neither a file nor a folder is passed by") {
  const NewsFolder folder;
  folder.write("good.jsonl", good);
  REQUIRE(::mkfifo((folder.news() + "/pipe").c_str(), 0600) == 0);
  CHECK(folder.index().err == "news-index: pipe: neither a file nor a folder; skipped\n");
}

TEST_CASE("bad input: files and folders without permission are named") {
  const NewsFolder folder;
  folder.write("good.jsonl", good);
  const std::string secret = folder.write("secret.txt", "The vault opens at nine each morning.");
  const std::string locked = folder.news() + "/locked";
  std::filesystem::create_directory(locked);
  std::filesystem::permissions(secret, std::filesystem::perms::none);
  std::filesystem::permissions(locked, std::filesystem::perms::none);
  std::vector<std::string> command{NEWS_INDEX_PROGRAM, "--index", folder.index_folder(),
                                   folder.news()};
  if (::getuid() == 0) {  // root may read everything; become nobody
    std::filesystem::permissions(folder.outside().path(), std::filesystem::perms::all);
    command.insert(command.begin(),
                   {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"});
  }
  const Outcome outcome = run({.command = command});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err ==
        "news-index: locked: folder cannot be listed: Permission denied; skipped\n"
        "news-index: secret.txt: Permission denied; skipped\n");
  std::filesystem::permissions(locked, std::filesystem::perms::owner_all);
}

TEST_CASE("bad input: a PATH that is not there is an error") {
  const NewsFolder folder;
  const Outcome outcome = folder.index();
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "news-index: " + folder.news() + ": No such file or directory\n  Check the path.\n");
}

TEST_CASE("bad input: control characters of the news never reach the terminal") {
  const NewsFolder folder;
  folder.write("evil\033[2J.jsonl", "{bad}\n");
  folder.write("title.jsonl", article_line("x\033[31m", "Red \033[31malert\a\u202E now",
                                           "The alert was \033]0;owned\a false.\u2066"));
  const Outcome indexed = folder.index();
  const Outcome found = folder.search({"--color", "never", "alert"});
  for (const std::string& text : {indexed.err, indexed.out, found.out, found.err}) {
    CAPTURE(text);
    CHECK(text.find('\033') == std::string::npos);
    CHECK(text.find('\a') == std::string::npos);
    CHECK(text.find("\u202E") == std::string::npos);
    CHECK(text.find("\u2066") == std::string::npos);
  }
  CHECK(found.exit_code == 0);
}

TEST_CASE("bad input: a line of ten megabytes is one article") {
  const NewsFolder folder;
  folder.write("long.txt", "Whale ahoy " + std::string(10'000'000, 'x'));
  CHECK(folder.summary()["articles"]["new"] == 1);
  CHECK(folder.ids({"whale"}) == "long.txt");
}
