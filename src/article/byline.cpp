// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/byline.hpp"

#include "news/base/ascii.hpp"
#include "news/text/letter_case.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace news {

namespace {

constexpr std::array<std::string_view, 45> openings = {
    "Written by ",  "Reported by ", "Story by ",  "Geschrieben von ",
    "Escrito por ", "Scritto da ",  "A cura di ", "Skrevet af ",
    "Skrevet av ",  "Oleh ",        "Oleh: ",     "Penulis: ",
    "Reporter: ",   "Yazan: ",      "By ",        "BY ",
    "by ",          "Von ",         "VON ",       "Par ",
    "PAR ",         "Por ",         "POR ",       "Di ",
    "Door ",        "Av ",          "Af ",        "Autor: ",
    "Autora: ",     "Author: ",     "Auteur : ",  "Text: ",
    "Words: ",      "Автор: ",      "Текст: ",    "Автор ",
    "記者：",       "記者・",       "文／",       "文/",
    "بقلم: ",       "كتب: ",        "كتبت: ",     "إعداد: ",
    "作者:"};

/// Behind these a space stands between names, which have none inside.
constexpr std::array<std::string_view, 3> chinese_openings = {"记者：", "记者 ", "作者："};

/// What may follow a name in a byline and is not part of it.
constexpr std::array<std::string_view, 10> endings = {" in ", " at ", " à ", " aus ", " | ",
                                                      " - ",  " – ",  " — ", " (",    " for "};

constexpr std::array<std::string_view, 9> separators = {" and ", " und ", " et ", " y ", " e ",
                                                        " и ",   " & ",   ";",    "、"};

/// The length of the opening in `list` that `text` begins with; 0 for none.
template <std::size_t N>
std::size_t opening_of(std::string_view text, const std::array<std::string_view, N>& list) {
  const auto found = std::find_if(list.begin(), list.end(), [text](std::string_view opening) {
    return text.starts_with(opening);
  });
  return found == list.end() ? 0 : found->size();
}

/// Names have at least two words, so a comma between two words only turns a name round.
bool is_full_name(std::string_view text) {
  return ascii::trim(text).find(' ') != std::string_view::npos;
}

/// Where the last word begins that is a post at a newspaper rather than a name; npos for none.
std::size_t find_post(std::string_view text) {
  static constexpr std::array<std::string_view, 17> posts = {
      "correspond", "editor",       "reporter", "writer",        "staff",      "columnist",
      "bureau",     "chief",        "analyst",  "redakt",        "korrespond", "journalist",
      "redactor",   "corresponsal", "enviad",   "корреспондент", "редактор"};
  const std::string lower = ascii::to_lower(text);
  std::size_t last = std::string_view::npos;
  for (const std::string_view post : posts) {
    const std::size_t at = lower.rfind(post);
    if (at != std::string::npos && (last == std::string::npos || at > last)) last = at;
  }
  return last;
}

/// The name behind a post, "Science Editor Dr Jane Doe"; empty if there is none.
std::string_view name_behind_post(std::string_view text, std::size_t post) {
  const std::size_t post_end = std::min(text.find(' ', post), text.size());
  const std::string_view name = ascii::trim(text.substr(post_end));
  return is_full_name(name) && starts_upper(name) ? name : std::string_view();
}

/// Arabic writes "and" in one with the next word: "هدى الرمال وفارس النقاش".
constexpr std::string_view joined_and = " و";

std::size_t find_arabic_and(std::string_view names) {
  const std::size_t at = names.find(joined_and, std::min(names.find(' ') + 1, names.size()));
  const bool more_words =
      at != std::string_view::npos && names.find(' ', at + 1) != std::string_view::npos;
  return more_words ? at : std::string_view::npos;
}

/// Whether what stands behind a comma is an agency or a place rather than a name: a single word
/// behind a full name. In a field that has only names it may be one turned round, "van Doe, Jane".
bool is_affiliation(std::string_view text, std::string_view first, bool opened) {
  if (is_full_name(text) || !is_full_name(first)) return false;
  return opened || (is_all_upper(text) && !is_all_upper(first));
}

std::vector<std::string_view> split_at_commas(std::string_view names, bool opened) {
  std::vector<std::string_view> parts;
  std::string_view rest = names;
  while (true) {
    const std::size_t comma = rest.find(',');
    std::string_view part = ascii::trim(rest.substr(0, comma));
    const std::size_t post = find_post(part);
    if (post != std::string_view::npos) {
      part = opened && parts.empty() ? name_behind_post(part, post) : std::string_view();
    }
    const bool affiliation = !parts.empty() && is_affiliation(part, parts.front(), opened);
    if (!part.empty() && !affiliation) parts.push_back(part);
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  return std::all_of(parts.begin(), parts.end(), is_full_name)
             ? parts
             : std::vector<std::string_view>{names};
}

std::vector<std::string_view> split_all(const std::vector<std::string_view>& texts,
                                        std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::string_view rest : texts) {
    for (std::size_t at = 0; (at = rest.find(separator)) != std::string_view::npos;) {
      parts.push_back(rest.substr(0, at));
      rest.remove_prefix(at + separator.size());
    }
    parts.push_back(rest);
  }
  return parts;
}

std::vector<std::string_view> split_at_arabic_and(const std::vector<std::string_view>& texts) {
  std::vector<std::string_view> parts;
  for (std::string_view rest : texts) {
    for (std::size_t at = 0; (at = find_arabic_and(rest)) != std::string_view::npos;) {
      parts.push_back(rest.substr(0, at));
      rest.remove_prefix(at + joined_and.size());
    }
    parts.push_back(rest);
  }
  return parts;
}

void add_names(std::string_view names, bool opened, std::vector<std::string>& authors) {
  std::vector<std::string_view> parts = {names};
  for (const std::string_view separator : separators) parts = split_all(parts, separator);
  for (const std::string_view part : split_at_arabic_and(parts)) {
    for (const std::string_view piece : split_at_commas(part, opened)) {
      std::string name = fold_whitespace(piece);
      while (name.ends_with(',') || name.ends_with(':')) name.pop_back();
      if (!name.empty()) authors.push_back(std::move(name));
    }
  }
}

}  // namespace

std::size_t byline_opening(std::string_view text) {
  const std::size_t chinese = opening_of(text, chinese_openings);
  return chinese > 0 ? chinese : opening_of(text, openings);
}

std::vector<std::string> authors_of(std::string_view byline) {
  std::string_view names = ascii::trim(byline);
  const std::size_t opening = byline_opening(names);
  const bool chinese = opening_of(names, chinese_openings) > 0;
  names.remove_prefix(opening);
  if (names.empty()) return {};
  if (opening > 0) {
    for (const std::string_view ending : endings) names = names.substr(0, names.find(ending));
  }
  std::vector<std::string> authors;
  if (chinese) {
    std::string with_commas(names);
    std::replace(with_commas.begin(), with_commas.end(), ' ', ';');
    add_names(with_commas, true, authors);
  } else {
    add_names(names, opening > 0, authors);
  }
  return authors;
}

}  // namespace news
