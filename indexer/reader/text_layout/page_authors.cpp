// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/page_authors.hpp"

#include "indexer/reader/text_layout/cues.hpp"
#include "news/article/byline.hpp"
#include "news/base/ascii.hpp"
#include "news/text/letter_case.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace news {

namespace {

class AuthorFinder {
 public:
  AuthorFinder(const PageView& page, std::size_t title_line, std::size_t date_line)
      : page_(page),
        forms_(page.forms),
        story_(page.story),
        title_line_(title_line),
        date_line_(date_line) {}

  PageAuthors run() {
    search();
    return std::move(found_);
  }

 private:
  void search() {
    for (std::size_t i = 0; i < story_.head_end && found_.names.empty(); ++i) {
      if (i != title_line_ && is_byline(forms_[i])) take_authors(i, authors_of(forms_[i].text()));
    }
    for (std::size_t i = 0; i < story_.head_end && found_.names.empty(); ++i) {
      if (!forms_[i].date_line) continue;
      const std::size_t byline = find_byline_inside(forms_[i].text());
      if (byline != PageView::no_line) take_authors(i, authors_of(forms_[i].text().substr(byline)));
    }
    if (!found_.names.empty() || title_line_ == PageView::no_line) return;
    for (std::size_t i = title_line_ + 1; i < story_.head_end; ++i) {
      const bool near_title = i - title_line_ <= 2;
      const bool near_date =
          date_line_ != PageView::no_line && (i + 1 == date_line_ || i == date_line_ + 1);
      if (!near_title && !near_date) continue;
      std::vector<std::string> names = names_in(forms_[i]);
      if (!names.empty()) return take_authors(i, std::move(names));
    }
  }

  void take_authors(std::size_t line, std::vector<std::string> authors) {
    found_.names = std::move(authors);
    found_.line = line;
  }

  /// Where a byline begins behind other things in a line.
  static std::size_t find_byline_inside(const std::string& text) {
    for (std::size_t at = text.find(' '); at != PageView::no_line; at = text.find(' ', at + 1)) {
      if (byline_opening(std::string_view(text).substr(at + 1)) > 0) return at + 1;
    }
    return PageView::no_line;
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
      return looks_like_name(name) && !page_.vocabulary.has_phrase(name);
    });
    return all_names ? names : std::vector<std::string>();
  }

  static bool looks_like_name(std::string_view name) {
    constexpr std::size_t most_words = 4;
    std::size_t words = 0;
    for (std::size_t at = 0; at < name.size(); ++words) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      const std::string_view word = name.substr(at, end - at);
      if (!starts_upper(word) || word.find_first_of("0123456789:/\"") != PageView::no_line)
        return false;
      at = end + 1;
    }
    return words >= 2 && words <= most_words;
  }

  const PageView& page_;
  const std::vector<LineForm>& forms_;
  StoryRegion story_;
  std::size_t title_line_;
  std::size_t date_line_;
  PageAuthors found_;
};

}  // namespace

bool is_byline(const LineForm& form) {
  constexpr std::size_t longest_byline_words = 16;
  return byline_opening(form.text()) > 0 && form.words <= longest_byline_words &&
         !form.ends_sentence;
}

PageAuthors find_page_authors(const PageView& page, std::size_t title_line, std::size_t date_line) {
  return AuthorFinder(page, title_line, date_line).run();
}

}  // namespace news
