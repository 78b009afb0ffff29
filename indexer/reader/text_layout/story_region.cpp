// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/story_region.hpp"

#include "indexer/reader/text_layout/cues.hpp"
#include "indexer/reader/text_layout/vocabulary.hpp"
#include "news/article/byline.hpp"

#include <algorithm>

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
/// Lines of one or two words in a row make a menu.
constexpr std::size_t menu_lines = 3;
/// A quotation pulled out of a text stands at most so many lines from what it repeats.
constexpr std::size_t pulled_quote_reach = 30;
/// A legal line or a breadcrumb trail stands on pages only; a story may have a date, a line that
/// looks like a menu, a table of short lines.
constexpr int sure_evidence = 3;
constexpr int enough_evidence = 4;

/// A paragraph that a story can begin or end with.
bool is_paragraph(const LineForm& form) {
  return form.is_prose() && !form.is_furniture() && !form.legal && !form.notice && !form.date_line;
}

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

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t paragraphs = 0;
  std::size_t bytes = 0;
};

std::vector<Run> paragraph_runs(const std::vector<LineForm>& forms) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < forms.size(); ++i) {
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

bool is_related_line(const LineForm& form) {
  return form.date_line || has_cue(Cue::related, form.cues);
}

/// A quotation with its speaker, or alone, that repeats words of another paragraph.
bool is_pulled_quote(const std::vector<LineForm>& forms, StoryRegion story, std::size_t i) {
  const std::string& text = forms[i].text();
  static constexpr std::string_view opening[] = {"\"", "\u201C", "\u201E", "«", "»", "「"};
  static constexpr std::string_view closing[] = {"\"", "\u201D", "\u201C", "»", "«", "」"};
  constexpr std::size_t shortest_quote_bytes = 12;
  constexpr std::size_t longest_speaker_bytes = 60;
  for (std::size_t mark = 0; mark < std::size(opening); ++mark) {
    if (!text.starts_with(opening[mark])) continue;
    const std::size_t begin = opening[mark].size();
    const std::size_t end = text.find(closing[mark], begin);
    if (end == std::string::npos || end - begin < shortest_quote_bytes) continue;
    if (text.size() - end > longest_speaker_bytes + closing[mark].size()) continue;
    // A paragraph that starts with a quotation goes on in small letters ("..." said Jane).
    const std::string behind = text.substr(end + closing[mark].size());
    const bool alone = behind.empty() || behind.starts_with(" —") || behind.starts_with(" –") ||
                       behind.starts_with(" -");
    if (!alone) continue;
    const std::string words = cue_form(text.substr(begin, end - begin));
    const std::size_t near_begin = i - std::min(i - story.begin, pulled_quote_reach);
    const std::size_t near_end = std::min(story.end, i + pulled_quote_reach + 1);
    for (std::size_t k = near_begin; k < near_end; ++k) {
      if (k != i && forms[k].cues.find(words) != std::string::npos) return true;
    }
  }
  return false;
}

}  // namespace

std::string text_of(const std::vector<LineForm>& forms, StoryRegion region) {
  std::string text;
  for (std::size_t i = region.begin; i < region.end; ++i) text += forms[i].text() + "\n";
  return text;
}

bool looks_like_page(const std::vector<LineForm>& forms) {
  int evidence = 0;
  std::size_t short_lines = 0;
  for (const LineForm& form : forms) {
    const bool sure = form.bracketed || form.breadcrumb || form.credit || form.see_also ||
                      form.advert || form.share || form.legal;
    const bool likely = form.menu || form.date_line || (form.notice && !form.is_prose());
    short_lines = form.words <= 2 && !form.ends_sentence ? short_lines + 1 : 0;
    if (sure) evidence += sure_evidence;
    if (likely || short_lines == menu_lines) ++evidence;
  }
  return evidence >= enough_evidence;
}

StoryRegion find_story(const std::vector<LineForm>& forms) {
  const std::vector<Run> runs = paragraph_runs(forms);
  if (runs.empty()) return {};
  const auto main = std::max_element(runs.begin(), runs.end(),
                                     [](const Run& a, const Run& b) { return a.bytes < b.bytes; });
  StoryRegion story{main->begin, main->end, main->begin};
  const auto belongs = [&main](const Run& run) {
    return run.paragraphs >= least_paragraphs &&
           static_cast<double>(run.bytes) >= least_share * static_cast<double>(main->bytes);
  };
  for (auto run = main + 1; run != runs.end(); ++run) {
    if (run->begin - story.end > max_long_interruption || !belongs(*run)) break;
    story.end = run->end;
  }
  Vocabulary vocabulary(text_of(forms, story));
  for (auto run = main; run != runs.begin();) {
    --run;
    if (story.begin - run->end > max_long_interruption) break;
    const auto overlap = vocabulary.overlap(text_of(forms, {run->begin, run->end, run->begin}));
    if (!belongs(*run) && overlap.share() < least_shared_by_lead) break;
    story.begin = run->begin;
  }
  while (story.end < forms.size() && is_short_sentence(forms[story.end])) ++story.end;
  if (story.begin == story.head_end) story.begin = story.head_end = skip_captions(forms, story);
  return story;
}

std::vector<std::string> story_paragraphs(const std::vector<LineForm>& forms, StoryRegion story) {
  std::vector<std::string> paragraphs;
  for (std::size_t i = story.begin; i < story.end; ++i) {
    const LineForm& form = forms[i];
    if (form.is_furniture() || is_pulled_quote(forms, story, i)) continue;
    if (i < story.head_end && !is_paragraph(form)) continue;
    const bool prose_before = i > story.begin && is_paragraph(forms[i - 1]);
    const bool prose_behind = i + 1 < story.end && is_paragraph(forms[i + 1]);
    const bool enclosed = prose_before && prose_behind;
    if (!form.is_prose() && !enclosed && is_related_line(form)) continue;
    if ((form.notice || form.legal) && !form.is_prose() && !enclosed) continue;
    paragraphs.push_back(form.text());
  }
  return paragraphs;
}

}  // namespace news
