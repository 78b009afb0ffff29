// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/line_form.hpp"

#include "indexer/reader/text_layout/cues.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/language.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>

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
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (!contains(closing_marks, c)) last = c;
  }
  return last;
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

/// "Home > World", "World > Africa > Lusaka".
bool is_breadcrumb(const std::string& text, const std::string& cues, std::size_t words) {
  constexpr std::size_t longest_crumb_words = 4;
  const std::vector<std::string> crumbs = divided(text);
  if (crumbs.size() < 2 || words > longest_crumb_words * crumbs.size()) return false;
  const bool arrows = text.find(" > ") != std::string::npos ||
                      text.find("»") != std::string::npos || text.find("›") != std::string::npos;
  const bool slashes = text.find(" / ") != std::string::npos;
  return starts_with_cue(Cue::home, cues) ? arrows || slashes : arrows && crumbs.size() >= 3;
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
  if (starts_with_cue(Cue::media, form.cues) && !form.is_prose()) return true;
  const bool marked = text.find_first_of(":/") != std::string::npos;
  if (form.words <= longest_credit_words && starts_with_cue(Cue::credit, form.cues) &&
      (marked || !form.ends_sentence)) {
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
  if (starts_with_cue(Cue::share_this, form.cues) || is_cue(Cue::share, form.cues)) return true;
  const bool divided =
      form.line.columns > 1 || form.text().find_first_of(":|") != std::string::npos;
  if (!starts_with_cue(Cue::share, form.cues)) return false;
  const std::size_t second = form.cues.find(' ', 1);
  return divided || starts_with_cue(Cue::share, form.cues.substr(second));
}

/// "Read more: ...", "À LIRE AUSSI > ...": the words, a mark, and a headline; or a headline with an
/// arrow behind it.
bool is_see_also(const LineForm& form) {
  constexpr std::size_t longest_headline_words = 12;
  if (form.text().ends_with(" »") && form.words <= longest_headline_words) return true;
  if (form.words > longest_pointer_words || !starts_with_cue(Cue::see_also, form.cues))
    return false;
  const std::size_t mark = form.text().find_first_of(":>");
  const bool wide_mark = form.text().find("：") != std::string::npos;
  constexpr std::size_t longest_opening_bytes = 40;
  return wide_mark || mark <= longest_opening_bytes || is_cue(Cue::see_also, form.cues);
}

/// Who copies what is also news: then it is a sentence, and not about the page.
bool is_legal(const LineForm& form) {
  if (form.credit) return false;
  if (starts_with_cue(Cue::legal, form.cues)) return true;
  if (form.words > longest_legal_words) {
    return starts_with_cue(Cue::liability, form.cues) &&
           (has_cue(Cue::legal, form.cues) || has_cue(Cue::web, form.cues));
  }
  if (has_cue(Cue::legal, form.cues)) return true;
  return has_cue(Cue::liability, form.cues) &&
         (!form.ends_sentence || has_cue(Cue::web, form.cues));
}

std::size_t count_words(const std::string& cues) {
  return static_cast<std::size_t>(std::count(cues.begin(), cues.end(), ' ')) - 1;
}

/// "Updated: ...": a label and a colon, and no sentence behind them.
bool is_labelled_as_date(const LineForm& form) {
  constexpr std::size_t longest_label_bytes = 40;
  const bool label =
      starts_with_cue(Cue::published, form.cues) || starts_with_cue(Cue::updated, form.cues);
  return label && !form.ends_sentence && form.text().find(':') <= longest_label_bytes;
}

bool is_time_line(const LineForm& form) {
  const bool label = has_cue(Cue::published, form.cues) || has_cue(Cue::updated, form.cues);
  return label && form.dates.empty() && form.words <= 2 * words_beside_date &&
         with_time_of_line({.year = 2000}, form.text());
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

LineForm form_of(TextLine line, Language language) {
  LineForm form;
  form.line = std::move(line);
  const std::string& text = form.text();
  form.cues = cue_form(text);
  form.words = count_words(form.cues);
  form.ends_sentence = contains(sentence_ends, last_mark(text));
  form.bracketed = text.starts_with('[') && text.ends_with(']');
  form.list_item = is_list_item(text);
  form.breadcrumb = is_breadcrumb(text, form.cues, form.words);
  form.menu = is_menu(form.line, form.words);
  form.credit = is_credit(text, form);
  form.see_also = is_see_also(form);
  form.advert = is_cue(Cue::advert, form.cues);
  form.share = is_share(form);
  form.notice = (form.words <= longest_pointer_words && has_cue(Cue::notice, form.cues)) ||
                (form.words <= longest_comment_count_words && has_cue(Cue::comments, form.cues));
  form.legal = is_legal(form);
  if (form.words <= surely_prose_words || is_labelled_as_date(form)) {
    form.dates = find_dates(text, language);
  }
  form.date_line = is_date_line(form);
  form.time_line = is_time_line(form);
  return form;
}

/// The language of the longer lines: menus may be in any, and a little text tells.
Language language_of(const std::vector<TextLine>& lines) {
  constexpr std::size_t shortest_bytes = 40;
  constexpr std::size_t enough_bytes = 4000;
  std::string text;
  for (const TextLine& line : lines) {
    if (line.text.size() < shortest_bytes) continue;
    text += line.text + "\n";
    if (text.size() >= enough_bytes) break;
  }
  return detect_language(text);
}

}  // namespace

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
  const Language language = language_of(lines);
  std::vector<LineForm> forms;
  forms.reserve(lines.size());
  for (TextLine& line : lines) forms.push_back(form_of(std::move(line), language));
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
