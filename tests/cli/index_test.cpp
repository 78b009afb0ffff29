// SPDX-License-Identifier: GPL-3.0-or-later
// news-index: what it does to an index, and what it says about it.
#include "tests/support/news_folder.hpp"

#include <filesystem>
#include <regex>

#include <doctest/doctest.h>

using namespace news::test;

namespace {

/// The text with its figures of time and size, which differ from run to run, as "#".
std::string without_figures(const std::string& text) {
  static const std::regex figures(
      R"(\d+(\.\d+)? (kB|MB|B|s)\b|\(\d+ articles/s, \d+(\.\d+)? (kB|MB|B)/s\))");
  return std::regex_replace(text, figures, "#");
}

/// News in which two articles tell of a bridge.
class BridgeNews : public NewsFolder {
 public:
  BridgeNews() {
    write("a.jsonl", article_line("a1", "Bridge opens", "The bridge at Norwick opened.") +
                         article_line("a2", "Bridge closes", "The bridge closed again."));
  }
};

}  // namespace

TEST_CASE("news-index: the first run reads everything and sums up") {
  const BridgeNews folder;
  const Outcome outcome = folder.index();
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  CHECK(without_figures(outcome.out) ==
        "Read 2 articles from 1 file, #, in # #\n"
        "  2 new\n"
        "Index " +
            folder.index_folder() + ": 2 articles in 1 segment, #\n");
}

TEST_CASE("news-index: a second run reads only what changed") {
  const BridgeNews folder;
  folder.index();
  folder.write("b.jsonl", article_line("b1", "Ferry late", "The ferry was late."));
  const auto summary = folder.summary();
  CHECK(summary["files"]["unchanged"] == 1);
  CHECK(summary["files"]["read"] == 1);
  CHECK(summary["articles"]["new"] == 1);
  CHECK(summary["articles"]["unchanged"] == 2);
  CHECK(summary["in_index"]["articles"] == 3);
}

TEST_CASE("news-index: a changed article replaces the old one") {
  const BridgeNews folder;
  folder.index();
  folder.write("a.jsonl", article_line("a1", "Bridge opens", "The bridge opened on Sunday.") +
                              article_line("a2", "Bridge closes", "The bridge closed again."));
  const auto summary = folder.summary();
  CHECK(summary["articles"]["updated"] == 2);
  CHECK(summary["articles"]["new"] == 0);
  CHECK(folder.ids({"sunday"}) == "a1");
  CHECK(folder.ids({"norwick"}).empty());
}

TEST_CASE("news-index: an article that its file no longer has goes") {
  const BridgeNews folder;
  folder.index();
  folder.write("a.jsonl", article_line("a2", "Bridge closes", "The bridge closed again."));
  CHECK(folder.summary()["articles"]["removed"] == 1);
  CHECK(folder.ids({"bridge"}) == "a2");
}

TEST_CASE("news-index: the articles of a file that is gone stay until --prune") {
  const BridgeNews folder;
  folder.write("b.jsonl", article_line("b1", "Ferry late", "The ferry was late."));
  folder.index();
  std::filesystem::remove(folder.news() + "/b.jsonl");
  folder.index();
  CHECK(folder.ids({"ferry"}) == "b1");
  const auto summary = folder.summary({"--prune"});
  CHECK(summary["files"]["gone"] == 1);
  CHECK(summary["articles"]["removed"] == 1);
  CHECK(folder.ids({"ferry"}).empty());
}

TEST_CASE("news-index: --rebuild makes the index anew from what is there") {
  const BridgeNews folder;
  folder.index();
  folder.write("a.jsonl", article_line("a3", "Tunnel opens", "The tunnel opened."));
  const auto summary = folder.summary({"--rebuild"});
  CHECK(summary["articles"]["new"] == 1);
  CHECK(summary["in_index"]["articles"] == 1);
  CHECK(summary["in_index"]["segments"] == 1);
  CHECK(folder.ids({"opened"}) == "a3");
}

TEST_CASE("news-index: --compact merges segments and changes no result") {
  const BridgeNews folder;
  folder.index();
  folder.write("b.jsonl", article_line("b1", "Bridge sold", "The bridge was sold."));
  folder.index();
  const std::string before = folder.ids({"bridge"});
  const Outcome outcome = news_index({"--index", folder.index_folder(), "--compact"});
  CHECK(outcome.out == "Merged 2 segments into one.\n");
  CHECK(folder.ids({"bridge"}) == before);
  CHECK(news_index({"--index", folder.index_folder(), "--check"}).out == "segment-000003: whole\n");
  CHECK(folder.summary()["files"]["unchanged"] == 2);
}

TEST_CASE("news-index: standard input is read for a minus sign") {
  const NewsFolder folder;
  const Outcome outcome =
      run({.command = {NEWS_INDEX_PROGRAM, "--index", folder.index_folder(), "--json", "-"},
           .input = article_line("s1", "Stream", "From a pipe.")});
  CHECK(outcome.exit_code == 0);
  CHECK(folder.ids({"pipe"}) == "s1");
}

TEST_CASE("news-index: any number of threads and any memory give the same index") {
  const NewsFolder folder;
  std::string lines;
  for (int i = 0; i < 700; ++i) {
    lines += article_line(std::to_string(i), "Story " + std::to_string(i % 7),
                          "The council met for the " + std::to_string(i) + "th time.");
  }
  folder.write("many.jsonl", lines);
  folder.index({"-j", "1"});
  const std::string one = folder.ids({"-n", "700", "council"});
  folder.index({"--rebuild", "-j", "5", "--memory", "1M"});
  CHECK(folder.ids({"-n", "700", "council"}) == one);
}

TEST_CASE("news-index: --extract writes the articles and touches no index") {
  const NewsFolder folder;
  folder.write("page.txt",
               "Norwick Courier\n"
               "Home | News | Sport | Weather\n"
               "\n"
               "Bridge opens after two years\n"
               "By Ada Marsh\n"
               "12 March 2012, 07:30 GMT\n"
               "\n"
               "The bridge over the Nor opened on Monday after two years of work.\n"
               "\n"
               "The mayor cut a ribbon, and a band played until the rain came.\n"
               "\n"
               "(c) 2012 Norwick Courier. All rights reserved.\n");
  const Outcome outcome = news_index({"--extract", folder.news()});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out ==
        R"({"id":"page.txt","title":"Bridge opens after two years","authors":["Ada Marsh"],)"
        R"("published":"2012-03-12T07:30+00:00","outlet":"Norwick Courier","language":"en",)"
        R"("body":"The bridge over the Nor opened on Monday after two years of work.\n)"
        R"(The mayor cut a ribbon, and a band played until the rain came.",)"
        R"("origin":{"path":")" +
            folder.news() + "/page.txt\"}}\n");
  CHECK_FALSE(std::filesystem::exists(folder.index_folder()));
}

TEST_CASE("news-index: --extract says at its end what it left out") {
  const NewsFolder folder;
  folder.write("a.jsonl", article_line("1", "Ferry late", "The ferry to Holm was late.") + "{\n");
  folder.write("b.eml", "From: a@example.com\nMessage-ID: <1@example.com>\nSubject: Flood\n\n");
  const Outcome outcome = news_index({"--extract", folder.news()});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.find("a.jsonl#2: ") != std::string::npos);
  CHECK(
      outcome.err.ends_with("Read 1 article\n"
                            "  1 record holds no news and was passed over\n"
                            "  1 record could not be read and was skipped (named above)\n"));
  CHECK(news_index({"--extract", "--quiet", folder.news()}).err.find("Read 1") ==
        std::string::npos);
}

TEST_CASE("news-index: --stats describes the index") {
  const BridgeNews folder;
  folder.index({"--language", "en"});
  const Outcome outcome = news_index({"--index", folder.index_folder(), "--stats"});
  const std::string described = std::regex_replace(
      without_figures(outcome.out), std::regex(R"(\d{4}-\d\d-\d\d \d\d:\d\d)"), "TIME");
  CHECK(described == "Index " + folder.index_folder() +
                         ": 2 articles, #\n"
                         "  languages en 2\n"
                         "  changed   TIME\n"
                         "  segment-000001: 2 articles, #\n");
}

TEST_CASE("news-index: a language can be given for articles that do not say theirs") {
  const NewsFolder folder;
  folder.write("a.jsonl", R"({"id":"1","title":"Kort","body":"Kort nyt"})"
                          "\n"
                          R"({"id":"2","title":"Short","body":"News","language":"en"})");
  folder.index({"--language", "Danish"});
  CHECK(folder.ids({"--language", "da", "kort"}) == "1");
  CHECK(folder.ids({"--language", "en", "news"}) == "2");
}

TEST_CASE("news-index: --format reads what would be recognized as something else") {
  const NewsFolder folder;
  folder.write(
      "odd.xml",
      "<?xml version=\"1.0\"?><note> The council met on Monday and agreed on the new bridge.");
  CHECK(folder.summary()["articles"]["new"] == 0);
  CHECK(folder.summary({"--format", "text"})["articles"]["new"] == 1);
}

TEST_CASE("news-index: the index may lie in the folder that is indexed") {
  const BridgeNews folder;
  const std::string index = folder.news() + "/my index";
  news_index({"--index", index, folder.news()});
  const Outcome again = news_index({"--index", index, "--json", folder.news()});
  CHECK(nlohmann::json::parse(again.out)["files"]["unchanged"] == 1);
  CHECK(again.err.empty());
}

TEST_CASE("news-index: a folder of other files is not taken for an index") {
  const BridgeNews folder;
  const Outcome outcome = news_index({"--index", folder.news(), folder.news()});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.err == "news-index: " + folder.news() +
                           ": holds other files and no index\n"
                           "  Name a new folder, or one that news-index made.\n");
  CHECK_FALSE(std::filesystem::exists(folder.news() + "/lock"));
}

TEST_CASE("news-index: a file that is named much like a segment is left alone") {
  const BridgeNews folder;
  const std::string notes = folder.outside().write("own/segment-notes.txt", "precious");
  CHECK(news_index({"--index", folder.outside() / "own", folder.news()}).exit_code == 2);
  CHECK(content_of(notes) == "precious");
  folder.index();
  const std::string beside = folder.outside().write("news.idx/segment-notes.txt", "precious");
  const std::string number = folder.outside().write("news.idx/segment-000009", "precious");
  CHECK(folder.index().exit_code == 0);
  CHECK(content_of(beside) == "precious");
  CHECK(content_of(number) == "precious");
}

TEST_CASE("news-index: --compact of what is no index is an error and makes nothing") {
  const NewsFolder folder;
  const Outcome outcome = news_index({"--index", folder.index_folder(), "--compact"});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.err == "news-index: " + folder.index_folder() +
                           ": no such index\n"
                           "  Build one: news-index --index " +
                           folder.index_folder() + " PATH...\n");
  CHECK_FALSE(std::filesystem::exists(folder.index_folder()));
}
