// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/snippet_maker.hpp"

#include "news/base/utf8.hpp"
#include "searcher/snippet/assembly.hpp"
#include "searcher/snippet/layout.hpp"
#include "searcher/snippet/room.hpp"
#include "searcher/snippet/title_in_body.hpp"

#include <algorithm>

namespace news {

namespace {

/// How much of a body is looked at: more than anyone reads, and bounded.
constexpr std::size_t looked_at_bytes = std::size_t{256} * 1024;

/// There is a good passage among so many.
constexpr std::size_t looked_at_matches = 1000;

}  // namespace

Snippet SnippetMaker::make(const Article& article, const QueryTerms& terms, std::size_t columns) {
  const BodyBehindTitle rest = behind_title(article);
  const std::string_view body = std::string_view(article.body).substr(rest.begin);
  const std::string_view text = utf8::truncate(body, looked_at_bytes);
  std::vector<Match> matches = matches_.find(text, article.language, terms);
  matches.resize(std::min(matches.size(), looked_at_matches));
  std::vector<Sentence> sentences = sentences_.with_matches(text, matches);
  const bool ends_early = text.size() < body.size();
  if (ends_early && !sentences.empty() && sentences.back().range.end == text.size()) {
    sentences.pop_back();  // it may end inside a word
  }
  Room room(text);
  const std::size_t for_mark = rest.begins_in_sentence ? 1 : 0;
  const Layout layout(text, columns - for_mark, {room, sentences_});
  std::vector<Passage> passages = layout.around_matches(sentences, terms);
  if (!passages.empty() && passages.front().range.begin == 0) {
    passages.front().cut_before = rest.begins_in_sentence;
  }
  return assemble(text, passages, matches, room);
}

std::vector<ByteRange> SnippetMaker::highlights(std::string_view text, Language language,
                                                const QueryTerms& terms) {
  std::vector<ByteRange> ranges;
  for (const Match& match : matches_.find(text, language, terms)) ranges.push_back(match.range);
  return ranges;
}

}  // namespace news
