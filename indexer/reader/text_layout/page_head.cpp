// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/page_head.hpp"

#include "indexer/reader/text_layout/cues.hpp"
#include "indexer/reader/text_layout/outlet_name.hpp"
#include "indexer/reader/text_layout/vocabulary.hpp"
#include "news/article/byline.hpp"
#include "news/base/ascii.hpp"
#include "news/text/letter_case.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace news {

namespace {

constexpr std::size_t longest_title_words = 25;
/// A title as short as this may be the kicker above the title.
constexpr std::size_t longest_kicker_words = 3;
/// The name of an outlet is no longer; a headline with "Times" in it mostly is.
constexpr std::size_t longest_masthead_words = 4;
/// The share of a title's telling words that the story has too.
constexpr double least_shared = 0.4;

/// Whether a line shares enough with the story to be its title.
bool is_strong(const Vocabulary::Overlap& overlap) {
  return overlap.shared > 0 && overlap.shared >= std::min<std::size_t>(overlap.telling, 2) &&
         overlap.share() >= least_shared;
}

bool is_byline(const LineForm& form) {
  constexpr std::size_t longest_byline_words = 16;
  return byline_opening(form.text()) > 0 && form.words <= longest_byline_words &&
         !form.ends_sentence;
}

bool can_be_title(const LineForm& form) {
  if (form.is_furniture() || form.legal || form.list_item || !form.dates.empty()) return false;
  if (form.words < 2 || form.words > longest_title_words || is_byline(form)) return false;
  if (form.text().ends_with(':') || form.text().ends_with('-')) return false;
  return form.asks() || !form.ends_sentence;
}

/// What stands behind `title` and a dash in a line that begins with it; empty if none does.
std::string suffix_behind(const std::string& line, const std::string& title) {
  if (line.size() <= title.size() || !line.starts_with(title)) return {};
  const std::string rest = line.substr(title.size());
  static constexpr std::array<std::string_view, 6> dashes = {" - ", " | ",  " – ",
                                                             " — ", " :: ", " · "};
  for (const std::string_view dash : dashes) {
    if (rest.starts_with(dash)) return fold_whitespace(rest.substr(dash.size()));
  }
  return {};
}

/// The line behind the last menu or breadcrumb trail before line `end`.
std::size_t navigation_end(const std::vector<LineForm>& forms, std::size_t end) {
  constexpr std::size_t least_entries = 3;
  std::size_t behind = 0;
  std::size_t short_lines = 0;
  for (std::size_t i = 0; i < end; ++i) {
    const LineForm& form = forms[i];
    const bool entry = form.words <= 2 && !form.ends_sentence && !form.line.after_blank;
    short_lines = entry ? short_lines + 1 : 0;
    const bool byline_with_place = form.line.columns == 2 && !form.breadcrumb;
    const bool menu =
        form.menu && !form.share && !form.credit && !form.date_line && !byline_with_place;
    if (menu || form.breadcrumb || short_lines >= least_entries) behind = i + 1;
  }
  return behind;
}

class HeadReader {
 public:
  HeadReader(const std::vector<LineForm>& forms, StoryRegion story)
      : forms_(forms), story_(story), vocabulary_(text_of(forms, story)) {
    head_.used.assign(forms.size(), false);
    // Over a lead that is set apart, the byline and date below it belong to the head, too.
    const bool lead_apart = story.begin < story.head_end;
    title_end_ = lead_apart ? std::min(story.begin + 1, story.head_end) : story.head_end;
    navigation_end_ = navigation_end(forms, title_end_);
    if (looks_like_page(forms)) masthead_ = find_outlet_name(forms, story.head_end, story.end);
  }

  PageHead run() {
    read_title();
    read_dates();
    read_authors();
    read_outlet();
    read_section();
    return std::move(head_);
  }

 private:
  static constexpr std::size_t none = std::string::npos;

  void read_title() {
    if (find_repeated_title() || find_title_over_date() || find_first_sharing() ||
        find_only_line()) {
      head_.used[title_line_] = true;
    }
  }

  bool take_title(std::size_t line) {
    title_line_ = line;
    head_.title = forms_[line].text();
    return true;
  }

  /// A page's own title, "Headline - Outlet", with the headline again below.
  bool find_repeated_title() {
    constexpr std::size_t longest_head = 1000;  // every line is compared with every other
    const std::size_t end = std::min(story_.head_end, longest_head);
    for (std::size_t i = 0; i < end; ++i) {
      for (std::size_t k = 0; k < end; ++k) {
        const std::string suffix = suffix_behind(forms_[k].text(), forms_[i].text());
        if (suffix.empty() || forms_[i].words < 2) continue;
        head_.outlet = suffix;
        head_.used[k] = true;
        return take_title(i);
      }
    }
    return false;
  }

  /// Of the lines right over a byline or date, the one that has most in common with the story.
  bool find_title_over_date() {
    constexpr std::size_t reach = 2;  // the other of the two may stand between
    std::size_t best = none;
    std::size_t most_shared = 0;
    for (std::size_t anchor = 1; anchor < title_end_; ++anchor) {
      if (!forms_[anchor].date_line && !is_byline(forms_[anchor])) continue;
      for (std::size_t i = anchor - std::min(anchor, reach); i < anchor; ++i) {
        if (!can_head_story(i)) continue;
        const auto overlap = vocabulary_.overlap(forms_[i].text());
        const bool long_enough = forms_[i].words >= longest_kicker_words;
        if (overlap.shared <= most_shared || (!long_enough && !is_strong(overlap))) continue;
        best = i;
        most_shared = overlap.shared;
      }
    }
    return best != none && take_title(best);
  }

  bool find_first_sharing() {
    std::size_t first = none;
    for (std::size_t i = 0; i < title_end_ && first == none; ++i) {
      if (can_head_story(i) && is_strong(vocabulary_.overlap(forms_[i].text()))) first = i;
    }
    if (first == none) return false;
    const std::size_t next = first + 1;
    const bool kicker = forms_[first].words <= longest_kicker_words && next < title_end_ &&
                        can_head_story(next) && forms_[next].words > forms_[first].words &&
                        is_strong(vocabulary_.overlap(forms_[next].text()));
    return take_title(kicker ? next : first);
  }

  /// Whether a line can be the title by its form and its place: menus stand over titles, and
  /// navigation is written small.
  bool can_head_story(std::size_t i) const {
    const bool masthead =
        forms_[i].words <= longest_masthead_words && forms_[i].text() == masthead_;
    return can_be_title(forms_[i]) && !masthead && i >= navigation_end_ &&
           !starts_lower(forms_[i].text());
  }

  /// In a short head, the one line that can be a title is it, whatever its words.
  bool find_only_line() {
    constexpr std::size_t longest_head = 8;
    if (story_.head_end > longest_head) return false;
    std::size_t only = none;
    for (std::size_t i = 0; i < story_.head_end; ++i) {
      if (!can_be_title(forms_[i])) continue;
      if (only != none) return false;
      only = i;
    }
    return only != none && take_title(only);
  }

  /// A date, what it is the date of, and how far it stands from the title.
  struct Labelled {
    Timestamp when;
    bool published = false;
    bool updated = false;
    std::size_t line = 0;
  };

  void add_dates(std::size_t i, std::vector<Labelled>& dates) const {
    const LineForm& form = forms_[i];
    std::size_t label_begin = 0;
    for (const FoundDate& date : form.dates) {
      const std::string label =
          cue_form(form.text().substr(label_begin, date.range.begin - label_begin));
      const bool updated = has_cue(Cue::updated, label);
      dates.push_back({date.when, !updated && has_cue(Cue::published, label), updated, i});
      label_begin = date.range.end;
    }
  }

  std::size_t distance_to_title(const Labelled& date) const {
    if (title_line_ == none) return date.line;
    return date.line > title_line_ ? date.line - title_line_ : title_line_ - date.line;
  }

  void read_dates() {
    std::vector<Labelled> dates;
    for (std::size_t i = 0; i < story_.head_end; ++i) {
      if (forms_[i].date_line && i != title_line_) add_dates(i, dates);
    }
    if (dates.empty()) {  // a page made for printing has its dates at the foot
      for (std::size_t i = story_.end; i < forms_.size(); ++i) add_dates(i, dates);
      std::erase_if(dates, [](const Labelled& date) { return !date.published && !date.updated; });
    }
    const auto rank = [this](const Labelled& date) {
      return std::pair(date.published ? 0 : date.updated ? 2 : 1, distance_to_title(date));
    };
    const auto best = std::min_element(
        dates.begin(), dates.end(),
        [&rank](const Labelled& a, const Labelled& b) { return rank(a) < rank(b); });
    if (best == dates.end()) return;
    head_.published = best->when;
    for (const Labelled& date : dates) {
      head_.used[date.line] = true;
      const bool later = date.updated && &date != &*best && date.when != best->when;
      if (later && !head_.modified) head_.modified = date.when;
    }
    date_line_ = best->line;
  }

  void read_authors() {
    for (std::size_t i = 0; i < story_.head_end && head_.authors.empty(); ++i) {
      if (i != title_line_ && is_byline(forms_[i])) take_authors(i, authors_of(forms_[i].text()));
    }
    for (std::size_t i = 0; i < story_.head_end && head_.authors.empty(); ++i) {
      if (!forms_[i].date_line) continue;
      const std::size_t byline = find_byline_inside(forms_[i].text());
      if (byline != none) take_authors(i, authors_of(forms_[i].text().substr(byline)));
    }
    if (!head_.authors.empty() || title_line_ == none) return;
    for (std::size_t i = title_line_ + 1; i < story_.head_end; ++i) {
      const bool near_title = i - title_line_ <= 2;
      const bool near_date = date_line_ != none && (i + 1 == date_line_ || i == date_line_ + 1);
      if (!near_title && !near_date) continue;
      std::vector<std::string> names = names_in(forms_[i]);
      if (!names.empty()) return take_authors(i, std::move(names));
    }
  }

  void take_authors(std::size_t line, std::vector<std::string> authors) {
    head_.authors = std::move(authors);
    head_.used[line] = true;
  }

  /// Where a byline begins behind other things in a line.
  static std::size_t find_byline_inside(const std::string& text) {
    for (std::size_t at = text.find(' '); at != none; at = text.find(' ', at + 1)) {
      if (byline_opening(std::string_view(text).substr(at + 1)) > 0) return at + 1;
    }
    return none;
  }

  /// The names in a line that is only names, maybe with a place or post behind them: "Jane Doe",
  /// "Jane Doe, Economics Editor", "Jane Doe in Tokyo". A name that the story has is a caption.
  std::vector<std::string> names_in(const LineForm& form) const {
    static constexpr std::array<std::string_view, 6> ends = {",",     "|",   " in ",
                                                             " aus ", " à ", " en "};
    if (form.date_line || form.share || form.legal || has_cue(Cue::medium, form.cues)) return {};
    std::string_view line = form.text();
    for (const std::string_view end : ends) line = line.substr(0, line.find(end));
    std::vector<std::string> names = authors_of(ascii::trim(line));
    const bool all_names = std::all_of(names.begin(), names.end(), [this](const std::string& name) {
      return looks_like_name(name) && !vocabulary_.has_phrase(name);
    });
    return all_names ? names : std::vector<std::string>();
  }

  static bool looks_like_name(std::string_view name) {
    constexpr std::size_t most_words = 4;
    std::size_t words = 0;
    for (std::size_t at = 0; at < name.size(); ++words) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      const std::string_view word = name.substr(at, end - at);
      if (!starts_upper(word) || word.find_first_of("0123456789:/\"") != none) return false;
      at = end + 1;
    }
    return words >= 2 && words <= most_words;
  }

  void read_outlet() {
    if (head_.outlet.empty() && masthead_ != head_.title) head_.outlet = masthead_;
    const std::string suffix = outlet_suffix(head_.title, forms_, title_line_);
    if (suffix.empty()) return;
    head_.title.resize(head_.title.size() - suffix.size());
    if (head_.outlet.empty()) head_.outlet = divided_name(suffix);
  }

  void read_section() {
    // Chinese sites end the trail with "the text itself".
    static constexpr std::array<std::string_view, 2> not_sections = {"正文", "全文"};
    for (std::size_t i = 0; i < story_.head_end; ++i) {
      if (!forms_[i].breadcrumb) continue;
      const std::vector<std::string> crumbs = divided(forms_[i].text());
      for (auto crumb = crumbs.rbegin(); crumb + 1 != crumbs.rend(); ++crumb) {
        if (std::find(not_sections.begin(), not_sections.end(), *crumb) != not_sections.end())
          continue;
        head_.section = *crumb;
        return;
      }
    }
  }

  const std::vector<LineForm>& forms_;
  StoryRegion story_;
  Vocabulary vocabulary_;
  PageHead head_;
  std::string masthead_;
  std::size_t title_end_ = 0;       ///< the line behind those that may be the title
  std::size_t navigation_end_ = 0;  ///< the line behind the last menu above the story
  std::size_t title_line_ = none;
  std::size_t date_line_ = none;
};

}  // namespace

PageHead read_page_head(const std::vector<LineForm>& forms, StoryRegion story) {
  return HeadReader(forms, story).run();
}

}  // namespace news
