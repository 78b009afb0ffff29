// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/framers.hpp"
#include "indexer/reader/markup.hpp"
#include "indexer/reader/sgml_text.hpp"
#include "indexer/reader/tag_list.hpp"
#include "news/article/byline.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/text/encoding.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace news {

namespace {

constexpr std::string_view open_tag = "<REUTERS";

/// The lists that say what a story is about.
constexpr std::array<std::string_view, 6> topic_lists = {"TOPICS", "PLACES",    "PEOPLE",
                                                         "ORGS",   "EXCHANGES", "COMPANIES"};

/// A story with its tags.
class Story {
 public:
  explicit Story(std::string_view text) : text_(text), tags_(text) {}

  ByteRange all() const { return {0, text_.size()}; }
  std::string_view text(ByteRange range) const { return range.in(text_); }

  std::optional<ByteRange> element(std::string_view name, ByteRange range) const {
    return tags_.element(name, range);
  }

  /// The text of an element, without references; empty if there is none.
  std::string field(std::string_view name, ByteRange range) const {
    const auto found = element(name, range);
    return found ? resolve_references(text(*found)) : std::string();
  }

  /// What stands in the opening tag of `name` and behind it.
  std::string_view from_tag(std::string_view name) const {
    return text_.substr(tags_.open_tag(name, all()).value_or(text_.size()));
  }

 private:
  std::string_view text_;
  TagList tags_;
};

/// Of the tag at the start of `text`.
std::string_view attribute(std::string_view text, std::string_view name) {
  const std::string_view tag = text.substr(0, text.find('>'));
  for (std::size_t at = tag.find(' '); at != std::string_view::npos; at = tag.find(' ', at + 1)) {
    const std::string_view rest = tag.substr(at + 1);
    if (!ascii::equals_ignoring_case(rest.substr(0, name.size()), name)) continue;
    if (!rest.substr(name.size()).starts_with("=\"")) continue;
    const std::string_view value = rest.substr(name.size() + 2);
    return value.substr(0, value.find('"'));
  }
  return {};
}

/// A BRIEF is a headline; the collection fills its text with "Blah blah blah.".
bool is_brief(const Story& story) {
  return ascii::equals_ignoring_case(attribute(story.from_tag("TEXT"), "type"), "BRIEF");
}

void add_list(const Story& story, std::string_view name, std::vector<std::string>& topics) {
  auto list = story.element(name, story.all());
  if (!list) return;
  while (const auto entry = story.element("D", *list)) {
    topics.push_back(resolve_references(story.text(*entry)));
    list->begin = entry->end;
  }
}

/// "By Jane Doe, Reuters": the agency is one word behind a comma.
std::vector<std::string> authors_in(std::string byline) {
  fold_whitespace_in_place(byline);
  const std::size_t comma = byline.rfind(", ");
  if (comma != std::string::npos && byline.find(' ', comma + 2) == std::string::npos) {
    byline.resize(comma);
  }
  return authors_of(byline);
}

/// Takes the agency's name that closes a story on a line of its own; empty if none does.
std::string take_sign_off(std::string& body) {
  constexpr std::size_t longest = 24;
  const std::size_t line = body.rfind('\n');
  if (line == std::string::npos || body.size() - line > longest) return {};
  const std::string last = body.substr(line + 1);
  const auto is_name_char = [](char c) { return ascii::is_alpha(c) || c == ' '; };
  if (!ascii::is_alpha(last.front()) || !std::all_of(last.begin(), last.end(), is_name_char)) {
    return {};
  }
  body.resize(line);
  return last;
}

/// The text of a story; `range` is what stands in its TEXT element.
std::string body_of(const Story& story, ByteRange range) {
  if (const auto body = story.element("BODY", range)) {
    std::string dateline = story.field("DATELINE", range);
    fold_whitespace_in_place(dateline);
    std::string text = join_wrapped_lines(resolve_references(story.text(*body)));
    if (dateline.empty() || text.empty()) return text;
    return std::move(dateline.append(" ").append(text));
  }
  // An unprocessed story is the text behind the elements, if there are any.
  const std::string_view text = story.text(range);
  const std::size_t last_tag = text.rfind("</");
  const std::size_t begin = last_tag == std::string_view::npos ? 0 : text.find('>', last_tag) + 1;
  return join_wrapped_lines(resolve_references(text.substr(begin)));
}

/// Whether nothing but spaces stands before `at` on its line.
bool begins_line(std::string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).find_last_not_of(" \t");
  return before == std::string_view::npos || text[before] == '\n' || text[before] == '\r';
}

/// The files of the Reuters-21578 collection, and others in their form.
class ReutersSgmlReader : public Reader {
 public:
  std::string_view name() const override { return "reuters"; }

  /// By a story that begins on its own line, not where: the front of the file may be cut off.
  bool recognizes(const Sample& sample) const override {
    std::size_t at = find_open_tag(sample.head, open_tag);
    while (at != std::string_view::npos && !begins_line(sample.head, at)) {
      at = find_open_tag(sample.head, open_tag, at + 1);
    }
    return at != std::string_view::npos;
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return frame_elements(
        input, {.open = std::string(open_tag), .close = "</REUTERS>", .enough = "</TEXT>"});
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    const std::string bytes = decode_text(record.bytes).text;
    const Story story(bytes);
    std::vector<Parsed> parsed;
    if (const auto text = story.element("TEXT", story.all())) {
      parsed.emplace_back(article_of(story, *text));
    } else {
      parsed.emplace_back(Unreadable{"no TEXT element"});
    }
    return parsed;
  }

 private:
  Article article_of(const Story& story, ByteRange text) const {
    Article article;
    article.id = attribute(story.text(story.all()), "newid");
    article.language = language_;
    article.title = story.field("TITLE", text);
    article.authors = authors_in(story.field("AUTHOR", text));
    article.published = parse_date(story.field("DATE", story.all()), article.language);
    for (const std::string_view list : topic_lists) add_list(story, list, article.topics);
    if (!is_brief(story)) article.body = body_of(story, text);
    const std::string sign_off = take_sign_off(article.body);
    article.outlet =
        sign_off.empty() || ascii::to_lower(sign_off).starts_with("reuter") ? "Reuters" : sign_off;
    return article;
  }

  Language language_ = Language::parse("en").value();  // the collection's
};

}  // namespace

std::unique_ptr<Reader> make_reuters_sgml_reader() { return std::make_unique<ReutersSgmlReader>(); }

}  // namespace news
