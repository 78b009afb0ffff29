// SPDX-License-Identifier: GPL-3.0-or-later
// news-search: what it prints and how it ends.
#include "tests/support/news_folder.hpp"

#include <regex>
#include <sstream>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

using namespace news::test;

namespace {

/// Three invented articles.
const NewsFolder& harbour_news() {
  static const NewsFolder folder;
  static const bool indexed = [] {
    folder.write(
        "harbour.jsonl",
        R"({"id":"h1","title":"Harbour wall gives way","date":"2014-02-11T06:30Z",)"
        R"("source":"Norwick Courier","author":"Ada Marsh","section":"Local",)"
        R"("url":"https://courier.example.org/wall","language":"en",)"
        R"("body":"Part of the harbour wall at Norwick gave way on Tuesday. Nobody was hurt.)"
        R"(\nDivers will inspect the walls when the storm is over."})"
        "\n"
        R"({"id":"h2","title":"Ferries stay in port","date":"2014-02-12","language":"en",)"
        R"("source":"Coast Radio","body":"The ferries stayed in port for a second day."})"
        "\n"
        R"({"id":"h3","title":"Die Mole von Norwick","date":"2013-05-01","language":"de",)"
        R"("source":"Tagblatt","body":"Die Hafenmauern von Norwick sind alt."})"
        "\n");
    return folder.index().exit_code == 0;
  }();
  REQUIRE(indexed);
  return folder;
}

Outcome search(std::vector<std::string> arguments) {
  return harbour_news().search(std::move(arguments));
}

/// Scores differ with every change of ranking; here they are "#".
std::string without_scores(const std::string& text) {
  return std::regex_replace(text, std::regex(R"(\b\d+\.\d+\b)"), "#");
}

bool has_terminals() {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal >= 0) ::close(terminal);
  return terminal >= 0;
}

}  // namespace

TEST_CASE("news-search: hits for people") {
  const Outcome outcome = search({"wall"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  CHECK(without_scores(outcome.out) ==
        " 1. Harbour wall gives way\n"
        "    Norwick Courier · 2014-02-11 · # · h1\n"
        "    Part of the harbour wall at Norwick gave way on Tuesday. Nobody was hurt.\n"
        "    Divers will inspect the walls when the storm is over.\n"
        "    https://courier.example.org/wall\n"
        "\n");
}

TEST_CASE("news-search: words of the query light up in all their forms") {
  const Outcome outcome = search({"--color", "always", "WALLS", "diver"});
  CHECK(outcome.out.find("\033[1;31mDivers\033[22;39m will inspect the "
                         "\033[1;31mwalls\033[22;39m") != std::string::npos);
}

TEST_CASE("news-search: NO_COLOR and a dumb terminal get no colours") {
  if (!has_terminals()) return;  // a folder that one changed root into may have none
  for (const char* setting : {"NO_COLOR=1", "TERM=dumb"}) {
    const Outcome outcome = run(
        {.command = {"script", "-qec",
                     "'" NEWS_SEARCH_PROGRAM "' -i '" + harbour_news().index_folder() + "' wall",
                     "/dev/null"},
         .environment = {setting}});
    CHECK(outcome.out.find("Harbour wall") != std::string::npos);
    CHECK(outcome.out.find('\033') == std::string::npos);
  }
}

TEST_CASE("news-search: one JSON object for a query") {
  const auto json = nlohmann::json::parse(search({"--format", "json", "storm divers"}).out);
  CHECK(json["schema"] == 1);
  CHECK(json["query"]["text"] == "storm divers");
  CHECK(json["total"] == 1);
  CHECK(json["total_is_exact"] == true);
  const auto& hit = json["hits"][0];
  CHECK(hit["rank"] == 1);
  CHECK(hit["id"] == "h1");
  CHECK(hit["title"] == "Harbour wall gives way");
  CHECK(hit["url"] == "https://courier.example.org/wall");
  CHECK(hit["outlet"] == "Norwick Courier");
  CHECK(hit["published"] == "2014-02-11T06:30+00:00");
  CHECK(hit["language"] == "en");
  CHECK(hit["snippet"]["text"] == "Divers will inspect the walls when the storm is over.");
  CHECK(hit["snippet"]["highlights"] == nlohmann::json::parse("[[0, 6], [39, 44]]"));
}

TEST_CASE("news-search: a snippet is as long as one asks for") {
  const Outcome none = search({"--snippet-length", "0", "divers"});
  CHECK(none.out.find("Divers") == std::string::npos);
  CHECK(none.out.find("Harbour wall gives way") != std::string::npos);
  const auto json =
      nlohmann::json::parse(search({"--snippet-length", "30", "--format", "json", "divers"}).out);
  CHECK(json["hits"][0]["snippet"]["text"] == "Divers will inspect the\u2026");
}

TEST_CASE("news-search: a hit has the same snippet on every page") {
  const auto snippet = [](std::vector<std::string> options) {
    options.insert(options.end(), {"--format", "jsonl", "norwick"});
    const std::string out = search(options).out;
    return nlohmann::json::parse(out.substr(0, out.find('\n')))["snippet"];
  };
  const std::string both = search({"--format", "jsonl", "norwick"}).out;
  const auto second = nlohmann::json::parse(both.substr(both.find('\n')))["snippet"];
  CHECK(snippet({"--offset", "1"}) == second);
  CHECK(snippet({"--offset", "1", "-n", "1"}) == second);
}

TEST_CASE("news-search: a JSON line for each hit") {
  std::istringstream lines(search({"--format", "jsonl", "norwick"}).out);
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    CHECK(nlohmann::json::parse(line)["rank"] == count + 1);
  }
  CHECK(count == 2);
}

TEST_CASE("news-search: a TREC run over a file of queries") {
  const TemporaryFolder folder;
  const std::string queries = folder.write("topics.tsv", "t1\tharbour wall\n\nt2\tferries\n");
  const Outcome outcome = search({"--format", "trec", "--queries", queries});
  CHECK(std::regex_match(outcome.out, std::regex(R"(t1 Q0 h1 1 \d+\.\d+ news-search
t2 Q0 h2 1 \d+\.\d+ news-search
)")));
}

TEST_CASE("news-search: a query without an id is called by its line") {
  const TemporaryFolder folder;
  const std::string queries = folder.write("topics.tsv", "\n\tharbour wall\nferries\n");
  const Outcome outcome = search({"--count", "--queries", queries});
  CHECK(outcome.out == "2\t1\n3\t1\n");
  CHECK(outcome.err == "news-search: " + queries + ": no id on line 2; 2 is used\n");
}

TEST_CASE("news-search: filters and dates") {
  struct Row {
    std::vector<std::string> arguments;
    const char* ids;
  };
  const Row rows[] = {
      {{"--outlet", "courier"}, "h1"},
      {{"--outlet", "courier", "--outlet", "radio", "--sort", "oldest"}, "h1 h2"},
      {{"--author", "ada marsh"}, "h1"},
      {{"--section", "local", "norwick"}, "h1"},
      {{"--language", "de"}, "h3"},
      {{"--since", "2014-02-12"}, "h2"},
      {{"--until", "2013"}, "h3"},
      {{"--since", "2014-02", "--until", "2014-02-11"}, "h1"},
      {{"date:2013..2014-02-11", "norwick", "--sort", "newest"}, "h1 h3"},
      {{"since:2014-02-12"}, "h2"},
      {{"until:2013"}, "h3"},
      {{"norwick", "since:2013", "until:2014-02-11", "--sort", "newest"}, "h1 h3"},
      {{"date:>2013", "--sort", "oldest"}, "h1 h2"},
      {{"title:mole"}, "h3"},
      {{"url:courier.example.org"}, "h1"},
      {{"norwick", "-hafenmauer"}, "h1"},
      {{"\"gave way on\""}, "h1"},
      {{"--all", "harbour", "ferries"}, ""},
      {{"(harbour", "OR", "ferries)", "NOT", "divers"}, "h2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.arguments);
    CHECK(harbour_news().ids(row.arguments) == row.ids);
  }
}

TEST_CASE("news-search: any string is a query") {
  for (const char* query : {"20.04",    "don't",      "a/b",
                            "@nasa",    "\"unclosed", "-",
                            "--",       "(",          ")",
                            "()",       "((wall",     "AND",
                            "wall AND", "OR OR",      "NOT",
                            "-wall",    "title:",     "date:soon",
                            "*",        "a*b",        "NEAR/3",
                            "wall~",    "\"\"",       "''",
                            "\\",       "%s",         "http://x.org/?q=1&r=2",
                            "\xFF\xFE", "\u202Ewall", "C++",
                            "$9bn"}) {
    CAPTURE(query);
    const Outcome outcome = search({"--", query});
    CHECK((outcome.exit_code == 0 || outcome.exit_code == 1));
  }
}

TEST_CASE("news-search: a query that is read in another way says so in one line") {
  const Outcome outcome = search({"harbour", "\"wall"});
  CHECK(outcome.exit_code == 0);
  CHECK(
      outcome.err ==
      "news-search: 'harbour \"wall': has a quotation mark that is not closed, so it was searched "
      "as plain words\n");
}

TEST_CASE("news-search: another spelling is suggested on standard error and in JSON") {
  const Outcome outcome = search({"hafenmaurn"});
  CHECK(outcome.exit_code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "Did you mean: hafenmauern\n");
  const auto json = nlohmann::json::parse(search({"--format", "json", "ferries wal"}).out);
  CHECK(json["suggestion"] == "ferries wall");
  CHECK_FALSE(
      nlohmann::json::parse(search({"--format", "json", "harbour"}).out).contains("suggestion"));
  CHECK(search({"--format", "trec", "hafenmaurn"}).err.empty());
}

TEST_CASE("news-search: words with * and ~ stand for words of the index") {
  CHECK(harbour_news().ids({"hafen*"}) == "h3");
  CHECK(harbour_news().ids({"title:harb*"}) == "h1");
  CHECK(harbour_news().ids({"harbor~"}) == "h1");
  CHECK(harbour_news().ids({"harbor~1"}) == "h1");
  CHECK(harbour_news().ids({"hrb~1"}) == "");
}

TEST_CASE("news-search: nothing found is 1 and prints nothing") {
  const Outcome outcome = search({"zeppelin"});
  CHECK(outcome.exit_code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.empty());
}

TEST_CASE("news-search: --count prints a number") {
  CHECK(search({"--count", "norwick"}).out == "2\n");
  CHECK(search({"--count", "zeppelin"}).out == "0\n");
  CHECK(search({"--count", "zeppelin"}).exit_code == 1);
}

TEST_CASE("news-search: --show prints all articles that have the id") {
  const NewsFolder folder;
  folder.write("a.jsonl", article_line("7", "Ferry late", "The ferry to Holm was late.") +
                              article_line("7", "Bakery opens", "A bakery opened in Sund."));
  folder.write("b.jsonl", article_line("7", "Frost ahead", "Frost is expected on Friday."));
  CHECK(folder.summary()["articles"]["new"] == 3);
  const std::string shown = folder.search({"--show", "7"}).out;
  CHECK(shown.find("Ferry late\n") != std::string::npos);
  CHECK(shown.find("Bakery opens\n") != std::string::npos);
  CHECK(shown.find("Frost ahead\n") != std::string::npos);
}

TEST_CASE("news-search: --show prints the whole article") {
  CHECK(search({"--show", "h1"}).out ==
        "Harbour wall gives way\n"
        "author: Ada Marsh\n"
        "published: 2014-02-11T06:30+00:00\n"
        "outlet: Norwick Courier\n"
        "section: Local\n"
        "language: en\n"
        "url: https://courier.example.org/wall\n"
        "id: h1\n"
        "from: " +
            harbour_news().news() +
            "/harbour.jsonl#1\n"
            "\n"
            "Part of the harbour wall at Norwick gave way on Tuesday. Nobody was hurt.\n"
            "\n"
            "Divers will inspect the walls when the storm is over.\n");
  CHECK(search({"--show", "h9"}).exit_code == 1);
  CHECK(search({"--show", "h9"}).err == "news-search: no article has the id 'h9'\n");
}

TEST_CASE("news-search: --explain says how the query was read") {
  CHECK(search({"--explain", "harbour", "wall", "OR", "title:mole"})
            .out.starts_with("Read as: (harbour wall) OR title:mole\n"
                             "    any of\n"
                             "      any of, the more the better\n"
                             "        harbour\n"
                             "        wall\n"
                             "      title:mole\n"
                             "\n"));
  CHECK(search({"--explain", "harbour"}).out.starts_with("Read as: harbour\n\n"));
}

TEST_CASE("news-search: --explain says what each score is made of") {
  const Outcome text = search({"--explain", "--limit", "1", "--rank", "bm25", "harbour", "wall"});
  CHECK(text.out.find("    words ") != std::string::npos);
  CHECK(text.out.find("  100%\n") != std::string::npos);
  const auto json = nlohmann::json::parse(
      search({"--explain", "--limit", "1", "--format", "json", "harbour", "wall"}).out);
  const auto& hit = json["hits"][0];
  double sum = 0;
  for (const auto& part : hit["score_parts"].items()) sum += part.value().get<double>();
  CHECK(sum == doctest::Approx(hit["score"].get<double>()));
}

TEST_CASE("news-search: --rank takes a profile by name or from a file") {
  CHECK(search({"--rank", "help"}).out.find("feedback_weight") != std::string::npos);
  CHECK(search({"--rank", "recent", "harbour"}).exit_code == 0);
  const Outcome unknown = search({"--rank", "nope", "harbour"});
  CHECK(unknown.exit_code == 2);
  CHECK(unknown.err.find("nope: No such ranking profile and no such file") != std::string::npos);
}

TEST_CASE("news-search: several indexes are searched as one") {
  const NewsFolder other;
  other.write("o.jsonl", article_line("o1", "Other wall", "A wall far away."));
  other.index();
  CHECK(other.ids({"--index", harbour_news().index_folder(), "--sort", "oldest", "wall"}) ==
        "h1 o1");
}
