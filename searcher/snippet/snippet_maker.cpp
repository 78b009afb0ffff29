// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/snippet_maker.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace news {

namespace {

constexpr std::string_view joint = " … ";
constexpr std::string_view cut_mark = "…";

/// How much of a body is looked at: more than anyone reads, and bounded.
constexpr std::size_t looked_at_bytes = std::size_t{256} * 1024;

/// A word of the query in the body.
struct Match {
  ByteRange range;
  int word = 0;
};

/// A sentence and the matches in it.
struct Sentence {
  ByteRange range;
  std::size_t columns = 0;
  std::vector<Match> matches;
  std::set<int> words;
};

std::size_t count_new(const Sentence& sentence, const std::set<int>& shown) {
  return static_cast<std::size_t>(
      std::count_if(sentence.words.begin(), sentence.words.end(),
                    [&shown](int word) { return !shown.contains(word); }));
}

/// The sentence that shows the most words that are not shown yet; of equal ones the one with more
/// matches for its length, then the first. Nothing if none shows any.
const Sentence* best_sentence(const std::vector<Sentence>& sentences, const std::set<int>& shown) {
  const Sentence* best = nullptr;
  const auto density = [](const Sentence& sentence) {
    // Matches for each line or so: a long sentence is not better for its length alone.
    constexpr std::size_t line = 80;
    const std::size_t lines = 1 + sentence.columns / line;
    return static_cast<double>(sentence.matches.size()) / static_cast<double>(lines);
  };
  for (const Sentence& sentence : sentences) {
    const std::size_t fresh = count_new(sentence, shown);
    if (fresh == 0) continue;
    const std::size_t best_fresh = best == nullptr ? 0 : count_new(*best, shown);
    if (fresh > best_fresh || (fresh == best_fresh && density(sentence) > density(*best))) {
      best = &sentence;
    }
  }
  return best;
}

/// The beginning of the character at or before `at`.
std::size_t char_begin(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    --at;
  }
  return at;
}

/// Builds the snippet's text out of parts of the body.
class Builder {
 public:
  explicit Builder(std::string_view body) : body_(body) {}

  std::size_t columns_left() const {
    const std::size_t used = display_width(std::string_view(snippet_.text));
    return used >= SnippetMaker::max_columns ? 0 : SnippetMaker::max_columns - used;
  }

  void add_joint(std::string_view text) { snippet_.text += text; }

  /// Appends a part of the body with its matches.
  void add(ByteRange range, const std::vector<Match>& matches) {
    const std::size_t offset = snippet_.text.size();
    snippet_.text += range.in(body_);
    for (const Match& match : matches) {
      if (match.range.begin < range.begin || match.range.end > range.end) continue;
      snippet_.highlights.push_back(
          {match.range.begin - range.begin + offset, match.range.end - range.begin + offset});
    }
  }

  /// Appends a sentence, or as much of it around its first match as there is room for.
  void add_sentence(const Sentence& sentence) {
    const std::size_t room = columns_left();
    if (sentence.columns <= room) {
      add(sentence.range, sentence.matches);
      return;
    }
    ByteRange part = sentence.range;
    if (!sentence.matches.empty()) part.begin = begin_near(sentence, room / 3);
    part.end = end_within(part, room > 2 ? room - 2 : 0);
    if (part.begin > sentence.range.begin) add_joint(cut_mark);
    add(part, sentence.matches);
    if (part.end < sentence.range.end) add_joint(cut_mark);
  }

  Snippet take() { return std::move(snippet_); }

 private:
  /// A word that begins at most `columns` before the first match.
  std::size_t begin_near(const Sentence& sentence, std::size_t columns) const {
    const std::size_t match = sentence.matches.front().range.begin;
    std::size_t begin = match;
    std::size_t width = 0;
    std::size_t word = match;
    while (begin > sentence.range.begin) {
      const std::size_t before = char_begin(body_, begin - 1);
      std::size_t at = before;
      width += display_width(utf8::decode(body_, at));
      if (width > columns) return word;
      begin = before;
      if (begin == sentence.range.begin || body_[begin - 1] == ' ') word = begin;
    }
    return sentence.range.begin;
  }

  /// The end of the last word that fits the columns; of the last character where there are no
  /// spaces.
  std::size_t end_within(ByteRange range, std::size_t columns) const {
    std::size_t width = 0;
    std::size_t word_end = range.begin;
    for (std::size_t at = range.begin; at < range.end;) {
      const std::size_t start = at;
      if (body_[at] == ' ') word_end = at;
      width += display_width(utf8::decode(body_, at));
      if (width > columns)
        return 2 * (word_end - range.begin) > start - range.begin ? word_end : start;
    }
    return range.end;
  }

  std::string_view body_;
  Snippet snippet_;
};

std::vector<Sentence> sentences_of(std::string_view body, const std::vector<ByteRange>& ranges,
                                   const std::vector<Match>& matches) {
  std::vector<Sentence> sentences;
  std::size_t next = 0;
  for (const ByteRange& range : ranges) {
    Sentence sentence{
        .range = range, .columns = display_width(range.in(body)), .matches = {}, .words = {}};
    while (next < matches.size() && matches[next].range.begin < range.end) {
      if (matches[next].range.begin >= range.begin) {
        sentence.matches.push_back(matches[next]);
        sentence.words.insert(matches[next].word);
      }
      ++next;
    }
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::vector<Match> matches_in(const std::vector<Token>& tokens, const QueryTerms& terms) {
  std::vector<Match> matches;
  for (const Token& token : tokens) {
    const int word = terms.word_of(token);
    if (word >= 0) matches.push_back({{token.begin, token.end}, word});
  }
  return matches;
}

/// As many sentences from the first one on as there is room for, at least one.
void add_lead(const std::vector<Sentence>& sentences, Builder& builder) {
  for (const Sentence& sentence : sentences) {
    const bool first = &sentence == &sentences.front();
    if (!first && sentence.columns + 1 > builder.columns_left()) return;
    if (!first) builder.add_joint(" ");
    builder.add_sentence(sentence);
  }
}

}  // namespace

Snippet SnippetMaker::make(const Article& article, const QueryTerms& terms) {
  const std::string_view body = utf8::truncate(article.body, looked_at_bytes);
  const std::vector<Match> matches = matches_in(analyzer_.analyze(body, article.language), terms);
  std::vector<Sentence> sentences = sentences_of(body, splitter_.split(body), matches);
  const bool ends_early = body.size() < article.body.size();
  if (ends_early && sentences.size() > 1) sentences.pop_back();  // it may end inside a word
  Builder builder(body);
  const Sentence* first = best_sentence(sentences, {});
  if (first == nullptr) {
    add_lead(sentences, builder);
    return builder.take();
  }
  const Sentence* second = best_sentence(sentences, first->words);
  if (second == nullptr) {
    builder.add_sentence(*first);
    const Sentence* next = first + 1;
    const bool fits =
        next != sentences.data() + sentences.size() && next->columns + 1 <= builder.columns_left();
    if (fits) {
      builder.add_joint(" ");
      builder.add_sentence(*next);
    }
    return builder.take();
  }
  // In the order of the article, with a mark where something is left out.
  const bool adjacent = second == first + 1 || first == second + 1;
  const Sentence* earlier = std::min(first, second);
  const Sentence* later = std::max(first, second);
  const std::string_view between = adjacent ? " " : joint;
  const bool both_fit =
      earlier->columns + later->columns + display_width(between) <= SnippetMaker::max_columns;
  if (!both_fit) {
    builder.add_sentence(*first);
    return builder.take();
  }
  builder.add_sentence(*earlier);
  builder.add_joint(between);
  builder.add_sentence(*later);
  return builder.take();
}

std::vector<ByteRange> SnippetMaker::highlights(std::string_view text, Language language,
                                                const QueryTerms& terms) {
  std::vector<ByteRange> ranges;
  for (const Match& match : matches_in(analyzer_.analyze(text, language), terms)) {
    ranges.push_back(match.range);
  }
  return ranges;
}

}  // namespace news
