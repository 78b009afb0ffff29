// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/html_text.hpp"

#include "indexer/markup/character_reference.hpp"
#include "indexer/markup/html_tag.hpp"
#include "news/base/ascii.hpp"
#include "news/text/whitespace.hpp"

#include <utility>
#include <vector>

namespace news {

namespace {

/// Gathers lines. White space in the source is never the end of one.
class Lines {
 public:
  void add(std::string_view text) { line_ += text; }
  void add_space() { line_ += ' '; }

  void end_line() {
    const std::string line = fold_whitespace(std::exchange(line_, {}));
    if (line.empty()) return;
    if (!text_.empty()) text_ += '\n';
    text_ += line;
  }

  std::string take() {
    end_line();
    return std::move(text_);
  }

 private:
  std::string line_;
  std::string text_;
};

Markup markup_of_reference(std::string_view rest) {
  return read_character_reference(rest) ? Markup::in_lines : Markup::none;
}

/// Of what begins with "<".
Markup markup_of_tag(std::string_view rest) {
  if (rest.starts_with("<!--") || rest.starts_with("<![")) return Markup::in_lines;
  constexpr std::size_t longest_name = 16;
  const bool closes = rest.starts_with("</");
  const std::size_t begin = closes ? 2 : 1;
  std::size_t end = begin;
  const auto in_name = [](char c) { return ascii::is_alnum(c) || c == '-'; };
  while (end < rest.size() && end < longest_name && in_name(rest[end])) ++end;
  const bool named =
      end < rest.size() && (ascii::is_space(rest[end]) || rest[end] == '>' || rest[end] == '/');
  if (!named) return Markup::none;
  const HtmlTag tag = html_tag(ascii::to_lower(rest.substr(begin, end - begin)));
  if (tag == HtmlTag::other) return closes && end > begin ? Markup::in_lines : Markup::none;
  return tag == HtmlTag::br || is_block(tag) ? Markup::blocks : Markup::in_lines;
}

}  // namespace

std::string text_of(const HtmlDocument& document, NodeId node) {
  Lines lines;
  std::vector<NodeId> blocks;  // the ends of those that are open
  const NodeId end = document[node].end;
  for (NodeId at = node; at < end;) {
    while (!blocks.empty() && blocks.back() <= at) {
      blocks.pop_back();
      lines.end_line();
    }
    const HtmlTag tag = document[at].tag;
    if (is_unseen(tag) && at != node) {
      at = document[at].end;
      continue;
    }
    if (tag == HtmlTag::text) {
      lines.add(document[at].text);
    } else if (tag == HtmlTag::br) {
      lines.end_line();
    } else if (tag == HtmlTag::td || tag == HtmlTag::th) {
      lines.add_space();
    } else if (is_block(tag)) {
      lines.end_line();
      blocks.push_back(document[at].end);
    }
    ++at;
  }
  return lines.take();
}

std::string html_to_text(std::string_view html) {
  return text_of(HtmlDocument::parse(html), HtmlDocument::root);
}

Markup markup_in(std::string_view text) {
  // Most texts have neither, and one character is found fast.
  if (text.find('<') == text.npos && text.find('&') == text.npos) return Markup::none;
  Markup most = Markup::none;
  for (std::size_t at = text.find_first_of("<&"); at != text.npos;
       at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at);
    const Markup found = rest.front() == '&' ? markup_of_reference(rest) : markup_of_tag(rest);
    if (found == Markup::blocks) return found;
    if (found != Markup::none) most = found;
  }
  return most;
}

}  // namespace news
