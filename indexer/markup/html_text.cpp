// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/html_text.hpp"

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

}  // namespace news
