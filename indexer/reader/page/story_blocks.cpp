// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/story_blocks.hpp"

#include "indexer/reader/page/furniture.hpp"
#include "indexer/reader/page/label_lines.hpp"
#include "news/base/ascii.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>

namespace news {

namespace {

constexpr double most_links = 0.6;
constexpr unsigned longest_byline = 60;

/// Whether a year or a time of day is in the text: "2005", "5:36".
bool tells_time(std::string_view text) {
  const auto is_digit_at = [&](std::size_t i) {
    return i < text.size() && ascii::is_digit(text[i]);
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit_at(i) || (i > 0 && is_digit_at(i - 1))) continue;
    std::size_t end = i;
    while (is_digit_at(end)) ++end;
    const std::string_view century = text.substr(i, 2);
    if (end - i == 4 && (century == "19" || century == "20")) return true;
    if (end - i <= 2 && text.substr(end, 1) == ":" && is_digit_at(end + 1)) return true;
    i = end;
  }
  return false;
}
constexpr double most_for_standfirst = 0.3;
constexpr double most_before_standfirst = 0.2;

/// Which blocks stay, in steps; each looks at what the ones before have left.
class Sieve {
 public:
  Sieve(const PageOutline& outline, const PageRegion& region)
      : outline_(outline),
        region_(region.blocks),
        piece_(region.piece),
        kept_(outline.blocks().size()) {
    std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(region_.begin),
              kept_.begin() + static_cast<std::ptrdiff_t>(region_.end), true);
  }

  void drop_furniture() {
    const auto furniture = furniture_blocks(outline_, region_, piece_);
    drop([&](std::size_t i) { return furniture[i] || block(i).caption; });
  }

  /// Whole lists of links, and other lines that are links.
  void drop_links() {
    const HtmlDocument& document = outline_.document();
    for (NodeId node = 0; node < document.size();) {
      const BlockRange blocks = outline_.blocks_in(node);
      const bool links = is_list(document[node].tag) && !blocks.empty() &&
                         outline_.link_weight(blocks) >= most_links * outline_.weight(blocks);
      if (links) forget(blocks);
      node = links ? document[node].end : node + 1;
    }
    drop([&](std::size_t i) {
      return !block(i).prose && !block(i).item && block(i).link_density() > most_links;
    });
  }

  void drop_title(std::string_view title) {
    const std::string folded = fold_whitespace(title);
    drop([&](std::size_t i) {
      return block(i).heading && (outline_.document()[block(i).container].tag == HtmlTag::h1 ||
                                  fold_whitespace(block(i).text) == folded);
    });
  }

  /// The summary between title and text, if it is called so.
  void drop_standfirst() {
    const HtmlDocument& document = outline_.document();
    const double prose = outline_.prose_weight(region_);
    for (NodeId node = 0; node < document.size();) {
      const BlockRange blocks = outline_.blocks_in(node);
      const bool standfirst =
          outline_.cues(node).has(NameCue::standfirst) && !blocks.empty() &&
          region_.holds(blocks) && outline_.prose_weight(blocks) < most_for_standfirst * prose &&
          outline_.prose_weight({region_.begin, blocks.begin}) < most_before_standfirst * prose;
      if (standfirst) forget(blocks);
      node = standfirst ? document[node].end : node + 1;
    }
  }

  /// Lines that are no paragraphs, items or rows: dates, credits, labels of what is not text.
  void drop_labels() {
    drop([&](std::size_t i) { return is_label_line(block(i).text); });
    const HtmlDocument& document = outline_.document();
    drop([&](std::size_t i) {
      const HtmlTag tag = document[block(i).container].tag;
      const bool loose = tag == HtmlTag::div || tag == HtmlTag::section ||
                         tag == HtmlTag::article || tag == HtmlTag::figure;
      // Text beside other text in the same element is a line of it.
      const BlockRange beside = outline_.blocks_in(block(i).container);
      return loose && beside.end - beside.begin == 1 && !block(i).prose && !block(i).item &&
             !block(i).in_table && !block(i).quote && !block(i).heading &&
             !ends_sentence(block(i).text);
    });
  }

  /// Bylines and dates around the text: short lines that name an author, or are mostly figures.
  void drop_bylines(const std::vector<std::string>& authors) {
    const BlockRange text = prose_range();
    drop([&](std::size_t i) {
      if (i >= text.begin && i < text.end) return false;
      const TextBlock& line = block(i);
      if (line.weight > longest_byline || line.item || line.in_table || line.quote) return false;
      if (i < text.begin && tells_time(line.text)) return true;
      return std::any_of(authors.begin(), authors.end(), [&](const std::string& author) {
        return !author.empty() && line.text.find(author) != std::string::npos;
      });
    });
  }

  /// Labels before the first paragraph, and behind the last.
  void drop_ends() {
    const BlockRange text = prose_range();
    if (text.begin == text.end) return;
    drop([&](std::size_t i) { return (i < text.begin || i >= text.end) && !is_paragraph(i); });
  }

  std::vector<std::size_t> kept() const {
    std::vector<std::size_t> blocks;
    for (std::size_t i = region_.begin; i < region_.end; ++i) {
      if (kept_[i]) blocks.push_back(i);
    }
    return blocks;
  }

 private:
  const TextBlock& block(std::size_t i) const { return outline_.blocks()[i]; }

  /// From the first paragraph that is left to the last.
  BlockRange prose_range() const {
    const auto is_text = [&](std::size_t i) { return kept_[i] && block(i).prose; };
    std::size_t first = region_.begin;
    while (first < region_.end && !is_text(first)) ++first;
    std::size_t last = region_.end;
    while (last > first && !is_text(last - 1)) --last;
    return {first, last};
  }

  static bool is_list(HtmlTag tag) {
    return tag == HtmlTag::ul || tag == HtmlTag::ol || tag == HtmlTag::dl;
  }

  void forget(BlockRange blocks) {
    for (std::size_t i = blocks.begin; i < blocks.end; ++i) kept_[i] = false;
  }

  bool is_paragraph(std::size_t i) const {
    const HtmlTag tag = outline_.document()[block(i).container].tag;
    return tag == HtmlTag::p || tag == HtmlTag::pre || block(i).item || block(i).in_table ||
           block(i).quote;
  }

  template <typename Is>
  void drop(Is is) {
    for (std::size_t i = region_.begin; i < region_.end; ++i) {
      if (kept_[i] && is(i)) kept_[i] = false;
    }
  }

  const PageOutline& outline_;
  BlockRange region_;
  NodeId piece_;
  std::vector<bool> kept_;
};

}  // namespace

std::vector<std::size_t> story_blocks(const PageOutline& outline, const PageRegion& region,
                                      const BodyHints& hints) {
  Sieve sieve(outline, region);
  sieve.drop_furniture();
  sieve.drop_links();
  sieve.drop_title(hints.title);
  sieve.drop_standfirst();
  sieve.drop_labels();
  sieve.drop_bylines(hints.authors);
  sieve.drop_ends();
  return sieve.kept();
}

}  // namespace news
