// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/page_dates.hpp"

#include "indexer/reader/text_layout/cues.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace news {

namespace {

class DateFinder {
 public:
  DateFinder(const PageView& page, std::size_t title_line)
      : forms_(page.forms), story_(page.story), title_line_(title_line) {}

  PageDates run() {
    std::vector<Labelled> dates;
    for (std::size_t i = 0; i < story_.head_end; ++i) {
      if (forms_[i].date_line && i != title_line_) add_dates(i, dates);
    }
    for (Labelled& date : dates) add_time_beside(date);
    if (dates.empty()) {  // a page made for printing has its dates at the foot
      for (std::size_t i = story_.end; i < forms_.size(); ++i) add_dates(i, dates);
      std::erase_if(dates, [](const Labelled& date) { return !date.published && !date.updated; });
    }
    const auto rank = [this](const Labelled& date) {
      return std::pair(date.published ? 0 : date.updated ? 2 : 1, distance_to_title(date));
    };
    auto best = std::min_element(
        dates.begin(), dates.end(),
        [&rank](const Labelled& a, const Labelled& b) { return rank(a) < rank(b); });
    if (best == dates.end()) return {};
    // The page's own date may stand nearer than the story's with its time.
    const auto finer = std::find_if(dates.begin(), dates.end(), [&best](const Labelled& date) {
      return date.tells_more_than(*best);
    });
    if (finer != dates.end()) best = finer;
    PageDates found;
    found.published = best->when;
    found.line = best->line;
    for (const Labelled& date : dates) {
      found.used.push_back(date.line);
      if (date.time_line != PageView::no_line) found.used.push_back(date.time_line);
      const bool later = date.updated && &date != &*best && date.when != best->when;
      if (later && !found.modified) found.modified = date.when;
    }
    return found;
  }

 private:
  /// A date, what it is the date of, and how far it stands from the title.
  struct Labelled {
    Timestamp when;
    bool published = false;
    bool updated = false;
    std::size_t line = 0;
    std::size_t time_line = PageView::no_line;  ///< where its time of day stands if not in `line`

    /// Whether it gives the time of day of the same date.
    bool tells_more_than(const Labelled& other) const {
      return other.when.precision == Timestamp::Precision::day && published == other.published &&
             updated == other.updated && when.day_number() == other.when.day_number() &&
             when.precision > other.when.precision;
    }
  };

  void add_dates(std::size_t i, std::vector<Labelled>& dates) const {
    const LineForm& form = forms_[i];
    std::size_t label_begin = 0;
    for (const FoundDate& date : form.dates) {
      const std::string label =
          cue_form(form.text().substr(label_begin, date.range.begin - label_begin));
      const bool updated = has_cue(Cue::updated, label);
      dates.push_back(
          {date.when, !updated && has_cue(Cue::published, label), updated, i, PageView::no_line});
      label_begin = date.range.end;
    }
  }

  /// "March 7, 2000" and in the next line "Published at 18:22 GMT".
  void add_time_beside(Labelled& date) const {
    const bool only_date = forms_[date.line].dates.size() == 1;
    if (!only_date || date.when.precision != Timestamp::Precision::day) return;
    if (date.line + 1 < story_.head_end && take_time(date, date.line + 1)) return;
    if (date.line > 0 && forms_[date.line - 1].time_line) take_time(date, date.line - 1);
  }

  /// Whether line `i` has a time of day and nothing else. The time of an update is not that of
  /// publication.
  bool take_time(Labelled& date, std::size_t i) const {
    const auto when = with_time_of_line(date.when, forms_[i].text());
    const bool updated = forms_[i].has(Cue::updated);
    const bool published = !updated && forms_[i].has(Cue::published);
    if (!when || (updated && date.published) || (published && date.updated)) return false;
    date.when = *when;
    date.published |= published;
    date.time_line = i;
    return true;
  }

  std::size_t distance_to_title(const Labelled& date) const {
    if (title_line_ == PageView::no_line) return date.line;
    return date.line > title_line_ ? date.line - title_line_ : title_line_ - date.line;
  }

  const std::vector<LineForm>& forms_;
  StoryRegion story_;
  std::size_t title_line_;
};

}  // namespace

PageDates find_page_dates(const PageView& page, std::size_t title_line) {
  return DateFinder(page, title_line).run();
}

}  // namespace news
