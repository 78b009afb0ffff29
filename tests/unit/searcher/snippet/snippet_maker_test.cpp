// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/snippet_maker.hpp"

#include "news/text/display_width.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/translator.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// A snippet with its highlights in angles.
std::string marked(const Snippet& snippet) {
  std::string out;
  std::size_t at = 0;
  for (const ByteRange& range : snippet.highlights) {
    out += snippet.text.substr(at, range.begin - at) + "<";
    out += std::string(range.in(snippet.text)) + ">";
    at = range.end;
  }
  return out + snippet.text.substr(at);
}

QueryTerms terms_of(std::string_view query, Language language) {
  TranslatorSettings settings;
  settings.languages = {language};
  return translate_query(parse_query(query).root, settings).terms;
}

std::string snippet(std::string_view query, std::string body, std::string_view language = "en") {
  Article article;
  article.language = *Language::parse(language);
  article.body = std::move(body);
  return marked(SnippetMaker().make(article, terms_of(query, article.language)));
}

/// So many words of six columns each, with the spaces between.
std::string words(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += i == 0 ? "drifts" : " drift";
  return out;
}

std::size_t columns(std::string_view text) { return display_width(text); }

struct Row {
  const char* query;
  const char* body;
  const char* snippet;
};

}  // namespace

TEST_CASE("snippet: words light up in whatever form the query found them") {
  const Row rows[] = {
      {"wall", "The walls fell. WALL!", "The <walls> fell. <WALL>!"},
      {"cafe", "The caf\u00E9s closed.", "The <caf\u00E9s> closed."},
      {"caf\u00E9", "The cafes closed.", "The <cafes> closed."},
      {"finance", "The \uFB01nance ministry\u2019s plan.",
       "The <\uFB01nance> ministry\u2019s plan."},
      {"US", "The U.S. plan.", "The <U.S>. plan."},
      {"\"the walls\"", "The walls and the wall.", "<The> <walls> and <the> wall."},
      {"vacc*", "Vaccines and vaccination.", "<Vaccines> and <vaccination>."},
      {"covid-19", "The COVID-19 wave.", "The <COVID>-<19> wave."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(snippet(row.query, row.body) == row.snippet);
  }
}

TEST_CASE("snippet: what the query leaves out does not light up") {
  CHECK(snippet("ferry -reef", "The ferry. The reef.") == "The <ferry>. The reef.");
}

TEST_CASE("snippet: the sentence with the most words of the query and the next one") {
  CHECK(snippet("ferry reef", "A ferry sank. A ferry hit a reef. It rained. It snowed.") ==
        "A <ferry> hit a <reef>. It rained.");
  CHECK(snippet("ferry", "It rained. The ferry sank.") == "The <ferry> sank.");
  CHECK(snippet("ferry", "A ferry sank. The ferry met a ferry.") == "The <ferry> met a <ferry>.");
}

TEST_CASE("snippet: a second passage has a word that the first has not") {
  CHECK(snippet("ferry reef", "A reef. It rained. A ferry and a ferry. Fog.") ==
        "A <reef>. \u2026 A <ferry> and a <ferry>.");
  CHECK(snippet("ferry reef", "A ferry. A reef. Fog.") == "A <ferry>. A <reef>.");
  CHECK(snippet("ferry reef", "A ferry\nA reef\nFog") == "A <ferry> A <reef>");
  CHECK(snippet("ferry reef fog", "A ferry. Rain. A reef. Rain. Some fog.") ==
        "A <ferry>. \u2026 A <reef>.");
}

TEST_CASE("snippet: a passage that does not fit is left out") {
  const std::string ferry = "A ferry " + words(30) + ".";
  const std::string reef = "A reef " + words(30) + ".";
  CHECK(snippet("ferry reef", ferry + " Rain. " + reef) == "A <ferry> " + words(30) + ".");
}

TEST_CASE("snippet: a body without the words is shown by its beginning") {
  CHECK(snippet("lighthouse", "One. Two. Three.") == "One. Two. Three.");
  CHECK(snippet("lighthouse", "One\nTwo") == "One Two");
  CHECK(snippet("", "One. Two.") == "One. Two.");
  CHECK(snippet("ferry", "") == "");
  CHECK(snippet("ferry", "\n \n") == "");
}

TEST_CASE("snippet: the beginning has as many whole sentences as there is room for") {
  const std::string sentence = "The " + words(20) + ".";
  const std::string two = sentence + " " + sentence;
  CHECK(snippet("none", two + " " + sentence) == two);
}

TEST_CASE("snippet: a long sentence is cut between words around the first match") {
  const std::string text = snippet("ferry", words(100) + " ferry " + words(100));
  CHECK(text.starts_with("\u2026drift drift "));
  CHECK(text.ends_with(" drift drift\u2026"));
  CHECK(text.find(" drift <ferry> drifts drift ") != std::string::npos);
  CHECK(columns(text) - 2 <= SnippetMaker::max_columns);  // less the angles
  CHECK(columns(text) - 2 > SnippetMaker::max_columns - 12);
}

TEST_CASE("snippet: a long sentence without a match is cut at its end") {
  const std::string text = snippet("lighthouse", words(200));
  CHECK(text.starts_with("drifts drift "));
  CHECK(text.ends_with(" drift\u2026"));
  CHECK(columns(text) <= SnippetMaker::max_columns);
  CHECK(columns(text) > SnippetMaker::max_columns - 10);
}

TEST_CASE("snippet: one endless word is cut between characters") {
  std::string body;
  for (int i = 0; i < 1000; ++i) body += "\u00E9";
  const std::string text = snippet("lighthouse", body);
  CHECK(columns(text) <= SnippetMaker::max_columns);
  CHECK(text == body.substr(0, text.size() - 3) + "\u2026");
}

TEST_CASE("snippet: Chinese") {
  CHECK(snippet("\u6E21\u8F2A", "\u4E0B\u96E8\u3002\u6E21\u8F2A\u6C89\u6CA1\u3002", "zh") ==
        "<\u6E21\u8F2A>\u6C89\u6CA1\u3002");
  std::string rain;
  for (int i = 0; i < 200; ++i) rain += "\u4E0B\u96E8";
  const std::string text = snippet("\u6E21\u8F2A", rain + "\u6E21\u8F2A" + rain, "zh");
  CHECK(text.find("<\u6E21\u8F2A>") != std::string::npos);
  CHECK(text.starts_with("\u2026"));
  CHECK(text.ends_with("\u2026"));
  CHECK(columns(text) <= SnippetMaker::max_columns + 2);
}

TEST_CASE("snippet: Arabic") {
  const std::string ship = "\u0627\u0644\u0633\u0641\u064A\u0646\u0629";
  CHECK(snippet(ship, "\u063A\u0631\u0642\u062A " + ship + ". \u0645\u0637\u0631\u061F", "ar") ==
        "\u063A\u0631\u0642\u062A <" + ship + ">. \u0645\u0637\u0631\u061F");
}

TEST_CASE("snippet: a title lights up as a body does") {
  const Language english = *Language::parse("en");
  CHECK(
      SnippetMaker().highlights("The ferries at a reef", english, terms_of("ferry a1", english)) ==
      std::vector<ByteRange>{{4, 11}});
  CHECK(SnippetMaker().highlights("The ferries and reefs", english,
                                  terms_of("reef ferry", english)) ==
        std::vector<ByteRange>{{4, 11}, {16, 21}});
  CHECK(SnippetMaker().highlights("", english, terms_of("ferry", english)).empty());
}

TEST_CASE("snippet: of a huge body only the start is looked at") {
  std::string body = "The harbour. ";
  while (body.size() < 3'000'000) body += "It rained and it snowed on the mole. ";
  CHECK(snippet("ferry", body + "The ferry sank.").starts_with("The harbour. It rained"));
  CHECK(snippet("ferry", "The ferry sank. " + body).starts_with("The <ferry> sank."));
}

TEST_CASE("snippet: a sentence that is looked at in part is not shown") {
  std::string body = "The harbour. ";
  while (body.size() < 256 * 1024 - 20) body += "Rain. ";
  CHECK(
      snippet("ferry", body + "The ferry hit submerged rocks.").starts_with("The harbour. Rain."));
}
