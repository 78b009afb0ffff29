// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/sentence_finder.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"

#include <algorithm>

namespace news {

namespace {

constexpr std::size_t max_line_bytes = std::size_t{8} * 1024;

/// The end of the line that begins at `begin`, or of the words of it that are taken at once.
std::size_t end_of_line(std::string_view text, std::size_t begin) {
  const std::string_view most = utf8::truncate(text.substr(begin), max_line_bytes);
  const std::size_t line = most.find('\n');
  if (line != std::string_view::npos) return begin + line;
  if (begin + most.size() == text.size()) return text.size();
  const std::size_t space = most.rfind(' ');
  return begin + (space == std::string_view::npos || space == 0 ? most.size() : space);
}

}  // namespace

void SentenceFinder::add(std::string_view text, ByteRange line, std::vector<ByteRange>& sentences) {
  for (const ByteRange& sentence : splitter_.split(line.in(text))) {
    sentences.push_back({line.begin + sentence.begin, line.begin + sentence.end});
  }
}

/// The sentences of the lines that matches are in.
std::vector<ByteRange> SentenceFinder::around(std::string_view text,
                                              std::span<const Match> matches) {
  std::vector<ByteRange> sentences;
  std::size_t next = 0;
  for (std::size_t begin = 0; begin < text.size() && next < matches.size();) {
    const std::size_t end = end_of_line(text, begin);
    if (matches[next].range.begin < end) add(text, {begin, end}, sentences);
    while (next < matches.size() && matches[next].range.end <= end) ++next;
    begin = end;
    while (begin < text.size() && ascii::is_space(text[begin])) ++begin;
  }
  return sentences;
}

std::vector<Sentence> SentenceFinder::with_matches(std::string_view text,
                                                   std::span<const Match> matches) {
  std::vector<Sentence> sentences;
  const std::vector<ByteRange> ranges = around(text, matches);
  std::size_t next = 0;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    ByteRange range = ranges[i];
    const std::size_t first = next;
    while (next < matches.size() && matches[next].range.begin < range.end) {
      while (matches[next].range.end > range.end && i + 1 < ranges.size())
        range.end = ranges[++i].end;
      ++next;
    }
    if (next > first) sentences.push_back({range, matches.subspan(first, next - first)});
  }
  return sentences;
}

std::vector<ByteRange> SentenceFinder::behind(std::string_view text, std::size_t at) {
  std::vector<ByteRange> sentences;
  while (at < text.size() && ascii::is_space(text[at])) ++at;
  if (at < text.size()) add(text, {at, end_of_line(text, at)}, sentences);
  return sentences;
}

}  // namespace news
