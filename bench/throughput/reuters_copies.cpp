// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/reuters_copies.hpp"

#include <algorithm>

namespace news::bench {

namespace {

constexpr std::string_view story_end = "</REUTERS>";
constexpr std::string_view id_start = " NEWID=\"";

/// Cuts `tail` off the end of `text`, if it is there, and spaces.
std::string_view without_tail(std::string_view text, std::string_view tail) {
  if (text.ends_with(tail)) text.remove_suffix(tail.size());
  return text.substr(0, text.find_last_not_of(" \r\n") + 1);
}

/// Whether a line is as short as an agency's name, and text alone.
bool is_sign_off(std::string_view line) {
  constexpr std::size_t longest = 24;
  return line.size() <= longest && line.find('<') == std::string_view::npos;
}

/// Where a word can be added to a story's text: behind its last word, but before its sign-off.
std::size_t end_of_text(std::string_view story) {
  const std::size_t close = std::min(story.rfind("</BODY>"), story.rfind("</TEXT>"));
  if (close == std::string_view::npos) return story.size();
  const std::string_view text = without_tail(story.substr(0, close), "&#3;");
  const std::size_t line = text.rfind('\n');
  if (line == std::string_view::npos || !is_sign_off(text.substr(line + 1))) return text.size();
  return without_tail(text.substr(0, line), "").size();
}

/// The id's digits behind a figure for the copy: ids have five digits at most.
std::string with_other_id(std::string_view story, unsigned copy) {
  const std::size_t id = story.find(id_start);
  if (id == std::string_view::npos) return std::string(story);
  const std::size_t begin = id + id_start.size();
  const std::size_t end = std::min(story.find('"', begin), story.size());
  std::string digits(story.substr(begin, end - begin));
  digits.insert(0, digits.size() < 5 ? 5 - digits.size() : 0, '0');
  return std::string(story.substr(0, begin)) + std::to_string(copy) + digits +
         std::string(story.substr(end));
}

std::string other_story(std::string_view story, unsigned copy) {
  const std::size_t end = end_of_text(story);
  const std::string word = {' ', 'c', 'o', 'p', 'y', static_cast<char>('a' + copy)};
  return with_other_id(std::string(story.substr(0, end)) + word + std::string(story.substr(end)),
                       copy);
}

}  // namespace

std::string reuters_copy(std::string_view sgml, unsigned copy) {
  if (copy == 0) return std::string(sgml);
  std::string out;
  out.reserve(sgml.size() + sgml.size() / 100);
  while (true) {
    const std::size_t end = sgml.find(story_end);
    if (end == std::string_view::npos) return out += sgml;
    out += other_story(sgml.substr(0, end), copy);
    out += story_end;
    sgml.remove_prefix(end + story_end.size());
  }
}

std::string_view first_stories(std::string_view sgml, std::size_t stories) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < stories; ++i) {
    const std::size_t next = sgml.find(story_end, end);
    if (next == std::string_view::npos) return sgml;
    end = next + story_end.size();
  }
  return sgml.substr(0, end);
}

}  // namespace news::bench
