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

/// A line that names the outlet, and how surely: 0 for not at all.
struct Candidate {
  std::string name;
  int score = 0;
};

Candidate rate(const std::vector<LineForm>& forms, std::size_t line, std::size_t below,
               const LegalNames& legal_names) {
  constexpr std::size_t masthead_lines = 3;
  const std::string& text = forms[line].text();
  const bool domain = is_domain(text);
  const bool disguised = domain || is_spaced_out(text);
  const bool one_piece = text.find(' ') == std::string::npos;
  const std::string name = domain ? text.substr(0, text.find('.')) : text;
  const std::string spelled = legal_names.spelled(name);
  if (!spelled.empty() && (disguised || forms[line].words >= 2)) {
    return {disguised || is_all_upper(text) ? spelled : text, 3};
  }
  if (line >= masthead_lines || disguised) return {};
  if (has_cue(Cue::medium, forms[line].cues) && forms[line].words >= 2) {
    const std::string shorter = one_piece ? shortened_below(forms, below, text) : std::string();
    return {shorter.empty() ? text : shorter, 2};
  }
  const bool over_menu = line == 0 && line + 1 < forms.size() && forms[line + 1].menu;
  return {text, over_menu && forms[line].words >= 2 ? 1 : 0};
}

}  // namespace

std::string find_outlet_name(const std::vector<LineForm>& forms, std::size_t above,
                             std::size_t below) {
  const LegalNames legal_names(forms, below);
  Candidate best;
  for (std::size_t i = 0; i < above; ++i) {
    if (!can_be_name(forms[i])) continue;
    Candidate candidate = rate(forms, i, below, legal_names);
    if (candidate.score > best.score) best = std::move(candidate);
  }
  return best.name;
}

std::string outlet_suffix(const std::string& title, const std::vector<LineForm>& forms,
                          std::size_t title_line) {
  for (const std::string_view dash : dashes) {
    const std::size_t at = title.rfind(dash);
    if (at == std::string::npos || at == 0) continue;
    const std::string suffix = title.substr(at);
    const std::string form = cue_form(divided_name(suffix));
    for (std::size_t i = 0; i < forms.size(); ++i) {
      if (i != title_line && forms[i].cues == form) return suffix;
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
