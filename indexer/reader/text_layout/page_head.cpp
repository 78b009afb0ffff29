// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/page_head.hpp"

#include "indexer/reader/text_layout/outlet_name.hpp"
#include "indexer/reader/text_layout/page_authors.hpp"
#include "indexer/reader/text_layout/page_dates.hpp"
#include "indexer/reader/text_layout/page_title.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace news {

namespace {

/// The last part of a breadcrumb trail over the story; empty if there is none.
std::string section_of(const PageView& page) {
  // Chinese sites end the trail with "the text itself".
  static constexpr std::array<std::string_view, 2> not_sections = {"正文", "全文"};
  for (std::size_t i = 0; i < page.story.head_end; ++i) {
    if (!page.forms[i].breadcrumb) continue;
    const std::vector<std::string> crumbs = divided(page.forms[i].text());
    for (auto crumb = crumbs.rbegin(); crumb + 1 != crumbs.rend(); ++crumb) {
      if (std::find(not_sections.begin(), not_sections.end(), *crumb) != not_sections.end())
        continue;
      return *crumb;
    }
  }
  return {};
}

/// A line by itself between the byline and the date is the outlet's name; no_line if there is none.
std::size_t line_of_outlet(const PageView& page, std::size_t authors, std::size_t date) {
  if (authors == PageView::no_line || date == PageView::no_line) return PageView::no_line;
  const std::size_t between = std::min(authors, date) + 1;
  const bool alone = std::max(authors, date) == between + 1;
  if (!alone || page.forms[between].is_prose() || page.forms[between].ends_sentence) {
    return PageView::no_line;
  }
  return between;
}

/// The outlet, and the title without it.
void read_outlet(const PageView& page, PageTitle title, PageHead& head) {
  const std::string suffix = outlet_suffix(title.text, page.forms, title.line);
  head.outlet = std::move(title.outlet);
  // The page's own title may name a section, too: "The Post | World".
  const bool with_section = !page.masthead.empty() && head.outlet.starts_with(page.masthead);
  if ((head.outlet.empty() || with_section) && page.masthead != title.text) {
    head.outlet = page.masthead;
  }
  head.title = title.text.substr(0, title.text.size() - suffix.size());
  if (head.outlet.empty() && !suffix.empty()) head.outlet = divided_name(suffix);
}

}  // namespace

PageHead read_page_head(const std::vector<LineForm>& forms, StoryRegion story) {
  Vocabulary vocabulary(text_of(forms, story));
  const PageView page{
      .forms = forms,
      .story = story,
      .vocabulary = vocabulary,
      .masthead = looks_like_page(forms) ? find_outlet_name(forms, story.head_end, story.end) : ""};
  PageTitle title = find_page_title(page);
  PageDates dates = find_page_dates(page, title.line);
  PageAuthors authors = find_page_authors(page, title.line, dates.line);

  PageHead head;
  head.used.assign(forms.size(), false);
  for (const std::size_t line : title.used) head.used[line] = true;
  for (const std::size_t line : dates.used) head.used[line] = true;
  if (authors.line != PageView::no_line) head.used[authors.line] = true;
  head.published = dates.published;
  head.modified = dates.modified;
  head.authors = std::move(authors.names);
  head.section = section_of(page);
  read_outlet(page, std::move(title), head);
  const std::size_t outlet = line_of_outlet(page, authors.line, dates.line);
  if (head.outlet.empty() && outlet != PageView::no_line) {
    head.outlet = forms[outlet].text();
    head.used[outlet] = true;
  }
  return head;
}

}  // namespace news
