// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/story_region.hpp"

#include "indexer/reader/text_layout/cues.hpp"
#include "indexer/reader/text_layout/vocabulary.hpp"
#include "news/article/byline.hpp"
#include "news/article/dateline.hpp"
#include "news/text/letter_case.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace news {

namespace {

/// Other lines that may stand between two paragraphs: a sub-heading and an advertisement.
constexpr std::size_t max_interruption = 2;
/// A longer interruption, such as a box of related stories, inside of one story.
constexpr std::size_t max_long_interruption = 12;
/// What follows a long interruption is the story's if it has this share of the main run's text ...
constexpr double least_share = 0.25;
/// ... and so many paragraphs.
constexpr std::size_t least_paragraphs = 2;
/// A lead set apart from its story has this share of its telling words in common with it.
constexpr double least_shared_by_lead = 0.3;
/// A box in the midst of a story is no longer.
constexpr std::size_t longest_box = 6;
/// A paragraph that is cut off from its story by a box has so many words ...
constexpr std::size_t least_words_by_box = 12;
/// ... and so many telling ones in common with it, because nothing else stands between.
constexpr std::size_t least_shared_by_box = 1;
/// Lines of one or two words in a row make a menu.
constexpr std::size_t menu_lines = 3;
/// A legal line or a breadcrumb trail stands on pages only; a story may have a date, a line that
/// looks like a menu, a table of short lines.
constexpr int sure_evidence = 3;
constexpr int enough_evidence = 4;

/// Also the short last sentence of a story, right behind a paragraph.
bool is_short_sentence(const LineForm& form) {
  return form.ends_sentence && form.words >= 2 && !form.is_furniture() && !form.legal &&
         !form.notice && !form.list_item && form.dates.empty();
}

/// A headline that asks or exclaims reads like a paragraph; a byline or date behind it tells.
bool is_asking_headline(const std::vector<LineForm>& forms, std::size_t i) {
  constexpr std::size_t longest_words = 20;
  constexpr std::size_t reach = 2;
  if (!forms[i].asks() || forms[i].words > longest_words) return false;
  for (std::size_t k = i + 1; k < forms.size() && k <= i + reach; ++k) {
    if (is_paragraph(forms[k])) return false;
    if (forms[k].date_line || byline_opening(forms[k].text()) > 0) return true;
  }
  return false;
}

/// A line that heads what readers say: the story ends above it.
bool heads_comments(const LineForm& form) {
  constexpr std::size_t longest_words = 4;
  return form.words <= longest_words && !form.ends_sentence && form.starts_with(Cue::reply);
}

/// "Most popular", "More from The Post".
bool is_pointer_heading(const LineForm& form) {
  constexpr std::size_t longest_words = 6;
  return form.words <= longest_words && !form.ends_sentence && form.starts_with(Cue::related);
}

/// "World Politics Money Opinion Health ...": a menu whose columns were lost.
bool is_row_of_names(const LineForm& form) {
  constexpr std::size_t least_words = 8;
  if (form.words < least_words || form.ends_sentence || is_all_upper(form.text())) return false;
  for (std::string_view rest = form.text(); !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (!starts_upper(word)) return false;
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return true;
}

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t paragraphs = 0;
  std::size_t bytes = 0;
};

std::vector<Run> paragraph_runs(const std::vector<LineForm>& forms) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (heads_comments(forms[i]) && !runs.empty()) break;
    if (!is_paragraph(forms[i]) || is_asking_headline(forms, i)) continue;
    if (runs.empty() || i - runs.back().end > max_interruption) runs.push_back({i, i, 0, 0});
    Run& run = runs.back();
    run.end = i + 1;
    ++run.paragraphs;
    run.bytes += forms[i].text().size();
  }
  return runs;
}

/// Where a site sets each paragraph apart by blank lines, the lead that stands in one block with
/// the headline and the captions is the last line of that block.
std::size_t skip_captions(const std::vector<LineForm>& forms, StoryRegion story) {
  std::size_t apart = 0;
  std::size_t together = 0;
  std::size_t block_end = story.begin + 1;
  while (block_end < story.end && !forms[block_end].line.after_blank) ++block_end;
  for (std::size_t i = block_end; i < story.end; ++i) {
    ++(forms[i].line.after_blank ? apart : together);
  }
  const bool headline_in_block = story.begin > 0 && !forms[story.begin].line.after_blank;
  const bool set_apart = apart >= 3 && together * 5 <= apart;
  return headline_in_block && set_apart ? block_end - 1 : story.begin;
}

class StoryFinder {
 public:
  explicit StoryFinder(const std::vector<LineForm>& forms)
      : forms_(forms), runs_(paragraph_runs(forms)) {}

  StoryRegion run() {
    if (runs_.empty()) return {};
    main_ = std::max_element(runs_.begin(), runs_.end(),
                             [](const Run& a, const Run& b) { return a.bytes < b.bytes; });
    story_ = {main_->begin, main_->end, main_->begin};
    Vocabulary vocabulary(text_of(forms_, story_));
    add_runs_behind(vocabulary);
    const bool extended = story_.end > main_->end;
    if (extended) vocabulary = Vocabulary(text_of(forms_, story_));
    add_runs_before(vocabulary);
    while (story_.end < forms_.size() && is_last_sentence(story_.end)) ++story_.end;
    if (story_.begin == story_.head_end) {
      story_.begin = story_.head_end = skip_captions(forms_, story_);
    }
    return story_;
  }

 private:
  void add_runs_behind(Vocabulary& vocabulary) {
    for (auto run = std::next(main_); run != runs_.end(); ++run) {
      if (run->begin - story_.end > max_long_interruption) break;
      if (!is_large(*run) && !is_cut_off_by_box(*run, story_.end, run->begin, vocabulary)) break;
      story_.end = run->end;
    }
  }

  void add_runs_before(Vocabulary& vocabulary) {
    for (auto run = main_; run != runs_.begin();) {
      --run;
      if (story_.begin - run->end > max_long_interruption) break;
      const bool boxed = is_cut_off_by_box(*run, run->end, story_.begin, vocabulary) ||
                         read_dateline(forms_[run->begin].text());
      if (!is_large(*run) && !boxed && shared_by(*run, vocabulary) < least_shared_by_lead) break;
      // Over a box the story has begun; over a byline stands only its lead.
      const bool begun =
          story_.head_end == story_.begin && (boxed || is_box(run->end, story_.begin));
      story_.begin = run->begin;
      if (begun) story_.head_end = run->begin;
    }
  }

  double shared_by(const Run& run, Vocabulary& vocabulary) const {
    return vocabulary.overlap(text_of(forms_, {run.begin, run.end, run.begin})).share();
  }

  /// Of some size beside the main run.
  bool is_large(const Run& run) const {
    return run.paragraphs >= least_paragraphs &&
           static_cast<double>(run.bytes) >= least_share * static_cast<double>(main_->bytes);
  }

  /// Whether the lines [begin, end) can stand in the midst of a story: they have no date, byline or
  /// legal line, and point to nothing.
  bool is_box(std::size_t begin, std::size_t end) const {
    if (end - begin > longest_box) return false;
    for (std::size_t i = begin; i < end; ++i) {
      const LineForm& form = forms_[i];
      const bool divides = form.date_line || form.legal || form.menu || form.breadcrumb ||
                           form.has(Cue::related) || byline_opening(form.text()) > 0;
      if (divides) return false;
    }
    return true;
  }

  /// A paragraph or more on the other side of a box, about the same thing.
  bool is_cut_off_by_box(const Run& run, std::size_t begin, std::size_t end,
                         Vocabulary& vocabulary) const {
    if (!is_box(begin, end) || forms_[run.begin].words < least_words_by_box) return false;
    const auto overlap = vocabulary.overlap(text_of(forms_, {run.begin, run.end, run.begin}));
    return overlap.shared >= least_shared_by_box;
  }

  /// A short last sentence, and no question that heads a pointer to another story.
  bool is_last_sentence(std::size_t i) const {
    const bool over_date = i + 1 < forms_.size() && forms_[i + 1].date_line;
    return is_short_sentence(forms_[i]) && !forms_[i].asks() && !over_date;
  }

  const std::vector<LineForm>& forms_;
  std::vector<Run> runs_;
  std::vector<Run>::const_iterator main_;
  StoryRegion story_;
};

}  // namespace

bool is_paragraph(const LineForm& form) {
  return form.is_prose() && !form.is_furniture() && !form.legal && !form.notice && !form.date_line;
}

std::string text_of(const std::vector<LineForm>& forms, StoryRegion region) {
  std::string text;
  for (std::size_t i = region.begin; i < region.end; ++i) {
    text.append(forms[i].text()).push_back('\n');
  }
  return text;
}

bool looks_like_page(const std::vector<LineForm>& forms) {
  int evidence = 0;
  std::size_t short_lines = 0;
  for (const LineForm& form : forms) {
    const bool sure = form.bracketed || form.breadcrumb || form.credit || form.see_also ||
                      form.advert || form.share || form.legal;
    const bool likely = form.menu || form.date_line || (form.notice && !form.is_prose()) ||
                        is_pointer_heading(form) || is_row_of_names(form);
    short_lines = form.words <= 2 && !form.ends_sentence ? short_lines + 1 : 0;
    if (sure) evidence += sure_evidence;
    if (likely || short_lines == menu_lines || short_lines == 2 * menu_lines) ++evidence;
  }
  return evidence >= enough_evidence;
}

StoryRegion find_story(const std::vector<LineForm>& forms) { return StoryFinder(forms).run(); }

}  // namespace news
