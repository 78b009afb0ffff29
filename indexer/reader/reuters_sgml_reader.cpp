// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/framers.hpp"
#include "indexer/reader/markup.hpp"
#include "news/article/byline.hpp"
#include "news/article/dates.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"
#include "news/text/encoding.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace news {

namespace {

constexpr std::string_view open_tag = "<REUTERS";

/// The lists that say what a story is about.
constexpr std::array<std::string_view, 6> topic_lists = {"TOPICS", "PLACES",    "PEOPLE",
                                                         "ORGS",   "EXCHANGES", "COMPANIES"};

/// Resolves one character reference at the start of `text`; nothing if there is none.
struct Reference {
  char32_t character = 0;
  std::size_t length = 0;
};

std::optional<Reference> read_reference(std::string_view text) {
  constexpr std::size_t longest = 10;
  const std::size_t end = text.substr(0, longest).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  if (name == "lt") return Reference{U'<', end + 1};
  if (name == "gt") return Reference{U'>', end + 1};
  if (name == "amp") return Reference{U'&', end + 1};
  if (name == "quot") return Reference{U'"', end + 1};
  if (name == "apos") return Reference{U'\'', end + 1};
  if (!name.starts_with('#')) return std::nullopt;
  unsigned number = 0;
  const auto parsed = std::from_chars(name.data() + 1, name.data() + name.size(), number);
  const bool is_number = parsed.ec == std::errc() && parsed.ptr == name.data() + name.size();
  const bool is_surrogate = number >= 0xD800 && number <= 0xDFFF;
  if (!is_number || is_surrogate || number > 0x10FFFF) return std::nullopt;
  return Reference{number, end + 1};
}

/// Text without references. Those to control characters, which mark up the wire, become spaces.
std::string resolve(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto reference = text[at] == '&' ? read_reference(text.substr(at)) : std::nullopt;
    if (!reference) {
      out.push_back(text[at++]);
      continue;
    }
    const bool control = reference->character < U' ' || reference->character == 0x7F;
    utf8::append(out, control ? U' ' : reference->character);
    at += reference->length;
  }
  return out;
}

/// What stands between <NAME> or <NAME attributes> and </NAME>, in any case; nothing if there is no
/// such element.
std::optional<std::string_view> element(std::string_view text, std::string_view name) {
  const std::size_t begin = find_open_tag(text, "<" + std::string(name));
  const std::size_t tag_end = text.find('>', begin);
  if (begin == std::string_view::npos || tag_end == std::string_view::npos) return std::nullopt;
  const std::size_t end = find_tag(text, "</" + std::string(name) + ">", tag_end);
  return text.substr(tag_end + 1, end == std::string_view::npos ? end : end - tag_end - 1);
}

/// Of the tag at the start of `text`; `name` in small letters.
std::string attribute(std::string_view text, std::string_view name) {
  const std::string_view tag = text.substr(0, text.find('>'));
  const std::string start = " " + std::string(name) + "=\"";
  const std::size_t at = ascii::to_lower(tag).find(start);
  if (at == std::string_view::npos) return {};
  const std::string_view value = tag.substr(at + start.size());
  return std::string(value.substr(0, value.find('"')));
}

/// A BRIEF is a headline; the collection fills its text with "Blah blah blah.".
bool is_brief(std::string_view story) {
  const std::size_t tag = std::min(find_open_tag(story, "<TEXT"), story.size());
  return ascii::equals_ignoring_case(attribute(story.substr(tag), "type"), "BRIEF");
}

void add_list(std::string_view list, std::vector<std::string>& topics) {
  while (const auto entry = element(list, "D")) {
    topics.push_back(resolve(*entry));
    list.remove_prefix(static_cast<std::size_t>(entry->data() - list.data()) + entry->size());
  }
}

/// The wire breaks lines anywhere and indents the first line of a paragraph.
std::string joined_paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    if (!out.empty()) out.push_back(indented || ascii::trim(line).empty() ? '\n' : ' ');
    out += ascii::trim(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return fold_paragraphs(out);
}

/// "By Jane Doe, Reuters": the agency is one word behind a comma.
std::vector<std::string> authors_in(std::string_view element) {
  std::string byline = fold_whitespace(resolve(element));
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

std::string body_of(std::string_view text) {
  if (const auto body = element(text, "BODY")) {
    const std::string dateline = fold_whitespace(resolve(element(text, "DATELINE").value_or("")));
    const std::string story = joined_paragraphs(resolve(*body));
    return dateline.empty() || story.empty() ? story : dateline + " " + story;
  }
  // An unprocessed story is the text behind the elements, if there are any.
  const std::size_t last_tag = text.rfind("</");
  const std::size_t begin = last_tag == std::string_view::npos ? 0 : text.find('>', last_tag) + 1;
  return joined_paragraphs(resolve(text.substr(begin)));
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
    const std::string story = decode_text(record.bytes).text;
    const auto text = element(story, "TEXT");
    if (!text) return {Unreadable{"no TEXT element"}};
    Article article;
    article.id = attribute(story, "newid");
    article.language = *Language::parse("en");  // the collection is
    article.title = resolve(element(*text, "TITLE").value_or(""));
    article.authors = authors_in(element(*text, "AUTHOR").value_or(""));
    article.published = parse_date(resolve(element(story, "DATE").value_or("")), article.language);
    for (const std::string_view list : topic_lists) {
      add_list(element(story, list).value_or(""), article.topics);
    }
    if (!is_brief(story)) article.body = body_of(*text);
    const std::string sign_off = take_sign_off(article.body);
    article.outlet =
        sign_off.empty() || ascii::to_lower(sign_off).starts_with("reuter") ? "Reuters" : sign_off;
    return {std::move(article)};
  }
};

}  // namespace

std::unique_ptr<Reader> make_reuters_sgml_reader() { return std::make_unique<ReutersSgmlReader>(); }

}  // namespace news
