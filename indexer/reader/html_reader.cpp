// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/html_tag.hpp"
#include "indexer/reader/formats.hpp"
#include "indexer/reader/framers.hpp"
#include "indexer/reader/page/page.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>

namespace news {

namespace {

bool starts_with(std::string_view text, std::string_view lower) {
  return ascii::equals_ignoring_case(text.substr(0, lower.size()), lower);
}

/// Takes everything up to and with `end` off the front of `text`.
std::string_view behind(std::string_view text, std::string_view end) {
  const std::size_t at = text.find(end);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

/// What comes after a byte order mark, white space, comments and processing instructions.
std::string_view first_markup(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (true) {
    text = ascii::trim(text);
    if (text.starts_with("<!--")) {
      text = behind(text, "-->");
    } else if (text.starts_with("<?")) {
      text = behind(text, ">");
    } else {
      return text;
    }
  }
}

/// The name of the tag at the start of `text`; empty if there is none.
std::string tag_name(std::string_view text) {
  if (!text.starts_with('<')) return {};
  text.remove_prefix(1);
  const auto is_name_char = [](char c) { return ascii::is_alnum(c) || c == ':' || c == '-'; };
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_char);
  if (end == text.end() || (*end != '>' && *end != '/' && !ascii::is_space(*end))) return {};
  return ascii::to_lower(text.substr(0, static_cast<std::size_t>(end - text.begin())));
}

/// Tags that a page begins with, and that no feed or wire story does.
bool begins_page(std::string_view name) {
  constexpr std::array<std::string_view, 13> names = {
      "html", "head", "body", "meta", "title",   "link",  "script",
      "div",  "p",    "h1",   "main", "article", "table",
  };
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A fragment: some tag of HTML anywhere in it.
bool has_markup(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string name = tag_name(text.substr(at));
    if (!name.empty() && html_tag(name) != HtmlTag::other) return true;
  }
  return false;
}

bool is_named_as_page(std::string_view name) {
  constexpr std::array<std::string_view, 5> endings = {".html", ".htm", ".xhtml", ".shtml", ".xht"};
  const std::string lower = ascii::to_lower(name);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// Web pages. A file is one page; docs/extraction.md tells how the article is found in it.
class HtmlReader : public Reader {
 public:
  std::string_view name() const override { return "html"; }

  bool recognizes(const Sample& sample) const override {
    const std::string_view start = first_markup(sample.head);
    if (starts_with(start, "<!doctype")) {
      const std::string_view type = ascii::trim(start.substr(std::string_view("<!doctype").size()));
      return starts_with(type, "html") && (type.size() == 4 || !ascii::is_alnum(type[4]));
    }
    return begins_page(tag_name(start)) ||
           (is_named_as_page(sample.name) && has_markup(sample.head));
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return frame_whole(input);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    std::vector<Parsed> parsed;
    parsed.push_back(read_page(record.bytes));
    return parsed;
  }
};

}  // namespace

std::unique_ptr<Reader> make_html_reader() { return std::make_unique<HtmlReader>(); }

}  // namespace news
