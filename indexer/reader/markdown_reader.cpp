// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/article_fields.hpp"
#include "indexer/reader/formats.hpp"
#include "indexer/reader/framers.hpp"
#include "indexer/reader/markdown/front_matter.hpp"
#include "indexer/reader/markdown/markdown_text.hpp"
#include "news/base/ascii.hpp"
#include "news/text/encoding.hpp"

#include <utility>

namespace news {

namespace {

bool named_as_markdown(std::string_view name) {
  const std::string lower = ascii::to_lower(name);
  return lower.ends_with(".md") || lower.ends_with(".markdown");
}

/// Markdown with what programs that make sites of it put in front.
class MarkdownReader : public Reader {
 public:
  std::string_view name() const override { return "markdown"; }

  bool recognizes(const Sample& sample) const override {
    if (named_as_markdown(sample.name)) return true;
    return find_front_matter(sample.head).has_value();
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return frame_whole(input);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    const std::string text = decode_text(record.bytes).text;
    ArticleFields fields;
    std::string_view body = text;
    if (const auto matter = find_front_matter(text)) {
      body.remove_prefix(matter->length);
      set_front_matter(*matter, fields);
    }
    MarkdownText written = markdown_text(body);
    fields.set("maintext", {std::move(written.text)});
    if (!fields.has_title()) fields.set("title", {std::move(written.title)});
    if (!fields.is_article()) return {Unreadable{"no text"}};
    Article article = fields.article();
    // The heading that says the title again is none of the text.
    if (!article.title.empty() && article.body.starts_with(article.title + "\n")) {
      article.body.erase(0, article.title.size() + 1);
    }
    return {std::move(article)};
  }
};

}  // namespace

std::unique_ptr<Reader> make_markdown_reader() { return std::make_unique<MarkdownReader>(); }

}  // namespace news
