// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/line_form.hpp"

#include "indexer/reader/text_layout/cues.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/language.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

namespace news {

namespace {

/// The shortest paragraph.
constexpr std::size_t prose_words = 6;
/// What is this long is a paragraph even if it does not end like one.
constexpr std::size_t surely_prose_words = 25;
/// Words besides the date in a line that is there for its date.
constexpr std::size_t words_beside_date = 8;
/// A see-also line and the like is one headline long.
constexpr std::size_t longest_pointer_words = 20;
/// A longer paragraph may well be about copyright.
constexpr std::size_t longest_legal_words = 16;
/// "318 comments", "Comentarios (64)".
constexpr std::size_t longest_comment_count_words = 5;

constexpr std::u32string_view closing_marks = U"\"'\u2019\u201D\u00BB)]\uFF09\u300D\u300F\u3011 ";
constexpr std::u32string_view sentence_ends = U".!?\u2026\u3002\uFF01\uFF1F\u061F\u0964\uFF0E";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

/// The last character that is no closing mark; 0 for none.
char32_t last_mark(std::string_view text) {
  constexpr auto is_continuation = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
  };
  while (!text.empty()) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && is_continuation(text[begin])) --begin;
    std::size_t at = begin;
    const char32_t c = utf8::decode(text, at);
    if (!contains(closing_marks, c)) return c;
    text = text.substr(0, begin);
  }
  return 0;
}

bool is_list_item(const std::string& text) {
  static constexpr std::array<std::string_view, 7> bullets = {"- ", "* ", "+ ", "• ",
                                                              "– ", "— ", "· "};
  if (std::any_of(bullets.begin(), bullets.end(),
                  [&text](std::string_view bullet) { return text.starts_with(bullet); })) {
    return true;
  }
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits == 0 || digits > 2 || digits == std::string::npos) return false;
  return text.substr(digits).starts_with(". ") || text.substr(digits).starts_with(") ") ||
         text[digits] == ' ';
}

/// The rows of a table have figures in their columns.
bool is_table_row(const std::string& text) {
  const auto digits = std::count_if(text.begin(), text.end(), ascii::is_digit);
  constexpr std::ptrdiff_t one_in = 10;
  return digits * one_in > static_cast<std::ptrdiff_t>(text.size());
}

bool is_menu(const TextLine& line, std::size_t words) {
  if (line.columns < 2 || is_table_row(line.text)) return false;
  const std::size_t longest_entry = 4;
  return line.columns >= 3 ? words <= longest_entry * static_cast<std::size_t>(line.columns)
                           : words <= 4;
}

/// Whether a mark stands in a text with a space on either side.
bool has_between_spaces(std::string_view text, char mark) {
  for (std::size_t at = text.find(mark); at != std::string_view::npos;
       at = text.find(mark, at + 1)) {
    if (at > 0 && text[at - 1] == ' ' && text.substr(at + 1).starts_with(' ')) return true;
  }
  return false;
}

/// Arrows or slashes, as they stand between the entries of a breadcrumb trail.
struct TrailMarks {
  explicit TrailMarks(std::string_view text)
      : arrows(has_between_spaces(text, '>') || text.find("»") != std::string_view::npos ||
               text.find("›") != std::string_view::npos),
        slashes(has_between_spaces(text, '/')) {}

  bool any() const { return arrows || slashes; }

  bool arrows;
  bool slashes;
};

/// "Home > World", "World > Africa > Lusaka".
bool is_breadcrumb(const LineForm& form) {
  constexpr std::size_t longest_crumb_words = 4;
  const TrailMarks marks(form.text());
  if (!marks.any()) return false;
  const std::vector<std::string> crumbs = divided(form.text());
  if (crumbs.size() < 2 || form.words > longest_crumb_words * crumbs.size()) return false;
  return form.starts_with(Cue::home) || (marks.arrows && crumbs.size() >= 3);
}

/// "(Photo: Jane Doe)", "(© The Post)", "(AP Photo/Jane Doe)".
bool is_bracketed_credit(const std::string& brackets) {
  const std::string cues = cue_form(brackets);
  const bool marked = brackets.find_first_of(":/") != std::string::npos;
  return brackets.find("©") != std::string::npos || starts_with_cue(Cue::credit, cues) ||
         (marked && has_cue(Cue::credit, cues));
}

/// "Photo: Jane Doe", "... in Tokyo. (Photo: Jane Doe)", "... (© The Post)": a credit is a short
/// end. "Photos showed smoke." is a sentence.
bool is_credit(const std::string& text, const LineForm& form) {
  constexpr std::size_t longest_credit_words = 10;
  constexpr std::size_t longest_credit_bytes = 80;
  if (form.starts_with(Cue::media) && !form.is_prose()) return true;
  if (form.words <= longest_credit_words && form.starts_with(Cue::credit) &&
      (!form.ends_sentence || text.find_first_of(":/") != std::string::npos)) {
    return true;
  }
  const std::size_t open = text.rfind('(');
  const bool short_end = open != std::string::npos && text.size() - open <= longest_credit_bytes;
  if (text.ends_with(')') && short_end && is_bracketed_credit(text.substr(open))) return true;
  const std::size_t stop = text.find_last_of(".!?/");
  if (stop == std::string::npos || text.size() - stop > longest_credit_bytes) return false;
  return starts_with_cue(Cue::credit, cue_form(text.substr(stop + 1)));
}

/// "Share this", "Print | E-mail", "Share: ...". Alone over a paragraph, "Share slump" is a
/// heading.
bool is_share(const LineForm& form) {
  if (form.words > longest_pointer_words || form.ends_sentence) return false;
  if (form.starts_with(Cue::share_this) || form.is(Cue::share)) return true;
  const bool divided =
      form.line.columns > 1 || form.text().find_first_of(":|") != std::string::npos;
  if (!form.starts_with(Cue::share)) return false;
  const std::size_t second = form.cues().find(' ', 1);
  return divided || starts_with_cue(Cue::share, form.cues().substr(second));
}

/// "Read more: ...", "À LIRE AUSSI > ...": the words, a mark, and a headline; or a headline with an
/// arrow behind it.
bool is_see_also(const LineForm& form) {
  constexpr std::size_t longest_headline_words = 12;
  if (form.text().ends_with(" »") && form.words <= longest_headline_words) return true;
  if (form.words > longest_pointer_words || !form.starts_with(Cue::see_also)) return false;
  const std::size_t mark = form.text().find_first_of(":>");
  const bool wide_mark = form.text().find("：") != std::string::npos;
  constexpr std::size_t longest_opening_bytes = 40;
  return wide_mark || mark <= longest_opening_bytes || form.is(Cue::see_also);
}

/// Who copies what is also news: then it is a sentence, and not about the page.
bool is_legal(const LineForm& form) {
  if (form.credit) return false;
  if (form.starts_with(Cue::legal)) return true;
  if (form.words > longest_legal_words) {
    return form.starts_with(Cue::liability) && (form.has(Cue::legal) || form.has(Cue::web));
  }
  if (form.has(Cue::legal)) return true;
  return form.has(Cue::liability) && (!form.ends_sentence || form.has(Cue::web));
}

std::size_t count_words(const std::string& cues) {
  return static_cast<std::size_t>(std::count(cues.begin(), cues.end(), ' ')) - 1;
}

/// "Updated: ...": a label and a colon, and no sentence behind them.
bool is_labelled_as_date(const LineForm& form) {
  constexpr std::size_t longest_label_bytes = 40;
  const bool label = form.starts_with(Cue::published) || form.starts_with(Cue::updated);
  return label && !form.ends_sentence && form.text().find(':') <= longest_label_bytes;
}

bool is_time_line(const LineForm& form) {
  if (!form.dates.empty() || form.words > 2 * words_beside_date) return false;
  const bool label = form.has(Cue::published) || form.has(Cue::updated);
  return label && with_time_of_line({.year = 2000}, form.text());
}

bool is_date_line(const LineForm& form) {
  if (form.dates.empty()) return false;
  if (is_labelled_as_date(form)) return true;
  std::size_t dated_words = 0;
  for (const FoundDate& date : form.dates) {
    dated_words += count_words(cue_form(date.range.in(form.text())));
  }
  const bool leads = form.dates.front().range.begin == 0 || form.line.columns > 1;
  const std::size_t beside = leads ? 2 * words_beside_date : words_beside_date;
  const std::size_t most = dated_words + (form.ends_sentence ? words_beside_date / 2 : beside);
  return form.words <= most && !form.bracketed;
}

/// The language of the longer lines: menus may be in any, and a little text tells.
Language language_of(const std::vector<LineForm>& lines) {
  constexpr std::size_t shortest_bytes = 40;
  constexpr std::size_t enough_bytes = 4000;
  std::string text;
  for (const LineForm& line : lines) {
    if (line.text().size() < shortest_bytes) continue;
    text += line.text() + "\n";
    if (text.size() >= enough_bytes) break;
  }
  return detect_language(text);
}

/// The dates of a line. How figures are read depends on the language, but not whether there are
/// any; and few lines have one, so that it is found out only for these.
std::vector<FoundDate> dates_of(const std::string& text,
                                const std::function<Language()>& language) {
  std::vector<FoundDate> dates = find_dates(text);
  return dates.empty() ? dates : find_dates(text, language());
}

void look_at(LineForm& form, const std::function<Language()>& language) {
  const std::string& text = form.text();
  form.ends_sentence = contains(sentence_ends, last_mark(text));
  form.bracketed = text.starts_with('[') && text.ends_with(']');
  form.list_item = is_list_item(text);
  form.breadcrumb = is_breadcrumb(form);
  form.menu = is_menu(form.line, form.words);
  form.credit = is_credit(text, form);
  form.see_also = is_see_also(form);
  form.advert = form.is(Cue::advert);
  form.share = is_share(form);
  form.notice = (form.words <= longest_pointer_words && form.has(Cue::notice)) ||
                (form.words <= longest_comment_count_words && form.has(Cue::comments));
  form.legal = is_legal(form);
  if (form.words <= surely_prose_words || is_labelled_as_date(form)) {
    form.dates = dates_of(text, language);
  }
  form.date_line = is_date_line(form);
  form.time_line = is_time_line(form);
}

/// The words that a line surely has: what begins with a letter of ASCII behind a space.
struct CertainWords {
  std::size_t count = 0;      ///< counted up to `enough`
  std::size_t cue_bytes = 0;  ///< the start of the line that has one more than any cue

  static constexpr std::size_t enough = surely_prose_words + 1;

  explicit CertainWords(std::string_view text) {
    const std::size_t cue_words = longest_cue_words() + 1;
    for (std::size_t at = 0; at < text.size() && count < enough;) {
      if (ascii::is_alpha(text[at])) ++count;
      at = std::min(text.find(' ', at), text.size() - 1) + 1;
      if (count <= cue_words) cue_bytes = at;
    }
  }
};

}  // namespace

LineForm::LineForm(TextLine text_line) : line(std::move(text_line)) {
  const CertainWords certain(text());
  const bool long_paragraph =
      certain.count == CertainWords::enough && line.columns < 2 && !TrailMarks(text()).any();
  if (!long_paragraph) {
    look_at_all();
    words = count_words(cues_);
    return;
  }
  words = certain.count;
  cues_ = cue_form_of_start(text(), certain.cue_bytes);
  found_ = find_cues(cues_);
  whole_ = false;
}

void LineForm::look_at_all() const {
  cues_ = cue_form(text());
  found_ = find_cues(cues_);
  whole_ = true;
}

const std::string& LineForm::cues() const {
  if (!whole_) look_at_all();
  return cues_;
}

bool LineForm::has(Cue cue) const {
  if (!whole_) look_at_all();
  return found_.has(cue);
}

bool LineForm::asks() const {
  static constexpr std::array<std::string_view, 5> marks = {"?", "!", "\uFF1F", "\uFF01", "\u061F"};
  return std::any_of(marks.begin(), marks.end(),
                     [this](std::string_view mark) { return text().ends_with(mark); });
}

bool LineForm::is_prose() const {
  if (words >= surely_prose_words && !menu) return true;
  return ends_sentence && words >= prose_words && !menu;
}

bool LineForm::is_furniture() const {
  return bracketed || menu || breadcrumb || credit || see_also || advert || share || time_line;
}

std::vector<LineForm> line_forms(std::vector<TextLine> lines) {
  std::vector<LineForm> forms;
  forms.reserve(lines.size());
  for (TextLine& line : lines) forms.emplace_back(std::move(line));
  std::optional<Language> detected;
  const auto language = [&] {
    if (!detected) detected = language_of(forms);
    return *detected;
  };
  for (LineForm& form : forms) look_at(form, language);
  return forms;
}

std::vector<std::string> divided(const std::string& line) {
  static constexpr std::array<std::string_view, 6> dividers = {" > ", " / ", "|", "»", "›", "＞"};
  const std::string_view text = line;
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto divider = std::find_if(
        dividers.begin(), dividers.end(),
        [&](std::string_view candidate) { return text.substr(at).starts_with(candidate); });
    if (divider == dividers.end()) {
      ++at;
      continue;
    }
    parts.push_back(fold_whitespace(text.substr(begin, at - begin)));
    begin = at += divider->size();
  }
  parts.push_back(fold_whitespace(text.substr(begin)));
  return parts;
}

}  // namespace news
