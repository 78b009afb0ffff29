// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/author_names.hpp"

#include "news/article/byline.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/letter_case.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>

namespace news {

namespace {

bool is_address(std::string_view word) {
  return word.find("://") != word.npos || word.find('@') != word.npos || word.starts_with("www.") ||
         word.starts_with("mailto:");
}

/// A value without the words that are addresses.
std::string without_addresses(std::string_view value) {
  std::string out;
  const std::string folded = fold_whitespace(value);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    const std::string_view word = std::string_view(folded).substr(at, end - at);
    if (!is_address(word)) (out += out.empty() ? "" : " ") += word;
    at = end + 1;
  }
  return out;
}

bool is_full_name(std::string_view text) { return ascii::trim(text).find(' ') != text.npos; }

/// "Jane Doe (jdo)": what stands in brackets at the end says who she is.
void drop_brackets(std::string& text) {
  const std::size_t open = text.rfind(" (");
  if (open != text.npos && open > 0 && text.back() == ')') text.resize(open);
}

/// "Jane Doe, professor of history at the university", "Jane Doe, THE POST": what stands behind the
/// comma is a post or a house and not the next name.
void drop_post(std::string& text) {
  const std::size_t comma = text.find(", ");
  if (comma == text.npos || !is_full_name(text.substr(0, comma))) return;
  const std::string_view name = std::string_view(text).substr(0, comma);
  for (std::string_view rest = std::string_view(text).substr(comma + 2);;) {
    const std::size_t end = std::min(rest.find(", "), rest.size());
    const std::string_view part = rest.substr(0, end);
    constexpr std::ptrdiff_t most_spaces = 3;
    const bool long_part = std::count(part.begin(), part.end(), ' ') > most_spaces;
    const bool house = is_all_upper(part) && !is_all_upper(name);
    const bool site = part.find('.') != part.npos && part.find(' ') == part.npos;
    if (long_part || house || site || starts_lower(part)) {
      text.resize(comma);
      return;
    }
    if (end == rest.size()) return;
    rest.remove_prefix(end + 2);
  }
}

/// "Reuters, Jane Doe": no name turned round.
void split_agency(std::string& text) {
  static constexpr std::string_view agencies =
      " reuters ap afp dpa apa sda sid ansa efe belga anp ntb tt ritzau tass xinhua bloomberg pti "
      "ani ians kna epd upi aap bernama antara lusa pap ctk tanjug dha iha ";
  const std::size_t comma = text.find(", ");
  if (comma == text.npos) return;
  const std::string first = " " + ascii::to_lower(std::string_view(text).substr(0, comma)) + " ";
  if (agencies.find(first) != agencies.npos) text.replace(comma, 1, ";");
}

/// Pages write a name twice, for the eye and for readers aloud: "Jane Doe Jane Doe".
void drop_repetition(std::string& text) {
  const std::size_t half = text.size() / 2;
  const bool twice =
      text.size() % 2 == 1 && text[half] == ' ' &&
      std::string_view(text).substr(0, half) == std::string_view(text).substr(half + 1);
  if (twice) text.resize(half);
}

/// Korean reporters are named with their post behind: "신현주 기자".
void drop_korean_post(std::string& text) {
  for (const std::string_view post : {" 기자", " 특파원", " 논설위원"}) {
    if (text.ends_with(post)) text.resize(text.size() - post.size());
  }
}

/// Words for "and" between two names, in languages where authors_of does not know them.
void replace_and(std::string& text) {
  for (const std::string_view word : {" og ", " och ", " ja ", " ve ", " dan ", " och ", " і ",
                                      " та ", " și ", " és ", " και ", " i ", " a ", " en "}) {
    const std::size_t at = text.find(word);
    if (at == text.npos || !is_full_name(text.substr(0, at))) continue;
    if (starts_upper(std::string_view(text).substr(at + word.size()))) {
      text.replace(at, word.size(), " & ");
    }
  }
  const std::size_t slash = text.find('/');
  if (slash == text.npos || slash == 0) return;
  const std::string_view behind = ascii::trim(std::string_view(text).substr(slash + 1));
  if (is_full_name(text.substr(0, slash)) && is_full_name(behind)) text.replace(slash, 1, ";");
}

/// A line that opens with a byline's word in small letters or with a colon ("von Jane Doe", "By:
/// Jane Doe"), with a capital and without.
std::string with_plain_opening(std::string_view line) {
  std::string text(line);
  const std::size_t space = text.find(' ');
  constexpr std::size_t longest_opening = 5;
  if (space == text.npos || space == 0 || space > longest_opening) return text;
  text.front() = ascii::to_upper(text.front());
  if (text[space - 1] == ':') text.erase(space - 1, 1);
  return byline_opening(text) > 0 ? text : std::string(line);
}

/// Whether a word is one of those on links and labels that begin with a capital.
bool has_label_word(std::string_view text) {
  static constexpr std::string_view labels =
      " view read more all see follow newsletter newsletters share subscribe weitere mehr alle "
      "login comments comment print latest top advertisement home menu search watch video "
      "breaking related teilen folgen lire suivre partager seguir compartir leer leggi ";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string word = " " + ascii::to_lower(text.substr(0, end)) + " ";
    if (word.size() > 2 && labels.find(word) != labels.npos) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

/// Whether every word but "van" and the like begins with a capital.
bool all_words_capital(std::string_view name) {
  static constexpr std::string_view particles = " van der den von de di da du la le el al bin ";
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    const std::string word = " " + std::string(name.substr(0, end)) + " ";
    if (!starts_upper(word) && particles.find(word) == particles.npos) return false;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return true;
}

}  // namespace

std::vector<std::string> author_names(std::string_view value) {
  std::string text = without_addresses(value);
  text.resize(std::min(text.find(" | "), text.size()));
  while (!text.empty() && std::string_view(" |,;:·•").find(text.back()) != std::string_view::npos) {
    text.pop_back();
  }
  drop_repetition(text);
  drop_brackets(text);
  split_agency(text);
  drop_korean_post(text);
  drop_post(text);
  replace_and(text);
  if (text.empty() || byline_opening(text + " ") > text.size()) return {};  // "By"
  std::vector<std::string> names = authors_of(text);
  text.erase(0, byline_opening(text));
  if (names.empty() && looks_like_name(text)) names.push_back(std::move(text));  // "Post Staff"
  std::erase_if(names, [](const std::string& name) { return !has_letter(name); });
  return names;
}

std::vector<std::string> shown_author_names(std::string_view line) {
  std::vector<std::string> names = author_names(with_plain_opening(line));
  std::erase_if(names, [](const std::string& name) {
    return !looks_like_name(name) || has_label_word(name);
  });
  return names;
}

bool opens_byline(std::string_view line) { return byline_opening(with_plain_opening(line)) > 0; }

bool is_only_names(std::string_view line) {
  constexpr std::size_t longest = 80;
  constexpr std::ptrdiff_t most_spaces = 3;
  if (line.size() > longest || line.find_first_of(".?!:") != line.npos) return false;
  const std::vector<std::string> names = author_names(line);
  return !names.empty() && std::all_of(names.begin(), names.end(), [](const std::string& name) {
    const std::ptrdiff_t spaces = std::count(name.begin(), name.end(), ' ');
    return looks_like_name(name) && !has_label_word(name) && spaces > 0 && spaces <= most_spaces &&
           all_words_capital(name) && !is_all_upper(std::string_view(name).substr(name.rfind(' ')));
  });
}

bool is_handle(std::string_view name) {
  if (name.starts_with('@') || !has_letter(name)) return true;
  if (name.find(' ') != name.npos || !ascii::is_ascii(name)) return false;
  return name.find_first_of("-_") != name.npos &&
         std::none_of(name.begin(), name.end(), ascii::is_upper);
}

bool looks_like_name(std::string_view text) {
  constexpr std::size_t longest = 60;
  constexpr std::ptrdiff_t most_words = 6;
  if (text.empty() || text.size() > longest || !has_letter(text) || starts_lower(text)) {
    return false;
  }
  if (std::any_of(text.begin(), text.end(), ascii::is_digit)) return false;
  if (text.find_first_of("?!:%/<>{}[]") != text.npos) return false;
  return std::count(text.begin(), text.end(), ' ') < most_words;
}

}  // namespace news
