// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the snippet of any article and query.
#include "news/base/utf8.hpp"
#include "news/text/cut_points.hpp"
#include "news/text/display_width.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/translator.hpp"
#include "searcher/snippet/snippet_maker.hpp"

#include <algorithm>
#include <random>
#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

constexpr std::string_view joint = " \u2026 ";
constexpr std::string_view cut_mark = "\u2026";

/// Parts of texts in many scripts, with what is hard about them: marks, joiners, wide characters,
/// words without spaces, abbreviations, line ends. None has the character that marks a cut.
constexpr std::string_view pieces[] = {
    "ferry",
    "Ferries",
    "reef",
    "REEFS",
    "covid-19",
    "caf\u00E9s",
    "cafe\u0301",
    "U.S.",
    "Mr.",
    "@ferry",
    "#reef",
    "\u6E21\u8F2A\u6C89\u6CA1\u3002",
    "\u4E0B\u96E8",
    "\u0E40\u0E23\u0E37\u0E2D\u0E02\u0E49\u0E32\u0E21\u0E1F\u0E32\u0E01",
    "\uFB01nance",
    "\u0627\u0644\u0633\u0641\u064A\u0646\u0629",
    "\u0928\u094C\u0915\u093E",
    "\U0001F6A2",
    "\U0001F468\u200D\U0001F469\u200D\U0001F467",
    ".",
    "?\u201D",
    "\n",
    "1,000.50",
    "supercalifragilisticexpialidocious",
    "https://a.example/ferry?reef=1",
    "\u00AB",
    "(",
};

constexpr const char* queries[] = {"ferry",
                                   "ferry reef",
                                   "\"reef ferry\"",
                                   "\"the ferry reef\" cafe",
                                   "caf*",
                                   "covid-19",
                                   "\u6E21\u8F2A reef",
                                   "finance -reef",
                                   "",
                                   "\u0E40\u0E23\u0E37\u0E2D",
                                   "#reef @ferry 1000.50"};

std::string random_body(std::mt19937& random) {
  std::string body;
  const double spaces = std::uniform_real_distribution<>(0, 1)(random);
  for (std::size_t i = random() % 150; i > 0; --i) {
    body += pieces[random() % std::size(pieces)];
    if (std::bernoulli_distribution(spaces)(random)) body += " ";
  }
  return body;
}

/// Letters as they come, in upper and lower case, so that stemmers see any ending and any
/// beginning.
std::string random_word(std::mt19937& random) {
  static constexpr std::string_view letters = "aeiouylnrstdgmE";
  static constexpr std::string_view first = "abcdefghijklmnopqrstuvwxyzSIY";
  std::string word(1, first[random() % first.size()]);
  for (std::size_t i = random() % 8; i > 0; --i) word.push_back(letters[random() % letters.size()]);
  return word;
}

/// A text on one line.
std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// The passages of a snippet, without the marks of what was cut.
std::vector<std::string> passages(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(joint);
    std::string_view part = text.substr(0, end);
    if (part.starts_with(cut_mark)) part.remove_prefix(cut_mark.size());
    if (part.ends_with(cut_mark)) part.remove_suffix(cut_mark.size());
    parts.emplace_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + joint.size());
  }
}

void check_highlights(const Snippet& snippet) {
  CutPoints cuts;
  std::size_t at = 0;
  for (const ByteRange& range : snippet.highlights) {
    REQUIRE(range.begin >= at);
    REQUIRE(range.begin < range.end);
    REQUIRE(range.end <= snippet.text.size());
    REQUIRE(cuts.character_at_or_before(snippet.text, range.begin) == range.begin);
    REQUIRE(cuts.character_at_or_before(snippet.text, range.end) == range.end);
    at = range.end;
  }
}

void check_sound(const Snippet& snippet, const std::string& body, std::size_t columns) {
  CAPTURE(body);
  CAPTURE(snippet.text);
  CAPTURE(columns);
  REQUIRE(utf8::is_valid(snippet.text));
  REQUIRE(snippet.text.find('\n') == std::string::npos);
  REQUIRE(display_width(std::string_view(snippet.text)) <= columns);
  const bool blank = body.find_first_not_of(" \n") == std::string::npos;
  REQUIRE(snippet.text.empty() == blank);
  check_highlights(snippet);
  for (const std::string& passage : passages(snippet.text)) {
    REQUIRE(on_one_line(body).find(passage) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("snippet: any snippet is parts of the body with highlights inside") {
  std::mt19937 random(1850);
  const Language english = *Language::parse("en");
  SnippetMaker maker;
  for (const char* query : queries) {
    TranslatorSettings settings;
    settings.languages = {english};
    const QueryTerms terms = translate_query(parse_query(query).root, settings).terms;
    CAPTURE(query);
    for (int round = 0; round < 60; ++round) {
      Article article;
      article.language = english;
      article.body = random_body(random);
      const std::size_t columns = 20 + random() % 300;
      const Snippet snippet = maker.make(article, terms, columns);
      check_sound(snippet, article.body, columns);
      REQUIRE(SnippetMaker().make(article, terms, columns) == snippet);
    }
  }
}

TEST_CASE("snippet: a word of the query that is in the body is in the snippet") {
  std::mt19937 random(1851);
  QueryTerms terms;
  terms.add_term(terms.add_word(), "ferry");
  SnippetMaker maker;
  for (int round = 0; round < 200; ++round) {
    Article article;
    article.body = random_body(random) + " ferry " + random_body(random);
    CAPTURE(article.body);
    REQUIRE_FALSE(maker.make(article, terms).highlights.empty());
  }
}

TEST_CASE("snippet: no passage starts or ends inside a word") {
  std::mt19937 random(1852);
  QueryTerms terms;
  terms.add_term(terms.add_word(), "ferry");
  SnippetMaker maker;
  for (int round = 0; round < 100; ++round) {
    Article article;
    const std::size_t ferry = random() % 200;
    for (std::size_t i = 0; i < 200; ++i) {
      article.body += i == ferry ? " ferry" : " <" + std::string(1 + random() % 12, 'w') + ">";
    }
    const std::string text = maker.make(article, terms).text;
    CAPTURE(text);
    for (const std::string& passage : passages(text)) {
      REQUIRE((passage.starts_with("<") || passage.starts_with("ferry")));
      REQUIRE((passage.ends_with(">") || passage.ends_with("ferry")));
    }
  }
}

TEST_CASE("snippet: leaving out words by their first letters changes no match") {
  std::mt19937 random(1853);
  Analyzer analyzer;
  MatchFinder finder;
  for (const char* code : {"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no"}) {
    const Language language = *Language::parse(code);
    CAPTURE(code);
    for (int round = 0; round < 200; ++round) {
      std::string text;
      for (int i = 0; i < 60; ++i) text += random_word(random) + (i % 7 == 0 ? "-" : " ");
      const auto& tokens = analyzer.analyze(text, language);
      QueryTerms terms;
      for (int i = 0; i < 3; ++i) {
        terms.add_stem(terms.add_word(), std::string(tokens[random() % tokens.size()].stem));
      }
      std::vector<ByteRange> expected;
      for (const Token& token : tokens) {
        if (terms.word_of(token, language) >= 0) expected.push_back({token.begin, token.end});
      }
      std::vector<ByteRange> found;
      for (const Match& match : finder.find(text, language, terms)) found.push_back(match.range);
      CAPTURE(text);
      REQUIRE(found == expected);
    }
  }
}

TEST_CASE("snippet: hostile bodies stay within the columns, and within bytes") {
  std::string marks = "ferry e";
  for (int i = 0; i < 200'000; ++i) marks += "\u0301";
  std::string joined = "ferry ";
  for (int i = 0; i < 60'000; ++i) joined += "\u200D\U0001F469";
  const std::string bodies[] = {
      marks,
      joined,
      std::string(300'000, 'a') + " ferry",
      "ferry" + std::string(300'000, '\x01'),
      std::string(300'000, '.'),
      std::string(300'000, '"') + "ferry",
  };
  QueryTerms terms;
  terms.add_term(terms.add_word(), "ferry");
  for (const std::string& body : bodies) {
    Article article;
    article.body = body;
    CAPTURE(body.substr(0, 20));
    const Snippet snippet = SnippetMaker().make(article, terms, 100);
    CHECK(utf8::is_valid(snippet.text));
    CHECK(display_width(std::string_view(snippet.text)) <= 100);
    CHECK(snippet.text.size() <= 12 * 100 + 6);
  }
}
