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
    if (best == dates.end()) return {};
    PageDates found;
    found.published = best->when;
    found.line = best->line;
    for (const Labelled& date : dates) {
      found.used.push_back(date.line);
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
