// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/framers.hpp"
#include "indexer/reader/text_layout/cues.hpp"
#include "indexer/reader/text_layout/line_form.hpp"
#include "indexer/reader/text_layout/page_head.hpp"
#include "indexer/reader/text_layout/story_paragraphs.hpp"
#include "indexer/reader/text_layout/story_region.hpp"
#include "news/article/dateline.hpp"
#include "news/text/encoding.hpp"
#include "news/text/language.hpp"

namespace news {

namespace {

void add_paragraph(const std::string& text, std::string& body) {
  if (!body.empty()) body.push_back('\n');
  body += text;
}

/// What a wire story says of itself in its first line, or below its slug lines.
void take_dateline(Article& article) {
  auto dateline = find_dateline(article.body);
  if (!dateline) return;
  // The language tells how a date of figures is read, and no more.
  if (dateline->published) dateline = find_dateline(article.body, detect_language(article.body));
  for (std::string& name : place_names(dateline->place)) article.topics.push_back(std::move(name));
  if (article.outlet.empty()) article.outlet = dateline->agency;
  if (!article.published) article.published = dateline->published;
}

/// Plain text: a saved page with its furniture, or a story alone. docs/plain-text.md tells how the
/// two are taken apart.
///
///   text -> lines (unwrapped) -> their forms -> the story's region -> its paragraphs
///                                           \-> the head: title, dates, authors, outlet
class TextReader : public Reader {
 public:
  std::string_view name() const override { return "text"; }

  bool recognizes(const Sample& /*sample*/) const override { return true; }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return frame_whole(input);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    const auto forms = line_forms(split_text_lines(decode_text(record.bytes).text));
    if (forms.empty()) return {Unreadable{"no text"}};
    const StoryRegion story = find_story(forms);
    Article article;
    if (story.empty()) {
      // A list, a table, a poem: all of it, under its first line.
      for (const LineForm& form : forms) add_paragraph(form.text(), article.body);
      return {std::move(article)};
    }
    PageHead head = read_page_head(forms, story);
    article.title = std::move(head.title);
    article.authors = std::move(head.authors);
    article.published = head.published;
    article.modified = head.modified;
    article.outlet = std::move(head.outlet);
    article.section = std::move(head.section);
    if (looks_like_page(forms)) {
      for (const std::string& text : story_paragraphs(forms, story)) {
        add_paragraph(text, article.body);
      }
    } else {
      const bool ends_in_mark = forms.back().is(Cue::end_mark) || forms.back().legal;
      for (std::size_t i = 0; i < forms.size() - (ends_in_mark ? 1 : 0); ++i) {
        if (!head.used[i]) add_paragraph(forms[i].text(), article.body);
      }
    }
    take_dateline(article);
    return {std::move(article)};
  }
};

}  // namespace

std::unique_ptr<Reader> make_text_reader() { return std::make_unique<TextReader>(); }

}  // namespace news
