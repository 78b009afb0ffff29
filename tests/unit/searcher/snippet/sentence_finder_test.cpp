// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/sentence_finder.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace news;

namespace {

/// A match for every place of `word`.
std::vector<Match> matches_of(std::string_view text, std::string_view word) {
  std::vector<Match> matches;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    matches.push_back({{at, at + word.size()}, 0});
  }
  return matches;
}

/// The sentences with `word`, a bar between.
std::string with(std::string_view word, std::string_view text) {
  const std::vector<Match> matches = matches_of(text, word);
  std::string out;
  for (const Sentence& sentence : SentenceFinder().with_matches(text, matches)) {
    out += (out.empty() ? "" : "|") + std::string(sentence.range.in(text));
  }
  return out;
}

}  // namespace

TEST_CASE("snippet sentences: those that have matches, with all of them") {
  CHECK(with("ferry", "A ferry. Fog.\nFog.\nFog. The ferry and a ferry.") ==
        "A ferry.|The ferry and a ferry.");
  CHECK(with("reef", "A ferry.") == "");
  const std::string text = "Fog. A ferry, a ferry.";
  const auto matches = matches_of(text, "ferry");
  CHECK(SentenceFinder().with_matches(text, matches).front().matches.size() == 2);
}

TEST_CASE("snippet sentences: two are one where a match reaches from one to the other") {
  CHECK(with("inquiry. Now", "Fog. An inquiry. Now! Fog.") == "An inquiry. Now!");
  CHECK(with("inquiry\nnow", "An inquiry\nnow. Fog.") == "An inquiry\nnow.");
}

TEST_CASE("snippet sentences: a long line is taken in parts that keep words whole") {
  std::string text;
  while (text.size() < 20'000) text += "fog ";
  text += "ferry";
  const std::string sentence = with("ferry", text);
  CHECK(sentence.ends_with("fog ferry"));
  CHECK(sentence.starts_with("fog "));
  CHECK(sentence.size() <= 8192);
}

TEST_CASE("snippet sentences: those behind a place, to the end of the line") {
  const std::string text = "One. Two. Three.\nFour.";
  SentenceFinder finder;
  CHECK(finder.behind(text, 4) == std::vector<ByteRange>{{5, 9}, {10, 16}});
  CHECK(finder.behind(text, 16) == std::vector<ByteRange>{{17, 22}});
  CHECK(finder.behind(text, text.size()).empty());
}
