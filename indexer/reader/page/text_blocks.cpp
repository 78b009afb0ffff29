// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/text_blocks.hpp"

#include "news/base/ascii.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace news {

namespace {

/// Shorter text is prose only if it is a sentence, and none below the lesser bound.
constexpr unsigned sure_prose_weight = 140;
constexpr unsigned least_prose_weight = 45;
constexpr double most_links_in_prose = 0.4;
constexpr unsigned enough_beside_links = 60;

/// Marks that end sentences, and those that may stand behind them.
constexpr std::array<std::string_view, 14> sentence_ends = {".", "!", "?", "…", "。", "！", "？",
                                                            "।", "۔", "؟", "።", "։",  ":",  "．"};
constexpr std::array<std::string_view, 14> closers = {"\"", "'", ")",  "]",  "”",  "’", "»",
                                                      "«",  "“", "」", "』", "）", "›", "‘"};

template <std::size_t size>
bool take_last(std::string_view& text, const std::array<std::string_view, size>& marks) {
  const auto found = std::find_if(marks.begin(), marks.end(),
                                  [&](std::string_view mark) { return text.ends_with(mark); });
  if (found != marks.end()) text.remove_suffix(found->size());
  return found != marks.end();
}

bool is_prose(const TextBlock& block) {
  if (block.heading || block.weight < least_prose_weight) return false;
  const unsigned own_weight = block.weight - block.link_weight;
  if (block.link_density() > most_links_in_prose && own_weight < enough_beside_links) return false;
  return block.weight >= sure_prose_weight || ends_sentence(block.text);
}

bool is_heading(HtmlTag tag) {
  return tag == HtmlTag::h1 || tag == HtmlTag::h2 || tag == HtmlTag::h3 || tag == HtmlTag::h4 ||
         tag == HtmlTag::h5 || tag == HtmlTag::h6;
}

/// Nothing of these is text of the page, though some of it can be seen.
bool is_passed_over(HtmlTag tag) {
  return is_unseen(tag) || tag == HtmlTag::noscript || tag == HtmlTag::button ||
         tag == HtmlTag::input || tag == HtmlTag::optgroup || tag == HtmlTag::option ||
         tag == HtmlTag::progress || tag == HtmlTag::title;
}

/// What the elements that are open make of a text.
struct Surroundings {
  NodeId container = 0;
  bool link = false;
  bool heading = false;
  bool item = false;
  bool quote = false;
  bool in_table = false;
  bool caption = false;
};

class Cutter {
 public:
  explicit Cutter(const HtmlDocument& document) : document_(document) {}

  std::vector<TextBlock> cut() {
    for (NodeId at = 0; at < document_.size();) {
      leave_up_to(at);
      const HtmlDocument::Node& node = document_[at];
      if (node.tag == HtmlTag::text) {
        add_text(at);
      } else if (is_passed_over(node.tag)) {
        at = node.end;
        continue;
      } else {
        enter(at);
      }
      ++at;
    }
    end_block();
    return std::move(blocks_);
  }

 private:
  struct Open {
    NodeId end = 0;
    bool block = false;
    Surroundings outside;
  };

  void enter(NodeId at) {
    const HtmlDocument::Node& node = document_[at];
    if (node.tag == HtmlTag::br) {
      if (++breaks_ > 1) end_block();
      if (breaks_ == 1) block_.text += '\n';
      return;
    }
    if (node.tag == HtmlTag::td || node.tag == HtmlTag::th) block_.text += ' ';
    const bool block = is_block(node.tag);
    if (block) end_block();
    open_.push_back({node.end, block, around_});
    if (block) around_.container = at;
    around_.link |= node.tag == HtmlTag::a;
    around_.heading |= is_heading(node.tag);
    around_.item |= node.tag == HtmlTag::li || node.tag == HtmlTag::dd || node.tag == HtmlTag::dt;
    around_.quote |= node.tag == HtmlTag::blockquote;
    around_.in_table |= node.tag == HtmlTag::table;
    around_.caption |= node.tag == HtmlTag::figcaption || node.tag == HtmlTag::caption;
  }

  void leave_up_to(NodeId at) {
    while (!open_.empty() && open_.back().end <= at) {
      if (open_.back().block) end_block();
      around_ = open_.back().outside;
      open_.pop_back();
    }
  }

  void add_text(NodeId at) {
    const std::string_view text = document_[at].text;
    if (text.find_first_not_of(" \t\r\n\f") == std::string_view::npos) {
      block_.text += ' ';
      return;
    }
    breaks_ = 0;
    if (block_.weight == 0) {
      block_.begin = at;
      block_.container = around_.container;
      block_.heading = around_.heading;
      block_.item = around_.item;
      block_.quote = around_.quote;
      block_.in_table = around_.in_table;
      block_.caption = around_.caption;
    }
    block_.end = at + 1;
    const unsigned weight = text_weight(text);
    block_.weight += weight;
    if (around_.link) block_.link_weight += weight;
    // A line end in the source is only a space; in the block it is a <br>.
    const std::size_t start = block_.text.size();
    block_.text += text;
    std::replace_if(
        block_.text.begin() + static_cast<std::ptrdiff_t>(start), block_.text.end(),
        [](char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\v'; }, ' ');
  }

  void end_block() {
    TextBlock block = std::exchange(block_, {});
    if (block.weight == 0) return;
    fold_paragraphs_in_place(block.text);
    if (block.text.empty()) return;
    block.prose = is_prose(block);
    blocks_.push_back(std::move(block));
  }

  const HtmlDocument& document_;
  std::vector<TextBlock> blocks_;
  std::vector<Open> open_;
  Surroundings around_;
  TextBlock block_;
  int breaks_ = 0;
};

}  // namespace

unsigned text_weight(std::string_view text) {
  // By the first bytes of characters in UTF-8; white space does not count.
  unsigned weight = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || (byte & 0xC0U) == 0x80U) continue;
    weight += byte >= 0xE3U ? 2 : 1;
  }
  return weight;
}

bool ends_sentence(std::string_view text) {
  text = ascii::trim(text);
  while (take_last(text, closers)) text = ascii::trim(text);
  return take_last(text, sentence_ends);
}

std::vector<TextBlock> text_blocks(const HtmlDocument& document) { return Cutter(document).cut(); }

}  // namespace news
