// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/story_paragraphs.hpp"

#include "indexer/reader/text_layout/cues.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace news {

namespace {

/// A sub-heading is no longer; a caption mostly is.
constexpr std::size_t longest_heading_words = 8;
/// Fewer words come again in any story by chance.
constexpr std::size_t shortest_pulled_words = 5;
/// A quotation pulled out of a text stands at most so many lines from what it repeats.
constexpr std::size_t pulled_quote_reach = 30;
/// One in so many bytes of a story: where boxes have more, they are tables of its own.
constexpr std::size_t box_share = 5;

bool ends_with_colon(const LineForm& form) {
  return form.text().ends_with(':') || form.text().ends_with("：");
}

bool is_related_line(const LineForm& form) { return form.date_line || form.has(Cue::related); }

class ParagraphFilter {
 public:
  ParagraphFilter(const std::vector<LineForm>& forms, StoryRegion story)
      : forms_(forms), story_(story) {
    std::size_t prose = 0;
    std::size_t ended = 0;
    std::size_t apart = 0;
    for (std::size_t i = story.begin; i < story.end; ++i) {
      bytes_ += forms[i].text().size();
      if (!forms[i].is_prose()) continue;
      ++prose;
      if (forms[i].ends_sentence) ++ended;
      if (forms[i].line.after_blank) ++apart;
    }
    // Thai has no full stops, and some pages lose theirs.
    punctuated_ = ended * 5 >= prose * 4;
    set_apart_ = apart * 2 >= prose;
  }

  std::vector<std::string> run() {
    keep_.assign(forms_.size(), false);
    std::size_t i = story_.begin;
    for (; i < story_.head_end; ++i) keep_[i] = is_paragraph(forms_[i]);
    while (i < story_.end) {
      if (is_prose(i)) {
        keep_[i++] = true;
        continue;
      }
      const std::size_t begin = i;
      while (i < story_.end && !is_prose(i)) ++i;
      filter_interruption(begin, i);
    }
    if (box_bytes_ * box_share > bytes_) {
      for (const std::size_t line : boxed_) keep_[line] = true;
    }
    std::vector<std::string> paragraphs;
    for (std::size_t k = story_.begin; k < story_.end; ++k) {
      if (keep_[k]) paragraphs.push_back(forms_[k].text());
    }
    return paragraphs;
  }

 private:
  bool is_prose(std::size_t i) const {
    return forms_[i].is_prose() && !forms_[i].is_furniture() && !is_pulled_quote(i);
  }

  void filter_interruption(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> lines;
    for (std::size_t i = begin; i < end; ++i) {
      if (!forms_[i].is_furniture() && !is_pulled_quote(i) && !repeats_words(i)) lines.push_back(i);
    }
    if (lines.size() == 1 && end - begin == 1) {
      keep_[begin] = !is_caption(forms_[begin]);
      return;
    }
    bool listed = begin > story_.begin && ends_with_colon(forms_[begin - 1]);
    for (const std::size_t line : lines) {
      const LineForm& form = forms_[line];
      if (is_related_line(form) || form.notice || form.legal) continue;
      const bool heading =
          form.words <= longest_heading_words &&
          (line + 1 == end ? heads_next(line, begin) : stands_alone(line) && line == begin);
      listed |= ends_with_colon(form);
      keep_[line] = listed || heading || form.ends_sentence || form.list_item;
      if (keep_[line]) continue;
      boxed_.push_back(line);
      box_bytes_ += form.text().size();
    }
  }

  /// Whether the last line of an interruption is set off from what stands over it: else it is the
  /// end of a box, or says who said a pulled quotation.
  bool heads_next(std::size_t line, std::size_t begin) const {
    const std::string& text = forms_[line].text();
    const bool quoted = text.front() == '\'' || text.front() == '"' || text.starts_with("\u2018") ||
                        text.starts_with("\u201C");
    return !set_apart_ || line == begin || forms_[line].line.after_blank ||
           forms_[line - 1].is_furniture() || quoted;
  }

  bool stands_alone(std::size_t line) const {
    return forms_[line].line.after_blank && forms_[line + 1].line.after_blank;
  }

  bool is_caption(const LineForm& form) const {
    return punctuated_ && form.words > longest_heading_words && !form.ends_sentence &&
           !form.list_item && !ends_with_colon(form) && !form.text().ends_with(',') &&
           !form.text().ends_with(';');
  }

  /// Words that another paragraph has again, without being a sentence: pulled out of the text.
  bool repeats_words(std::size_t i) const {
    const LineForm& form = forms_[i];
    return form.words >= shortest_pulled_words && !form.ends_sentence && is_near(form.cues(), i);
  }

  /// A quotation with its speaker, or alone, that repeats words of another paragraph.
  bool is_pulled_quote(std::size_t i) const {
    const std::string& text = forms_[i].text();
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
      if (alone && is_near(cue_form(text.substr(begin, end - begin)), i)) return true;
    }
    return false;
  }

  /// Whether a line near `i` has `words` (in cue form) inside of it.
  bool is_near(const std::string& words, std::size_t i) const {
    const std::size_t begin = i - std::min(i - story_.begin, pulled_quote_reach);
    const std::size_t end = std::min(story_.end, i + pulled_quote_reach + 1);
    for (std::size_t k = begin; k < end; ++k) {
      if (k != i && forms_[k].cues().find(words) != std::string::npos) return true;
    }
    return false;
  }

  const std::vector<LineForm>& forms_;
  StoryRegion story_;
  std::size_t bytes_ = 0;
  bool punctuated_ = false;  ///< nearly all paragraphs end in a full stop or the like
  bool set_apart_ = false;   ///< there are blank lines between paragraphs
  std::vector<bool> keep_;
  std::vector<std::size_t> boxed_;  ///< the lines of boxes
  std::size_t box_bytes_ = 0;
};

}  // namespace

std::vector<std::string> story_paragraphs(const std::vector<LineForm>& forms, StoryRegion story) {
  return ParagraphFilter(forms, story).run();
}

}  // namespace news
