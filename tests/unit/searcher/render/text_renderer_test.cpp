// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/display_width.hpp"
#include "searcher/render/renderer.hpp"
#include "tests/support/hits.hpp"

#include <algorithm>
#include <random>
#include <sstream>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

RenderSettings wide(std::size_t columns) {
  RenderSettings settings;
  settings.columns = columns;
  return settings;
}

RenderSettings colored() {
  RenderSettings settings;
  settings.color = true;
  return settings;
}

std::string rendered(const SearchResult& result, const RenderSettings& settings = {},
                     const std::string& query_id = {}) {
  const auto renderer = make_text_renderer(settings);
  return renderer->begin() + renderer->result(result, query_id) + renderer->end();
}

/// The lines of a snippet on a terminal of so many columns, without what stands around them.
std::string snippet_lines(Snippet snippet, RenderSettings settings) {
  Hit hit = bare_hit();
  hit.snippet = std::move(snippet);
  const std::string text = rendered(result_of({hit}), settings);
  const std::size_t begin = text.find('\n', text.find('\n') + 1) + 1;
  return text.substr(begin, text.size() - begin - 1);
}

std::string snippet_lines(std::string text, std::size_t columns) {
  return snippet_lines({.text = std::move(text), .highlights = {}}, wide(columns));
}

/// The text without its escape sequences that set colours.
std::string without_colors(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\033') {
      out.push_back(text[at]);
    } else {
      at = text.find('m', at);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("text renderer: a hit with everything") {
  CHECK(rendered(result_of({full_hit()})) ==
        " 3. Ferry late\n"
        "    Norwick Courier \u00B7 2005-11-20 \u00B7 12.50 \u00B7 f1\n"
        "    A caf\u00E9 on the ferry.\n"
        "    https://courier.example.org/ferry\n"
        "\n");
}

TEST_CASE("text renderer: a hit with nothing") {
  CHECK(rendered(result_of({bare_hit()})) ==
        " 1. Fog\n"
        "    0.00 \u00B7 news.jsonl#1\n"
        "\n");
  Hit untitled = bare_hit();
  untitled.article.title.clear();
  CHECK(rendered(result_of({untitled})).starts_with(" 1. (untitled)\n"));
  CHECK(rendered(result_of({})) == "");
}

TEST_CASE("text renderer: a date is as precise as it is known") {
  Hit hit = bare_hit();
  hit.article.published = Timestamp::from_iso8601("2005-11");
  CHECK(rendered(result_of({hit})).find("    2005-11 \u00B7 0.00") != std::string::npos);
}

TEST_CASE("text renderer: colours") {
  CHECK(rendered(result_of({full_hit()}), colored()) ==
        " 3. \033[1;31mFerry\033[22;39m\033[1m late\033[22m\n"
        "    \033[36mNorwick Courier\033[39m"
        "\033[2m \u00B7 2005-11-20 \u00B7 12.50 \u00B7 f1\033[22m\n"
        "    A \033[1;31mcaf\u00E9\033[22;39m on the \033[1;31mferry\033[22;39m.\n"
        "    \033[2mhttps://courier.example.org/ferry\033[22m\n"
        "\n");
}

TEST_CASE("text renderer: several queries have headings") {
  CHECK(rendered(result_of({}), {}, "t1") == "t1: ferri*\n\n");
  CHECK(rendered(result_of({}), colored(), "t1") == "\033[1;36mt1: ferri*\033[22;39m\n\n");
}

TEST_CASE("text renderer: how a query was read") {
  RenderSettings settings;
  settings.explain = true;
  CHECK(rendered(result_of({}), settings) == "Read as: ferri*\n\n");
  SearchResult result = result_of({});
  result.feedback = {"divers", "norwick"};
  CHECK(rendered(result, settings) == "Read as: ferri*\nFeedback: divers norwick\n\n");
}

TEST_CASE("text renderer: what a score is made of") {
  Hit hit = full_hit();
  hit.score_parts = {{"words", 10}, {"title", 2.5}};
  CHECK(rendered(result_of({hit}))
            .find("\n    words        10.00   80%\n"
                  "    title         2.50   20%\n") != std::string::npos);
}

TEST_CASE("text renderer: a person is told how many there are") {
  RenderSettings settings;
  settings.terminal = true;
  SearchResult result = result_of({full_hit()});
  result.total = 17;
  CHECK(rendered(result, settings).ends_with("\n3 to 3 of 17 articles, 250 ms\n"));
  result.total_is_exact = false;
  CHECK(rendered(result, settings).ends_with("\n3 to 3 of about 17 articles, 250 ms\n"));
  CHECK(rendered(result_of({}), settings) == "0 articles, 250 ms\n");
}

TEST_CASE("text renderer: snippets are wrapped at the width of the terminal") {
  const std::string text = "aaaa bbbb cccc dddd eeee ffff gggg hhhh";
  CHECK(snippet_lines(text, 40) ==
        "    aaaa bbbb cccc dddd eeee ffff gggg\n"
        "    hhhh\n");
  CHECK(snippet_lines(text, 20) ==
        "    aaaa bbbb cccc\n"
        "    dddd eeee ffff\n"
        "    gggg hhhh\n");
  CHECK(snippet_lines(text, 80) == "    " + text + "\n");
}

TEST_CASE("text renderer: lines are never shorter than 20 or longer than 100 columns") {
  const std::string text(200, 'x');
  const std::string narrow = "    " + std::string(16, 'x') + "\n";
  CHECK(snippet_lines(text, 0).starts_with(narrow));
  CHECK(snippet_lines(text, 1) == snippet_lines(text, 20));
  CHECK(snippet_lines(text, 200).starts_with("    " + std::string(96, 'x') + "\n"));
  CHECK(snippet_lines(text, 9999) == snippet_lines(text, 100));
}

TEST_CASE("text renderer: wide characters take two columns") {
  const std::string ship = "\u6E21\u8F2A";
  CHECK(snippet_lines(ship + ship + " " + ship + ship, 21) ==
        "    " + ship + ship + " " + ship + ship + "\n");
  CHECK(snippet_lines(ship + ship + " " + ship + ship, 20) ==
        "    " + ship + ship + " " + ship + "\u6E21\n    \u8F2A\n");
  CHECK(snippet_lines(ship + ship + ship + ship + "\u6C89", 20) ==
        "    " + ship + ship + ship + ship + "\n    \u6C89\n");
  CHECK(snippet_lines("a" + ship + ship + ship + ship, 20) ==
        "    a" + ship + ship + ship + "\u6E21\n    \u8F2A\n");
}

TEST_CASE("text renderer: marks stay with their letters") {
  std::string letters;
  for (int i = 0; i < 17; ++i) letters += "e\u0301";
  CHECK(snippet_lines(letters, 20) ==
        "    " + letters.substr(0, 16 * 3) + "\n    " + letters.substr(16 * 3) + "\n");
  CHECK(snippet_lines("\u0301 ferry", 20) == "    \u0301 ferry\n");
}

TEST_CASE("text renderer: a highlight that is wrapped is coloured on both lines") {
  RenderSettings settings = colored();
  settings.columns = 20;
  CHECK(snippet_lines({.text = "aaaaaaaaaa bbb ccc ddd", .highlights = {{11, 18}}}, settings) ==
        "    aaaaaaaaaa \033[1;31mbbb\033[22;39m\n"
        "    \033[1;31mccc\033[22;39m ddd\n");
  CHECK(snippet_lines({.text = std::string(18, 'x'), .highlights = {{0, 18}}}, settings) ==
        "    \033[1;31m" + std::string(16, 'x') + "\033[22;39m\n    \033[1;31mxx\033[22;39m\n");
}

TEST_CASE("text renderer: nothing in an article commands the terminal") {
  const std::string evil = "a\033]0;x\a\x7F\u009B31m\nb\u202E\u2066\xFF";
  const std::string harmless = "a ]0;x   31m b\uFFFD";  // spaces for what was taken out
  const std::string wrapped = "a ]0;x 31m b\uFFFD";
  Hit hit = full_hit();
  hit.article.title = evil;
  hit.title_highlights.clear();
  hit.article.outlet = hit.article.id = hit.article.url = evil;
  hit.snippet = {.text = "x", .highlights = {}};
  CHECK(rendered(result_of({hit})) == " 3. " + wrapped + "\n    " + wrapped +
                                          " \u00B7 2005-11-20 \u00B7 12.50 \u00B7 " + wrapped +
                                          "\n    x\n    " + harmless + "\n\n");
  CHECK(snippet_lines("a\033[31mb", 80) == "    a [31mb\n");
  SearchResult result = result_of({});
  result.query = evil;
  CHECK(rendered(result, {}, evil) == harmless + ": " + harmless + "\n\n");
}

TEST_CASE("text renderer: no line of a snippet is too wide and no character is lost") {
  constexpr std::string_view pieces[] = {"a",
                                         "ferry",
                                         "\u6E21\u8F2A",
                                         "e\u0301",
                                         "\u200B",
                                         "\U0001F6A2",
                                         " ",
                                         " ",
                                         "\u0905\u0902",
                                         "superlongwordsuperlongword"};
  std::mt19937 random(1853);
  for (int round = 0; round < 300; ++round) {
    Snippet snippet;
    while (snippet.text.size() < random() % 400) {
      const std::size_t begin = snippet.text.size();
      snippet.text += pieces[random() % std::size(pieces)];
      if (random() % 4 == 0) snippet.highlights.push_back({begin, snippet.text.size()});
    }
    RenderSettings settings = colored();
    settings.columns = random() % 120;
    CAPTURE(snippet.text);
    const std::size_t most = std::clamp<std::size_t>(settings.columns, 20, 100);
    const std::string text = without_colors(snippet_lines(snippet, settings));
    std::string letters;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      REQUIRE(display_width(std::string_view(line)) <= most);
      for (const char c : line) {
        if (c != ' ') letters.push_back(c);
      }
    }
    std::erase(snippet.text, ' ');
    REQUIRE(letters == snippet.text);
  }
}

TEST_CASE("text: where else a story is") {
  const auto line = [](std::vector<Duplicate> duplicates) {
    Hit hit = bare_hit();
    hit.article.outlet = "Norwick Courier";
    hit.duplicates = std::move(duplicates);
    const std::string text = rendered(result_of({hit}));
    const std::size_t begin = text.find("    also");
    return begin == std::string::npos ? "" : text.substr(begin, text.find('\n', begin) - begin);
  };
  CHECK(line({}).empty());
  CHECK(line({{"c7", "Coast Radio"}}) == "    also in 1 other: Coast Radio");
  CHECK(line({{"c7", "Coast Radio"}, {"c8", "Coast Radio"}, {"m1", "Mirror"}}) ==
        "    also in 3 others: Coast Radio, Mirror");
  CHECK(line({{"n2", "Norwick Courier"}, {"x9", ""}}) == "    also in 2 others: n2, x9");
  CHECK(line({{"1", ""}, {"2", ""}, {"3", ""}, {"4", ""}, {"5", ""}, {"6", ""}}) ==
        "    also in 6 others: 1, 2, 3, 4, 5, ...");
}
