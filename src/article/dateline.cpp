// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/dateline.hpp"

#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/letter_case.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "article/date_lexer.hpp"
#include "article/date_words.hpp"

namespace news {

namespace {

/// No dateline is longer.
constexpr std::size_t max_dateline_bytes = 160;
constexpr std::size_t max_place_words = 4;
constexpr std::size_t max_agency_bytes = 40;

/// Labels in capitals before a colon that are no places.
constexpr std::array<std::string_view, 24> labels = {
    "UPDATE",    "UPDATED",  "EXCLUSIVE", "BREAKING", "WARNING",   "CORRECTION",
    "CORRECTED", "ANALYSIS", "OPINION",   "FACTBOX",  "INTERVIEW", "VIDEO",
    "WATCH",     "LIVE",     "PHOTO",     "PHOTOS",   "NOTE",      "ADVISORY",
    "REVIEW",    "COMMENT",  "PREVIEW",   "PROFILE",  "TIMELINE",  "FEATURE"};

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(ascii::trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Whether a piece of a dateline is a day: it has a number and the name of a month or weekday.
bool is_day(std::string_view piece) {
  const DateTokens tokens(piece);
  bool number = false;
  bool name = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    number |= tokens.is_number(i);
    name |= tokens.is_word(i) && (month_of(tokens[i].word) || is_weekday(tokens[i].word));
  }
  return name && (number || tokens.size() == 1);
}

/// Whether a piece of a dateline can be the name of a place: a few words, all capitalized but for
/// the likes of "de" and "am".
bool is_place(std::string_view piece) {
  const auto words = split(piece, ' ');
  if (piece.empty() || words.size() > max_place_words) return false;
  constexpr std::size_t longest_particle = 3;
  return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
    return !word.empty() && word.find_first_of("0123456789\"") == std::string_view::npos &&
           (!starts_lower(word) || (words.size() > 1 && word.size() <= longest_particle));
  });
}

/// The end of the first dash with spaces around it, and where it begins.
struct Dash {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
};

Dash find_dash(std::string_view text) {
  static constexpr std::array<std::string_view, 7> dashes = {" -- ", " - ", " – ", " — ",
                                                             "— ",   ")- ", ").- "};
  Dash first;
  for (const std::string_view dash : dashes) {
    const std::size_t at = text.find(dash);
    if (at >= first.begin) continue;
    const std::size_t closing = dash.front() == ')' ? 1 : 0;
    first = {at + closing, at + dash.size()};
  }
  return first;
}

/// "(Reuters)" or "/TASS/." at the end of `head`, which it is taken from.
std::string take_agency(std::string_view& head) {
  head = ascii::trim(head);
  std::string_view rest = head;
  while (rest.ends_with('.') || rest.ends_with(' ')) rest.remove_suffix(1);
  const char close = rest.empty() ? '\0' : rest.back();
  const char open = close == ')' ? '(' : close == '/' ? '/' : '\0';
  if (open == '\0') return {};
  rest.remove_suffix(1);
  const std::size_t begin = rest.rfind(open);
  if (begin == std::string_view::npos || rest.size() - begin > max_agency_bytes) return {};
  std::string agency(ascii::trim(rest.substr(begin + 1)));
  head = ascii::trim(head.substr(0, begin));
  return agency;
}

/// RUSSIA:YASUO FUKUDA, ...
std::optional<Dateline> read_country_and_colon(std::string_view text) {
  const std::size_t colon = text.find(':');
  constexpr std::size_t shortest = 3;
  if (colon == std::string_view::npos || colon < shortest) return std::nullopt;
  const std::string_view place = text.substr(0, colon);
  const bool label = std::find(labels.begin(), labels.end(), place) != labels.end();
  if (label || !is_place(place) || !is_all_upper(place)) return std::nullopt;
  std::size_t length = colon + 1;
  while (length < text.size() && text[length] == ' ') ++length;
  if (length == text.size() || text[length] == '\n') return std::nullopt;
  return Dateline{.place = std::string(place), .agency = {}, .published = {}, .length = length};
}

/// 【東京＝時事通信】..., and 新华社东京11月20日电 ...
std::optional<Dateline> read_east_asian(std::string_view text) {
  static constexpr std::string_view open = "【";
  static constexpr std::string_view close = "】";
  static constexpr std::string_view equals = "＝";
  static constexpr std::string_view wired = "日电";
  static constexpr std::string_view agency_end = "社";
  constexpr std::size_t longest = 90;
  const std::string_view start = text.substr(0, longest);
  const std::size_t closed = start.find(close);
  if (start.starts_with(open) && closed != std::string_view::npos) {
    const std::string_view inside = start.substr(open.size(), closed - open.size());
    const std::size_t middle = inside.find(equals);
    if (middle == std::string_view::npos) return std::nullopt;
    return Dateline{.place = std::string(inside.substr(0, middle)),
                    .agency = std::string(inside.substr(middle + equals.size())),
                    .published = {},
                    .length = closed + close.size()};
  }
  const std::size_t wire = start.find(wired);
  const std::size_t agency = start.find(agency_end);
  if (wire == std::string_view::npos || agency > wire) return std::nullopt;
  const std::size_t place = agency + agency_end.size();
  const std::size_t place_end = start.find_first_of("0123456789", place);
  if (place_end >= wire || !ascii::is_digit(start[wire - 1])) return std::nullopt;  // 今日电话
  std::size_t length = wire + wired.size();
  while (length < text.size() && text[length] == ' ') ++length;
  return Dateline{.place = std::string(start.substr(place, place_end - place)),
                  .agency = std::string(start.substr(0, place)),
                  .published = {},
                  .length = length};
}

/// Russian agencies put their name behind the dash: "МОСКВА, 14 мая — РИА Новости. ..."
std::string_view take_agency_sentence(std::string_view story) {
  const std::string_view name = story.substr(0, story.find(". "));
  return name.size() < story.size() && name.size() <= max_agency_bytes && is_place(name)
             ? name
             : std::string_view();
}

/// TOKYO, Nov 20 (Reuters) - ...
std::optional<Dateline> read_place_and_dash(std::string_view text) {
  Dash dash = find_dash(text);
  std::string_view head = text.substr(0, dash.begin);
  if (dash.begin == std::string_view::npos) {
    const std::size_t slash = text.find("/. ");  // MOSCOW, November 20. /TASS/. Text
    if (slash == std::string_view::npos) return std::nullopt;
    dash = {slash + 2, slash + 3};
    head = text.substr(0, dash.begin);
  }
  const std::string_view story = text.substr(dash.end);
  if (story.empty() || starts_lower(story)) return std::nullopt;
  Dateline dateline;
  dateline.length = dash.end;
  dateline.agency = take_agency(head);
  bool day = false;
  for (std::string_view piece : split(head, ',')) {
    while (piece.ends_with('.') && is_day(piece)) piece.remove_suffix(1);
    const bool is_year = piece.size() == 4 && ascii::all_digits(piece);
    if (is_day(piece) || (day && is_year)) {
      day = true;
    } else if (!is_place(piece)) {
      return std::nullopt;
    } else if (dateline.place.empty()) {
      dateline.place = piece;
    }
  }
  if (dateline.place.empty()) return std::nullopt;
  if (dateline.agency.empty() && !day && !is_all_upper(dateline.place)) return std::nullopt;
  const std::string_view agency = take_agency_sentence(story);
  if (day && dateline.agency.empty() && !agency.empty()) {
    dateline.agency = agency;
    dateline.length += agency.size() + 2;
  }
  const auto dates = find_dates(head);
  if (!dates.empty()) dateline.published = dates.front().when;
  return dateline;
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view text) {
  const std::string_view start =
      utf8::truncate(text.substr(0, text.find('\n')), max_dateline_bytes);
  if (auto dateline = read_place_and_dash(start)) return dateline;
  if (auto dateline = read_east_asian(start)) return dateline;
  return read_country_and_colon(start);
}

}  // namespace news
