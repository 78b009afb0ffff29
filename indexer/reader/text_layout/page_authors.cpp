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
      if (i != title_line_ && is_byline(forms_[i])) take_byline(i, forms_[i].text());
    }
    for (std::size_t i = 0; i < story_.head_end && found_.names.empty(); ++i) {
      if (!forms_[i].date_line) continue;
      const std::size_t byline = find_byline_inside(forms_[i].text());
      if (byline != PageView::no_line) take_byline(i, forms_[i].text().substr(byline));
    }
    if (title_line_ == PageView::no_line) return;
    for (std::size_t i = title_line_ + 1; i < story_.head_end && found_.names.empty(); ++i) {
      take_names(i, i == date_line_ ? name_before_date(forms_[i]) : names_in_line(i));
    }
  }

  void take_names(std::size_t line, std::vector<std::string> names) {
    if (names.empty()) return;
    found_.names = std::move(names);
    found_.line = line;
  }

  /// Takes the names of a byline. One without any ("By a staff reporter") is still no part of the
  /// story, but what only opens like one ("By the river") may be.
  void take_byline(std::size_t line, std::string_view byline) {
    std::vector<std::string> names = authors_of(byline);
    if (names.empty()) found_.line = line;
    for (std::string& name : names) name = without_outlet(std::move(name));
    std::erase_if(names, [this](const std::string& name) { return is_common_word(name); });
    take_names(line, std::move(names));
  }

  /// "Jane Doe The Post" to "Jane Doe", where the page is The Post's.
  std::string without_outlet(std::string name) const {
    const std::size_t at = page_.masthead.empty() ? 0 : name.find(" " + page_.masthead);
    return at == std::string::npos ? name : name.substr(0, at == 0 ? name.size() : at);
  }

  /// Whether something begins with a small word that names have not: "the river".
  bool is_common_word(std::string_view name) const {
    return starts_lower(name) && page_.vocabulary.is_stop_word(name.substr(0, name.find(' '))) &&
           !is_particle(name.substr(0, name.find(' ')));
  }

  /// What names of many languages begin with in small letters.
  static bool is_particle(std::string_view word) {
    static constexpr std::array<std::string_view, 12> particles = {
        "de", "von", "van", "da", "del", "di", "du", "la", "le", "el", "al", "dos"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
  }

  /// Where a byline begins behind other things in a line.
  static std::size_t find_byline_inside(const std::string& text) {
    for (std::size_t at = text.find(' '); at != PageView::no_line; at = text.find(' ', at + 1)) {
      if (byline_opening(std::string_view(text).substr(at + 1)) > 0) return at + 1;
    }
    return PageView::no_line;
  }

  /// The names in a line that is only names, maybe with a place or post behind them: "Jane Doe",
  /// "Jane Doe, Economics Editor", "Jane Doe in Tokyo".
  std::vector<std::string> names_in_line(std::size_t i) const {
    static constexpr std::array<std::string_view, 6> ends = {",",     "|",   " in ",
                                                             " aus ", " à ", " en "};
    constexpr std::size_t reach = 2;
    const LineForm& form = forms_[i];
    const bool name_and_place = form.menu && form.line.columns == 2;
    if (form.date_line || form.notice || form.legal) return {};
    if (form.is_furniture() && !name_and_place) return {};
    std::string_view line = form.text();
    for (const std::string_view end : ends) line = line.substr(0, line.find(end));
    const bool has_more = line.size() < form.text().size();
    const bool believed = is_at_date(i) || (i - title_line_ <= reach && has_more) || heads_story(i);
    return believed ? all_names(authors_of(ascii::trim(line))) : std::vector<std::string>();
  }

  bool is_at_date(std::size_t i) const {
    return date_line_ != PageView::no_line && (i + 1 == date_line_ || i == date_line_ + 1);
  }

  /// Whether a line stands right under the title, heads no list, as a label does (a post below a
  /// name is none), and shares no word with the story, as a heading does.
  bool heads_story(std::size_t i) const {
    if (i != title_line_ + 1) return false;
    const LineForm* const next = i + 1 < forms_.size() ? &forms_[i + 1] : nullptr;
    const bool heads_list = next != nullptr && !next->line.after_blank && !next->credit &&
                            !next->is_prose() && !authors_of(next->text()).empty();
    return (!heads_list || !looks_like_page(forms_)) &&
           page_.vocabulary.overlap(forms_[i].text()).shared == 0;
  }

  /// "JANE DOE | Tokyo | 26/09/2005"; a name that another line has, too, is a section's.
  std::vector<std::string> name_before_date(const LineForm& form) const {
    constexpr std::size_t name_place_date = 3;
    const std::vector<std::string> parts = divided(form.text());
    if (parts.size() != name_place_date) return {};
    const auto has_name = [&parts](const LineForm& other) {
      return other.text().find(parts.front()) != std::string::npos;
    };
    const auto lines = std::count_if(forms_.begin(), forms_.end(), has_name);
    return lines == 1 ? all_names({parts.front()}) : std::vector<std::string>();
  }

  /// The names, if all of them are. One that the story has is a caption.
  std::vector<std::string> all_names(std::vector<std::string> names) const {
    const bool all = std::all_of(names.begin(), names.end(), [this](const std::string& name) {
      return looks_like_name(name) && !page_.vocabulary.has_phrase(name) &&
             !has_cue(Cue::medium, cue_form(name)) &&
             !page_.vocabulary.is_stop_word(name.substr(0, name.find(' ')));
    });
    return all ? std::move(names) : std::vector<std::string>();
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
  constexpr std::size_t longest_byline_words = 20;
  return byline_opening(form.text()) > 0 && form.words <= longest_byline_words &&
         !form.ends_sentence;
}

PageAuthors find_page_authors(const PageView& page, std::size_t title_line, std::size_t date_line) {
  return AuthorFinder(page, title_line, date_line).run();
}

}  // namespace news
