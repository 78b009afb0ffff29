// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/page_title.hpp"

#include "indexer/reader/text_layout/cues.hpp"
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
/// Lines between a title and its byline or date: a standfirst, and the other of the two.
constexpr std::size_t reach = 3;

/// Whether a line shares enough with the story to be its title.
bool is_strong(const Vocabulary::Overlap& overlap) {
  return overlap.shared >= 2 && overlap.share() >= least_shared;
}

bool can_be_title(const LineForm& form) {
  if (form.is_furniture() || form.legal || form.list_item || !form.dates.empty()) return false;
  if (form.words < 2 || form.words > longest_title_words || is_byline(form)) return false;
  if (form.text().ends_with(':') || form.text().ends_with('-')) return false;
  return form.asks() || !form.ends_sentence;
}

/// What a line has behind `title` and a dash, or before a dash and `title`; empty if it is none
/// such.
std::string beside_title(std::string_view line, std::string_view title) {
  static constexpr std::array<std::string_view, 6> dashes = {" - ", " | ",  " – ",
                                                             " — ", " :: ", " · "};
  if (line.size() <= title.size()) return {};
  const std::size_t room = line.size() - title.size();
  for (const std::string_view dash : dashes) {
    if (line.starts_with(title) && line.substr(title.size()).starts_with(dash)) {
      return fold_whitespace(line.substr(title.size() + dash.size()));
    }
    if (line.ends_with(title) && line.substr(0, room).ends_with(dash)) {
      return fold_whitespace(line.substr(0, room - dash.size()));
    }
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
    // What one can do with the story stands under its title as well.
    const bool is_toolbar =
        form.share || form.has(Cue::share) || form.has(Cue::share_this) || form.has(Cue::comments);
    const bool menu =
        form.menu && !is_toolbar && !form.credit && !form.date_line && !byline_with_place;
    if (menu || form.breadcrumb || short_lines >= least_entries) behind = i + 1;
  }
  return behind;
}

bool is_medium(const std::string& name) {
  return name.find('.') != std::string::npos || has_cue(Cue::medium, cue_form(name));
}

/// A headline may end in "U.S.", but it is no date and no furniture.
bool can_be_repeated(const LineForm& form) {
  return form.words >= 2 && form.dates.empty() && !form.is_furniture() && !form.legal;
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
    find_repeated_title() || find_title_over_date(/*strong=*/true) ||
        find_title_over_date(/*strong=*/false) || find_first_sharing() || find_only_line();
    return std::move(title_);
  }

 private:
  bool take_title(std::size_t line) {
    title_.line = line;
    title_.text = forms_[line].text();
    title_.used.push_back(line);
    return true;
  }

  /// A page's own title, "Headline - Outlet", with the headline again below; or the same headline
  /// twice.
  bool find_repeated_title() {
    constexpr std::size_t longest_head = 1000;  // every line is compared with every other
    const std::size_t end = std::min(story_.head_end, longest_head);
    for (std::size_t i = 0; i < end; ++i) {
      if (!can_be_repeated(forms_[i])) continue;
      for (std::size_t k = 0; k < end; ++k) {
        if (k > i + 1 && is_same_headline(i, k)) {
          title_.used.push_back(i);
          return take_title(k);
        }
        if (take_outlet_beside(i, k)) return take_title(i);
      }
    }
    return false;
  }

  /// Whether line `k` is the title of line `i` with something beside it: the outlet, mostly.
  bool take_outlet_beside(std::size_t i, std::size_t k) {
    const std::string& title = forms_[i].text();
    const std::string outlet = beside_title(forms_[k].text(), title);
    if (outlet.empty()) return false;
    const bool name_first = forms_[k].text().ends_with(title);
    // "Headline - The Post" over "The Post" ends in a name, not in a headline.
    if (name_first && is_medium(title) && !is_medium(outlet)) return false;
    if (!name_first || is_medium(outlet)) title_.outlet = outlet;
    title_.used.push_back(k);
    return true;
  }

  bool is_same_headline(std::size_t i, std::size_t k) {
    return forms_[i].cues() == forms_[k].cues() && forms_[i].words > longest_kicker_words &&
           is_strong(overlap_of(i));
  }

  /// A line right over a byline or date that has most in common with the story: enough, or any.
  bool find_title_over_date(bool strong) {
    std::size_t best = PageView::no_line;
    std::size_t most_shared = 0;
    for (std::size_t anchor = 1; anchor < title_end_; ++anchor) {
      if (!forms_[anchor].date_line && !is_byline(forms_[anchor])) continue;
      const std::size_t line = strong ? first_strong_over(anchor) : most_shared_over(anchor);
      if (line == PageView::no_line) continue;
      const std::size_t shared = overlap_of(line).shared;
      if (shared <= most_shared) continue;
      best = line;
      most_shared = shared;
    }
    return best != PageView::no_line && take_title(best);
  }

  /// The first, because a standfirst below it may share more for being longer.
  std::size_t first_strong_over(std::size_t anchor) {
    for (std::size_t i = anchor - std::min(anchor, reach); i < anchor; ++i) {
      const bool long_enough = forms_[i].words >= longest_kicker_words;
      if (long_enough && can_head_story(i) && is_strong(overlap_of(i))) return i;
    }
    return PageView::no_line;
  }

  std::size_t most_shared_over(std::size_t anchor) {
    std::size_t best = PageView::no_line;
    std::size_t most_shared = 0;
    for (std::size_t i = anchor - std::min(anchor, reach); i < anchor; ++i) {
      const bool long_enough = forms_[i].words >= longest_kicker_words;
      if (!can_head_story(i) || (!long_enough && !is_strong(overlap_of(i)))) continue;
      if (overlap_of(i).shared <= most_shared) continue;
      best = i;
      most_shared = overlap_of(i).shared;
    }
    return best;
  }

  Vocabulary::Overlap overlap_of(std::size_t i) {
    return page_.vocabulary.overlap(forms_[i].text());
  }

  bool find_first_sharing() {
    std::size_t first = PageView::no_line;
    for (std::size_t i = 0; i < title_end_ && first == PageView::no_line; ++i) {
      if (can_head_story(i) && is_strong(overlap_of(i))) first = i;
    }
    if (first == PageView::no_line) return false;
    const std::size_t next = first + 1;
    const bool kicker = forms_[first].words <= longest_kicker_words && next < title_end_ &&
                        can_head_story(next) && forms_[next].words > forms_[first].words &&
                        is_strong(overlap_of(next));
    return take_title(kicker ? next : first);
  }

  /// Whether a line can be the title by its form and its place: menus stand over titles, and
  /// navigation is written small.
  bool can_head_story(std::size_t i) const {
    const bool masthead =
        forms_[i].words <= longest_masthead_words && forms_[i].text() == page_.masthead;
    const bool post_of_author = i > 0 && is_byline(forms_[i - 1]);
    return can_be_title(forms_[i]) && !masthead && !post_of_author && i >= navigation_end_ &&
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
