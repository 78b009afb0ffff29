// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/outlet_name.hpp"

#include "indexer/reader/text_layout/cues.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/letter_case.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace news {

namespace {

constexpr std::size_t longest_name_words = 6;
constexpr std::size_t masthead_lines = 3;
constexpr std::array<std::string_view, 4> dashes = {" - ", " | ", " – ", " — "};

bool is_domain(const std::string& text) {
  return text.find(' ') == std::string::npos && text.find('.') != std::string::npos &&
         text.back() != '.';
}

/// "T H E   P O S T"
bool is_spaced_out(const std::string& text) {
  constexpr std::size_t shortest = 9;
  if (text.size() < shortest) return false;
  for (std::size_t i = 1; i < text.size(); i += 2) {
    if (text[i] != ' ') return false;
  }
  return true;
}

/// Letters and digits only, folded: "The Post" and "T H E P O S T" are the same.
std::string squeezed(std::string_view text) {
  std::string form = cue_form(text);
  form.erase(std::remove(form.begin(), form.end(), ' '), form.end());
  return form;
}

/// The words in a row that the legal lines from some line on have, by what they spell.
class LegalNames {
 public:
  LegalNames(const std::vector<LineForm>& forms, std::size_t below) {
    for (std::size_t i = below; i < forms.size(); ++i) {
      if (forms[i].legal) add(forms[i].text());
    }
  }

  /// How they spell a name, but for spaces, punctuation and case; empty if they do not have it.
  std::string spelled(const std::string& name) const {
    const auto found = spellings_.find(squeezed(name));
    return found == spellings_.end() ? std::string() : found->second;
  }

 private:
  void add(const std::string& line) {
    for (std::size_t begin = 0; begin < line.size();) {
      std::size_t end = begin;
      for (std::size_t words = 0; words < longest_name_words && end < line.size(); ++words) {
        end = std::min(line.find(' ', end + (words > 0 ? 1 : 0)), line.size());
        std::string name = line.substr(begin, end - begin);
        while (!name.empty() && (name.back() == '.' || name.back() == ',')) name.pop_back();
        std::string key = squeezed(name);
        if (!key.empty()) spellings_.try_emplace(std::move(key), std::move(name));
      }
      begin = std::min(line.find(' ', begin), line.size() - 1) + 1;
    }
  }

  std::unordered_map<std::string, std::string> spellings_;  ///< by squeezed words; the first wins
};

/// The longest start of a name without spaces that the foot of the page has and that is still a
/// medium's: a site's name without its "online".
std::string shortened_below(const std::vector<LineForm>& forms, std::size_t below,
                            const std::string& name) {
  constexpr std::size_t longest_bytes = 100;
  if (name.size() > longest_bytes) return {};
  for (std::string_view start = name; !start.empty();
       start = utf8::truncate(start, start.size() - 1)) {
    if (start.size() < name.size() && !has_cue(Cue::medium, cue_form(start))) return {};
    for (std::size_t i = below; i < forms.size(); ++i) {
      if (forms[i].text().find(start) != std::string::npos) return std::string(start);
    }
  }
  return {};
}

bool can_be_name(const LineForm& form) {
  const bool spaced = is_spaced_out(form.text());
  if (form.menu || form.bracketed || form.notice || form.share || form.breadcrumb) return false;
  if (form.ends_sentence || form.date_line || form.list_item) return false;
  return spaced || (form.words <= longest_name_words && form.words > 0);
}

/// "World news" is a section: nothing but the word for news and those for a kind of it.
bool is_section(const std::string& name) {
  static constexpr std::string_view section_words =
      " news nachrichten noticias noticias новости actualites world national international local "
      "regional latest breaking top more all other business sport sports political politics front "
      "page headlines daily weekly services service alerts live my your the home foreign "
      "homepage press mail wire releases ";
  const std::string form = cue_form(name);
  for (std::size_t begin = 0; begin + 1 < form.size();) {
    const std::size_t end = form.find(' ', begin + 1);
    if (section_words.find(form.substr(begin, end - begin + 1)) == std::string_view::npos)
      return false;
    begin = end;
  }
  return true;
}

/// What stands before the first of some dividers; all of it if there is none.
template <std::size_t N>
std::string before(const std::string& text, const std::array<std::string_view, N>& dividers) {
  std::size_t end = text.size();
  for (const std::string_view divider : dividers) end = std::min(end, text.find(divider));
  return fold_whitespace(text.substr(0, end));
}

/// The name in "The Post - Tuesday, 22 April 2008": what a divider sets apart from the date.
std::string name_before_date(const LineForm& form) {
  static constexpr std::array<std::string_view, 5> dividers = {" - ", " | ", " – ", " — ", ","};
  const std::string head = form.text().substr(0, form.dates.front().range.begin);
  const std::string name = before(head, dividers);
  return name.size() < fold_whitespace(head).size() ? name : std::string();
}

/// The name in "The Post > World > Africa" or "The Post / World"; and in "The Post | World | What
/// happened", the title of the page, where the last part stands again below.
std::string name_before_trail(const std::vector<LineForm>& forms, std::size_t line,
                              std::size_t above) {
  const std::string& text = forms[line].text();
  const std::vector<std::string> parts = divided(text);
  if (parts.size() < 2 || parts.back().empty()) return {};
  const auto repeats_title = [&](const LineForm& form) { return form.text() == parts.back(); };
  const auto first = forms.begin();
  const auto end = first + static_cast<std::ptrdiff_t>(above);
  const auto next = first + static_cast<std::ptrdiff_t>(line) + 1;
  const bool bars = text.find('|') != std::string::npos;
  if (bars && (line >= masthead_lines || std::none_of(next, end, repeats_title))) return {};
  std::string name = parts.front();
  // "The Post Home > World"
  const std::size_t last_word = name.rfind(' ');
  if (last_word != std::string::npos && is_cue(Cue::home, cue_form(name.substr(last_word)))) {
    name.resize(last_word);
  }
  return has_cue(Cue::home, cue_form(name)) ? std::string() : name;
}

/// The agency that a line names as its source: "Source: Reuters", "... 来源：新华网".
std::string named_source(const LineForm& form) {
  static constexpr std::array<std::string_view, 7> labels = {
      "Source: ", "Quelle: ", "Fuente: ", "Fonte: ", "Источник: ", "来源：", "来源:"};
  constexpr std::size_t longest_source_words = 4;
  if (form.credit || form.ends_sentence) return {};
  for (const std::string_view label : labels) {
    const std::size_t at = form.text().find(label);
    if (at == std::string::npos || (at > 0 && !form.date_line)) continue;
    const bool chinese = !label.ends_with(' ');
    std::string name = fold_whitespace(form.text().substr(at + label.size()));
    if (chinese) name.resize(std::min(name.find(' '), name.size()));
    const auto words = std::count(name.begin(), name.end(), ' ') + 1;
    const bool fits = words <= static_cast<std::ptrdiff_t>(longest_source_words);
    return fits && !name.empty() && !starts_lower(name) ? name : std::string();
  }
  return {};
}

/// A line that names the outlet, and how surely: 0 for not at all.
struct Candidate {
  std::string name;
  int score = 0;
};

class OutletFinder {
 public:
  OutletFinder(const std::vector<LineForm>& forms, std::size_t above, std::size_t below)
      : forms_(forms), above_(above), below_(below), legal_names_(forms, below) {}

  std::string run() {
    Candidate best;
    for (std::size_t i = 0; i < above_; ++i) {
      Candidate candidate = rate_line(i);
      if (candidate.score > best.score) best = std::move(candidate);
      if (!is_navigation(i)) ++lines_of_text_;
    }
    return best.name;
  }

 private:
  Candidate rate_line(std::size_t line) const {
    const LineForm& form = forms_[line];
    if (std::string source = named_source(form); !source.empty()) return {std::move(source), 1};
    if (form.date_line) return rate_medium(name_before_date(form));
    if (const std::string name = name_before_trail(forms_, line, above_); !name.empty()) {
      Candidate named = rate_spelled(name);
      return named.score > 0 || line >= masthead_lines ? named : rate_medium(name);
    }
    return can_be_name(form) ? rate_name(line, name_of(form)) : Candidate();
  }

  /// "The Post - Back to home" is a link.
  static std::string name_of(const LineForm& form) {
    const std::string name = before(form.text(), dashes);
    const bool link = name.size() < form.text().size() &&
                      has_cue(Cue::home, cue_form(form.text().substr(name.size())));
    return link ? name : form.text();
  }

  Candidate rate_name(std::size_t line, const std::string& name) const {
    Candidate spelled = rate_spelled(name);
    if (spelled.score > 0) return spelled;
    const bool disguised = is_domain(name) || is_spaced_out(name);
    if (disguised) return {};
    if (line == 0 && is_acronym(name) && legal_names_.spelled(name) == name) return {name, 2};
    if (!forms_[line].legal && (line < masthead_lines || is_behind_menu(line))) {
      Candidate medium = rate_medium(name);
      if (medium.score > 0) return medium;
    }
    const bool over_menu = line == 0 && forms_.size() > 1 && forms_[1].menu;
    return {name, over_menu && word_count(name) >= 2 ? 1 : 0};
  }

  /// A name that a legal line has again.
  Candidate rate_spelled(const std::string& text) const {
    const bool domain = is_domain(text);
    const bool disguised = domain || is_spaced_out(text);
    const std::string name = domain ? text.substr(0, text.find('.')) : text;
    const std::string spelled = legal_names_.spelled(name);
    if (spelled.empty() || (!disguised && word_count(text) < 2)) return {};
    return {disguised || is_all_upper(text) ? spelled : text, 3};
  }

  /// A name with a medium's word in it.
  Candidate rate_medium(const std::string& name) const {
    const std::size_t words = word_count(name);
    if (words < 2 || words > longest_name_words || !has_cue(Cue::medium, cue_form(name))) return {};
    if (is_section(name)) return {};
    const bool one_piece = name.find(' ') == std::string::npos;
    const std::string shorter = one_piece ? shortened_below(forms_, below_, name) : std::string();
    return {shorter.empty() ? name : shorter, 2};
  }

  static std::size_t word_count(const std::string& name) {
    const std::string form = cue_form(name);
    return static_cast<std::size_t>(std::count(form.begin(), form.end(), ' ')) - 1;
  }

  static bool is_acronym(const std::string& name) {
    constexpr std::size_t longest = 5;
    return name.size() >= 2 && name.size() <= longest &&
           std::all_of(name.begin(), name.end(), ascii::is_upper);
  }

  bool is_navigation(std::size_t line) const {
    const LineForm& form = forms_[line];
    return form.words <= 2 || form.menu || form.share || form.notice || form.breadcrumb;
  }

  /// Whether a line is the first behind the menu that the page begins with.
  bool is_behind_menu(std::size_t line) const {
    const bool last_entry = line > 0 && is_navigation(line - 1);
    const bool text_follows = line + 1 < above_ && !is_navigation(line + 1);
    return lines_of_text_ < masthead_lines && last_entry && text_follows;
  }

  const std::vector<LineForm>& forms_;
  std::size_t above_;
  std::size_t below_;
  LegalNames legal_names_;
  std::size_t lines_of_text_ = 0;  ///< before the line in hand
};

}  // namespace

std::string find_outlet_name(const std::vector<LineForm>& forms, std::size_t above,
                             std::size_t below) {
  return OutletFinder(forms, above, below).run();
}

std::string outlet_suffix(const std::string& title, const std::vector<LineForm>& forms,
                          std::size_t title_line) {
  for (const std::string_view dash : dashes) {
    const std::size_t at = title.rfind(dash);
    if (at == std::string::npos || at == 0) continue;
    const std::string suffix = title.substr(at);
    const std::string form = cue_form(divided_name(suffix));
    for (std::size_t i = 0; i < forms.size(); ++i) {
      if (i != title_line && forms[i].cues() == form) return suffix;
    }
    const bool name = starts_upper(divided_name(suffix)) && has_cue(Cue::medium, form);
    const auto words = std::count(form.begin(), form.end(), ' ') - 1;
    if (name && words <= static_cast<std::ptrdiff_t>(longest_name_words)) return suffix;
  }
  return {};
}

std::string divided_name(const std::string& suffix) {
  for (const std::string_view dash : dashes) {
    if (suffix.starts_with(dash)) return fold_whitespace(suffix.substr(dash.size()));
  }
  return suffix;
}

}  // namespace news
