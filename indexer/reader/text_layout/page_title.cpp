// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/page_title.hpp"

#include "indexer/reader/text_layout/page_authors.hpp"
#include "news/text/letter_case.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

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

class TitleFinder {
 public:
  explicit TitleFinder(const PageView& page) : page_(page), forms_(page.forms), story_(page.story) {
    // Over a lead that is set apart, the byline and date below it belong to the head, too.
    const bool lead_apart = story_.begin < story_.head_end;
    title_end_ = lead_apart ? std::min(story_.begin + 1, story_.head_end) : story_.head_end;
    navigation_end_ = navigation_end(forms_, title_end_);
  }

  PageTitle run() {
    find_repeated_title() || find_title_over_date() || find_first_sharing() || find_only_line();
    return std::move(title_);
  }

 private:
  bool take_title(std::size_t line) {
    title_.line = line;
    title_.text = forms_[line].text();
    title_.used.push_back(line);
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
        title_.outlet = suffix;
        title_.used.push_back(k);
        return take_title(i);
      }
    }
    return false;
  }

  /// Of the lines right over a byline or date, the one that has most in common with the story.
  bool find_title_over_date() {
    constexpr std::size_t reach = 2;  // the other of the two may stand between
    std::size_t best = PageView::no_line;
    std::size_t most_shared = 0;
    for (std::size_t anchor = 1; anchor < title_end_; ++anchor) {
      if (!forms_[anchor].date_line && !is_byline(forms_[anchor])) continue;
      for (std::size_t i = anchor - std::min(anchor, reach); i < anchor; ++i) {
        if (!can_head_story(i)) continue;
        const auto overlap = page_.vocabulary.overlap(forms_[i].text());
        const bool long_enough = forms_[i].words >= longest_kicker_words;
        if (overlap.shared <= most_shared || (!long_enough && !is_strong(overlap))) continue;
        best = i;
        most_shared = overlap.shared;
      }
    }
    return best != PageView::no_line && take_title(best);
  }

  bool find_first_sharing() {
    std::size_t first = PageView::no_line;
    for (std::size_t i = 0; i < title_end_ && first == PageView::no_line; ++i) {
      if (can_head_story(i) && is_strong(page_.vocabulary.overlap(forms_[i].text()))) first = i;
    }
    if (first == PageView::no_line) return false;
    const std::size_t next = first + 1;
    const bool kicker = forms_[first].words <= longest_kicker_words && next < title_end_ &&
                        can_head_story(next) && forms_[next].words > forms_[first].words &&
                        is_strong(page_.vocabulary.overlap(forms_[next].text()));
    return take_title(kicker ? next : first);
  }

  /// Whether a line can be the title by its form and its place: menus stand over titles, and
  /// navigation is written small.
  bool can_head_story(std::size_t i) const {
    const bool masthead =
        forms_[i].words <= longest_masthead_words && forms_[i].text() == page_.masthead;
    return can_be_title(forms_[i]) && !masthead && i >= navigation_end_ &&
           !starts_lower(forms_[i].text());
  }

  /// In a short head, the one line that can be a title is it, whatever its words.
  bool find_only_line() {
    constexpr std::size_t longest_head = 8;
    if (story_.head_end > longest_head) return false;
    std::size_t only = PageView::no_line;
    for (std::size_t i = 0; i < story_.head_end; ++i) {
      if (!can_be_title(forms_[i])) continue;
      if (only != PageView::no_line) return false;
      only = i;
    }
    return only != PageView::no_line && take_title(only);
  }

  const PageView& page_;
  const std::vector<LineForm>& forms_;
  StoryRegion story_;
  std::size_t title_end_ = 0;       ///< the line behind those that may be the title
  std::size_t navigation_end_ = 0;  ///< the line behind the last menu above the story
  PageTitle title_;
};

}  // namespace

PageTitle find_page_title(const PageView& page) { return TitleFinder(page).run(); }

}  // namespace news
