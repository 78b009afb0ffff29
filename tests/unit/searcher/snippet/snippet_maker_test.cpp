// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/snippet_maker.hpp"

#include "news/text/display_width.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/translator.hpp"
#include "tests/support/vocabulary.hpp"

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
  settings.database = test::vocabulary({{"vaccines", 1}, {"vaccination", 1}});
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
      {"\"the walls\"", "The walls and the wall.", "<The walls> and the wall."},
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

TEST_CASE("snippet: the sentence with the most words of the query and those behind it") {
  CHECK(snippet("ferry reef", "A ferry sank. A ferry hit a reef. It rained. It snowed.") ==
        "A <ferry> hit a <reef>. It rained. It snowed.");
  CHECK(snippet("ferry", "It rained. The ferry sank.") == "The <ferry> sank.");
  CHECK(snippet("ferry", "A ferry sank. The ferry met a ferry.") == "The <ferry> met a <ferry>.");
}

TEST_CASE("snippet: a second passage has a word that the first has not") {
  const std::string rain = "Rain " + words(50) + ".";
  CHECK(snippet("ferry reef", "A reef. " + rain + " A ferry and a ferry. Fog.") ==
        "A <reef>. \u2026 A <ferry> and a <ferry>.");
  CHECK(snippet("ferry reef", "A reef and a reef.\n" + rain + "\nA ferry.") ==
        "A <reef> and a <reef>. \u2026 A <ferry>.");
  CHECK(snippet("ferry reef fog", "A ferry. " + rain + " A reef. " + rain + " Some fog.") ==
        "A <ferry>. \u2026 A <reef>.");
}

TEST_CASE("snippet: what stands between two passages is shown if there is room") {
  CHECK(snippet("ferry reef", "A reef. It rained. A ferry and a ferry. Fog.") ==
        "A <reef>. It rained. A <ferry> and a <ferry>. Fog.");
  CHECK(snippet("ferry reef", "A ferry\nA reef\nFog") == "A <ferry> A <reef> Fog");
}

TEST_CASE("snippet: two passages that do not fit are cut") {
  const std::string ferry = "A ferry " + words(30) + ".";
  const std::string reef = "A reef " + words(30) + ".";
  const std::string text = snippet("ferry reef", ferry + " " + words(60) + ". " + reef);
  CHECK(text.starts_with("A <ferry> drifts drift"));
  CHECK(text.find(" drift \u2026 A <reef> drifts") != std::string::npos);
  CHECK(text.ends_with(" drift\u2026"));
  CHECK(columns(text) - 4 <= SnippetMaker::usual_columns);  // less the angles
}

TEST_CASE("snippet: where there is no room for two passages there is one") {
  const std::string body = "A ferry " + words(30) + ". A reef " + words(30) + ".";
  const Language english = *Language::parse("en");
  Article article;
  article.language = english;
  article.body = body;
  const std::string text =
      marked(SnippetMaker().make(article, terms_of("ferry reef", english), 60));
  CHECK(text.starts_with("A <ferry> drifts drift"));
  CHECK(text.find("reef") == std::string::npos);
  CHECK(columns(text) - 2 <= 60);
}

TEST_CASE("snippet: of a long sentence the words side by side are shown") {
  const std::string text = snippet(
      "ferry reef", "A ferry " + words(80) + " reef " + words(80) + " ferry reef " + words(80));
  CHECK(text.find("<ferry> <reef>") != std::string::npos);
}

TEST_CASE("snippet: words that are near each other are better than words apart") {
  CHECK(snippet("ferry reef", "A ferry " + words(20) + " reef.\n" + words(50) +
                                  ".\nThe ferry on the reef.\n" + words(50)) ==
        "The <ferry> on the <reef>.");
}

TEST_CASE("snippet: of equal sentences the first is shown") {
  const std::string fog = "\n" + words(50) + "\n";
  CHECK(snippet("ferry", "A ferry." + fog + "A ferry." + fog) == "A <ferry>.");
}

TEST_CASE("snippet: a rare word is worth more than a common one") {
  const Language english = *Language::parse("en");
  QueryTerms terms = terms_of("said ferry", english);
  const std::string fog = "\n" + words(50) + "\n";
  Article article;
  article.language = english;
  article.body = "He said so, said he." + fog + "A ferry." + fog;
  terms.weigh([](const std::string& term) { return term == "Zsaid" ? 0.1 : 5.0; });
  CHECK(marked(SnippetMaker().make(article, terms)) == "A <ferry>.");
}

TEST_CASE("snippet: a quotation lights up as a whole and nowhere else") {
  CHECK(snippet("\"public inquiry\"",
                "The public saw an inquiry. A public inquiry, the public said.") ==
        "A <public inquiry>, the public said.");
  CHECK(snippet("\"public inquiry\"", "The PUBLIC\ninquiry. Fog.") == "The <PUBLIC inquiry>. Fog.");
  CHECK(snippet("\"public inquiry\" public", "A public inquiry in public.") ==
        "A <public inquiry> in <public>.");
  CHECK(snippet("\"inquiry\"", "Inquiries and an inquiry.") == "Inquiries and an <inquiry>.");
}

TEST_CASE("snippet: a body does not repeat the title") {
  struct Title {
    const char* title;
    bool from_text;
    const char* body;
    const char* snippet;
  };
  const Title rows[] = {
      {"A ferry sank", false, "A FERRY SANK\nFog. The ferry.", "The <ferry>."},
      {"A ferry sank", false, "A ferry  sank. Fog.", "Fog."},
      {"\u201CA ferry\u201D", false, "\u201CA ferry\u201D\nFog.", "Fog."},
      {"A ferry sank", false, "A ferry sank off the mole.", "A <ferry> sank off the mole."},
      {"A ferry sank", false, "A ferry sank.", ""},
      {"A ferry sank", true, "HULL, May 3 (Agency) - A ferry sank. Fog.", "Fog."},
      {"A ferry sank\u2026", true, "HULL, May 3 (Agency) - A ferry sank off the mole. Fog.",
       "\u2026off the mole. Fog."},
      {"A ferry sank", false, "HULL, May 3 (Agency) - A ferry off Hull. Fog.",
       "HULL, May 3 (Agency) - A <ferry> off Hull. Fog."},
      {"Fog", false, "", ""},
  };
  const Language english = *Language::parse("en");
  for (const Title& row : rows) {
    CAPTURE(row.body);
    Article article;
    article.language = english;
    article.title = row.title;
    article.title_from_text = row.from_text;
    article.body = row.body;
    CHECK(marked(SnippetMaker().make(article, terms_of("ferry", english))) == row.snippet);
  }
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
  CHECK(columns(text) - 2 <= SnippetMaker::usual_columns);  // less the angles
  CHECK(columns(text) - 2 > SnippetMaker::usual_columns - 12);
}

TEST_CASE("snippet: a long sentence without a match is cut at its end") {
  const std::string text = snippet("lighthouse", words(200));
  CHECK(text.starts_with("drifts drift "));
  CHECK(text.ends_with(" drift\u2026"));
  CHECK(columns(text) <= SnippetMaker::usual_columns);
  CHECK(columns(text) > SnippetMaker::usual_columns - 10);
}

TEST_CASE("snippet: one endless word is cut between characters") {
  std::string body;
  for (int i = 0; i < 1000; ++i) body += "\u00E9";
  const std::string text = snippet("lighthouse", body);
  CHECK(columns(text) <= SnippetMaker::usual_columns);
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
  CHECK(columns(text) <= SnippetMaker::usual_columns + 2);
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
