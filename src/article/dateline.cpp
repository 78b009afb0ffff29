// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/dateline.hpp"

#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/letter_case.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "article/date_lexer.hpp"
#include "article/date_words.hpp"
#include "text/country_names.hpp"

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

/// What stays in capitals in the names of places.
constexpr std::array<std::string_view, 10> abbreviations = {"US",  "UK", "EU",  "UN", "USA",
                                                            "UAE", "DR", "DRC", "DC", "USSR"};

/// The first words of the names of agencies, for datelines in which nothing else tells them from a
/// name in brackets.
constexpr std::array<std::string_view, 31> agencies = {
    "AFP",  "ANI",  "ANSA", "AP",        "APA",   "Associated", "BBC",   "Bernama",
    "CNN",  "CNA",  "DPA",  "EFE",       "IANS",  "Interfax",   "IPS",   "IRIN",
    "IRNA", "ITAR", "Jiji", "KCNA",      "Kyodo", "PA",         "PTI",   "Reuters",
    "RIA",  "TASS", "UPI",  "Bloomberg", "WAFA",  "Xinhua",     "Yonhap"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_known_agency(std::string_view name) {
  const std::string_view first = name.substr(0, name.find_first_of(" -/"));
  return std::any_of(agencies.begin(), agencies.end(), [first](std::string_view agency) {
    return ascii::to_lower(agency) == ascii::to_lower(first);
  });
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(ascii::trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Whether a piece of a dateline is a day: it has a number and the name of a month or weekday, or
/// is a date of figures.
bool is_day(std::string_view piece) {
  const DateTokens tokens(piece);
  bool number = false;
  bool name = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    number |= tokens.is_number(i);
    name |= tokens.is_word(i) && (month_of(tokens[i].word) || is_weekday(tokens[i].word));
  }
  return name ? number || tokens.size() == 1 : number && !find_dates(piece).empty();
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), ascii::is_digit);
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

/// Where a piece of a dateline ends in a full stop: "Moscow. April 22. INTERFAX", but not "St.
/// Paul" or "Nov. 20".
std::size_t find_stop(std::string_view piece) {
  static constexpr std::string_view stop = ". ";
  for (std::size_t at = piece.find(stop); at != piece.npos; at = piece.find(stop, at + 1)) {
    const std::string_view before = piece.substr(0, at);
    const std::string_view behind = ascii::trim(piece.substr(at + 1));
    const DateTokens tokens(behind.substr(0, behind.find_first_of(" .")));
    const bool begins_with_day =
        tokens.size() == 1 &&
        (tokens.is_number(0) || month_of(tokens[0].word) || is_weekday(tokens[0].word));
    const bool is_date = is_day(before) && has_digit(before);
    const bool is_name = is_place(before) && !is_day(before) && begins_with_day;
    if (is_date || (is_name && is_day(behind))) return at;
  }
  return piece.npos;
}

/// The pieces of a dateline's head between commas and full stops.
std::vector<std::string_view> pieces_of(std::string_view head) {
  std::vector<std::string_view> pieces;
  for (std::string_view piece : split(head, ',')) {
    for (auto stop = find_stop(piece); stop != piece.npos; stop = find_stop(piece)) {
      pieces.push_back(piece.substr(0, stop));
      piece = ascii::trim(piece.substr(stop + 1));
    }
    while (piece.ends_with('.') && is_day(piece)) piece.remove_suffix(1);
    if (!piece.empty()) pieces.push_back(piece);
  }
  return pieces;
}

/// The end of the first dash with spaces around it, and where it begins.
struct Dash {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
};

Dash find_dash(std::string_view text) {
  static constexpr std::array<std::string_view, 11> dashes = {
      " -- ", " - ", " – ", " — ", " _ ", "— ", ")- ", ").- ", ")--", ")—", ")–"};
  Dash first;
  for (const std::string_view dash : dashes) {
    const std::size_t at = text.find(dash);
    if (at >= first.begin) continue;
    const std::size_t closing = dash.front() == ')' ? 1 : 0;
    first = {at + closing, at + dash.size()};
  }
  return first;
}

/// An agency and what stands on both sides of it.
struct AgencyMark {
  std::string_view name;
  std::string_view before;
  std::string_view behind = {};
};

/// "(Reuters)" or "/TASS/." at the end of `head`; also brackets at its start or before its day.
AgencyMark find_agency(std::string_view head) {
  std::string_view rest = ascii::trim(head);
  while (rest.ends_with('.') || rest.ends_with(' ')) rest.remove_suffix(1);
  const bool slashes = rest.ends_with('/');
  const std::size_t close = slashes ? rest.size() - 1 : rest.rfind(')');
  const AgencyMark none{.name = {}, .before = head};
  if (close == rest.npos || close == 0) return none;
  const std::size_t open = rest.rfind(slashes ? '/' : '(', close - 1);
  if (open == rest.npos || close - open > max_agency_bytes) return none;
  const AgencyMark mark{.name = ascii::trim(rest.substr(open + 1, close - open - 1)),
                        .before = ascii::trim(rest.substr(0, open)),
                        .behind = ascii::trim(rest.substr(close + 1))};
  const bool in_place =
      mark.behind.empty() || mark.before.empty() || (is_day(mark.behind) && has_digit(mark.behind));
  return in_place ? mark : none;
}

/// RUSSIA:YASUO FUKUDA, ...   UK: GORDON BROWN ...   Russia: Yasuo Fukuda ...
std::optional<Dateline> read_country_and_colon(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view place = ascii::trim(text.substr(0, colon));
  if (is_one_of(labels, place) || !is_place(place)) return std::nullopt;
  constexpr std::size_t shortest = 3;
  const bool in_capitals = is_all_upper(place) && place.size() >= shortest;
  std::size_t length = colon + 1;
  while (length < text.size() && text[length] == ' ') ++length;
  if (length == text.size() || text[length] == '\n') return std::nullopt;
  const bool known = is_one_of(abbreviations, place) || is_country(place);
  if (!in_capitals && (!known || !starts_upper(text.substr(length)))) return std::nullopt;
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

/// What stands before the dash: place, agency, day. `has_day` is for days without a year, too.
struct DatelineHead {
  Dateline dateline;
  bool has_day = false;
};

std::optional<DatelineHead> read_head(std::string_view text, Language language) {
  const AgencyMark mark = find_agency(text);
  DatelineHead head;
  Dateline& dateline = head.dateline;
  dateline.agency = mark.name;
  std::vector<std::string_view> pieces = pieces_of(mark.before);
  for (const std::string_view piece : pieces_of(mark.behind)) pieces.push_back(piece);
  for (const std::string_view piece : pieces) {
    const bool is_year = piece.size() == 4 && ascii::all_digits(piece);
    if (is_day(piece) || (head.has_day && is_year)) {
      head.has_day = true;
    } else if (!is_place(piece)) {
      return std::nullopt;
    } else if (dateline.place.empty()) {
      dateline.place = piece;
    } else if (head.has_day && dateline.agency.empty()) {
      dateline.agency = piece;  // TOKYO, April 22, Kyodo
    }
  }
  const bool told = head.has_day || !dateline.agency.empty() || is_all_upper(dateline.place);
  if (!told || (dateline.place.empty() && !is_known_agency(dateline.agency))) return std::nullopt;
  const auto dates = find_dates(text, language);
  if (!dates.empty()) dateline.published = dates.front().when;
  return head;
}

/// TOKYO, Nov 20 (Reuters) - ...
std::optional<Dateline> read_place_and_dash(std::string_view text, Language language) {
  Dash dash = find_dash(text);
  if (dash.begin == std::string_view::npos) {
    const std::size_t slash = text.find("/. ");  // MOSCOW, November 20. /TASS/. Text
    if (slash == std::string_view::npos) return std::nullopt;
    dash = {slash + 2, slash + 3};
  }
  const std::string_view story = text.substr(dash.end);
  if (story.empty() || starts_lower(story)) return std::nullopt;
  auto head = read_head(text.substr(0, dash.begin), language);
  if (!head) return std::nullopt;
  Dateline& dateline = head->dateline;
  dateline.length = dash.end;
  const std::string_view agency = take_agency_sentence(story);
  if (head->has_day && dateline.agency.empty() && !agency.empty()) {
    dateline.agency = agency;
    dateline.length += agency.size() + 2;
  }
  return std::move(dateline);
}

/// London (CNN)A bomb ..., (CNN Business) Oil ...: no dash, so the agency must be known.
std::optional<Dateline> read_place_and_agency(std::string_view text, Language language) {
  const std::size_t close = text.find(')');
  if (close == std::string_view::npos) return std::nullopt;
  const std::size_t length = close + (text.substr(close + 1).starts_with(' ') ? 2 : 1);
  if (!starts_upper(text.substr(length))) return std::nullopt;
  auto head = read_head(text.substr(0, close + 1), language);
  if (!head || !is_known_agency(head->dateline.agency)) return std::nullopt;
  head->dateline.length = length;
  return std::move(head->dateline);
}

std::string name_of_place(std::string_view place) {
  if (!is_all_upper(place)) return std::string(place);
  std::string name;
  for (const std::string_view word : split(place, ' ')) {
    if (!name.empty()) name.push_back(' ');
    name += is_one_of(abbreviations, word) ? std::string(word) : to_title_case(word);
  }
  return name;
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view text, Language language) {
  const std::string_view start =
      utf8::truncate(text.substr(0, text.find('\n')), max_dateline_bytes);
  if (auto dateline = read_place_and_dash(start, language)) return dateline;
  if (auto dateline = read_place_and_agency(start, language)) return dateline;
  if (auto dateline = read_east_asian(start)) return dateline;
  return read_country_and_colon(start);
}

std::optional<Dateline> find_dateline(std::string_view body, Language language) {
  if (auto dateline = read_dateline(body, language)) return dateline;
  constexpr int most_slug_lines = 4;
  constexpr std::size_t longest_slug_bytes = 100;
  std::size_t begin = 0;
  for (int line = 0; line < most_slug_lines; ++line) {
    const std::size_t slug_bytes = body.substr(begin, longest_slug_bytes + 1).find('\n');
    if (slug_bytes == std::string_view::npos) return std::nullopt;
    begin += slug_bytes + 1;
    auto dateline = read_dateline(body.substr(begin), language);
    if (!dateline || dateline->agency.empty()) continue;
    dateline->length += begin;
    return dateline;
  }
  return std::nullopt;
}

std::vector<std::string> place_names(std::string_view place) {
  std::vector<std::string> names;
  for (const std::string_view one : split(place, '/')) {
    if (!one.empty()) names.push_back(name_of_place(one));
  }
  return names;
}

}  // namespace news
