// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/story_blocks.hpp"

#include "indexer/reader/page/furniture.hpp"
#include "indexer/reader/page/label_lines.hpp"
#include "indexer/reader/page/page_heading.hpp"
#include "indexer/reader/page/promotion_lines.hpp"
#include "news/base/ascii.hpp"
#include "news/text/whitespace.hpp"

#include <algorithm>

namespace news {

namespace {

constexpr double most_links = 0.6;
constexpr unsigned enough_beside_link = 12;
constexpr unsigned longest_byline = 60;

constexpr double most_for_standfirst = 0.3;
constexpr double most_before_standfirst = 0.2;
constexpr double most_for_promotion = 0.3;

struct TimeTold {
  bool year = false;         ///< "2005"
  bool time_of_day = false;  ///< "5:36"
};

TimeTold time_told(std::string_view text) {
  const auto is_digit_at = [&](std::size_t i) {
    return i < text.size() && ascii::is_digit(text[i]);
  };
  TimeTold told;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit_at(i) || (i > 0 && is_digit_at(i - 1))) continue;
    std::size_t end = i;
    while (is_digit_at(end)) ++end;
    const std::string_view century = text.substr(i, 2);
    told.year |= end - i == 4 && (century == "19" || century == "20");
    told.time_of_day |= end - i <= 2 && text.substr(end, 1) == ":" && is_digit_at(end + 1);
    i = end;
  }
  return told;
}

/// Whether a text is one of some summaries, written as squeezed_title does, but for a dateline.
bool says_one_of(const std::vector<std::string>& summaries, std::string_view text) {
  constexpr std::size_t shortest = 40;
  constexpr std::size_t longest_dateline = 20;
  const std::string form = squeezed_title(text);
  return std::any_of(summaries.begin(), summaries.end(), [&](const std::string& summary) {
    return summary.size() >= shortest && form.ends_with(summary) &&
           form.size() - summary.size() <= longest_dateline;
  });
}

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
      return !block(i).prose && !block(i).item && block(i).link_density() > most_links &&
             !is_linking_sentence(block(i));
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

  /// The summary that the page has in its metadata, too, if it does not look like any paragraph
  /// behind it; else it is the first of them.
  void drop_summary(const std::vector<std::string>& summaries) {
    constexpr std::size_t last_place = 2;
    std::vector<std::size_t> prose;
    for (std::size_t i = region_.begin; i < region_.end; ++i) {
      if (kept_[i] && block(i).prose) prose.push_back(i);
    }
    const double most = most_before_standfirst * outline_.prose_weight(region_);
    for (std::size_t n = 0; n + 1 < prose.size() && n <= last_place; ++n) {
      const TextBlock& line = block(prose[n]);
      if (line.weight > most) return;
      if (!says_one_of(summaries, line.text)) continue;
      kept_[prose[n]] = std::any_of(prose.begin() + static_cast<std::ptrdiff_t>(n) + 1, prose.end(),
                                    [&](std::size_t i) { return look_alike(line, block(i)); });
      return;
    }
  }

  /// Lines that are no paragraphs, items or rows: dates, credits, labels of what is not text.
  void drop_labels() {
    drop([&](std::size_t i) {
      const bool pointer = block(i).link_weight > 0 || !block(i).prose;
      return is_label_line(block(i).text) || (pointer && begins_with_label(block(i).text));
    });
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
      const TimeTold told = time_told(line.text);
      if (told.year && told.time_of_day) return true;
      if (i < text.begin && (told.year || told.time_of_day)) return true;
      return std::any_of(authors.begin(), authors.end(), [&](const std::string& author) {
        return !author.empty() && line.text.find(author) != std::string::npos;
      });
    });
  }

  /// What the outlet says for itself behind the story: invitations, rights. Those that have no link
  /// only where no text follows.
  void drop_promotion() {
    const double prose = outline_.prose_weight(region_);
    bool text_follows = false;
    for (std::size_t i = region_.end; i > region_.begin; --i) {
      if (outline_.prose_weight({i, region_.end}) > most_for_promotion * prose) break;
      if (!kept_[i - 1]) continue;
      const TextBlock& line = block(i - 1);
      const bool reaches_out = line.link_weight > 0 || line.text.find('@') != std::string::npos;
      if (is_colophon(line.text) || ((reaches_out || !text_follows) && is_invitation(line.text))) {
        kept_[i - 1] = false;
      } else {
        text_follows |= line.prose;
      }
    }
  }

  /// Labels before the first paragraph; and behind the last but for headings of shorter ones.
  void drop_ends() {
    const BlockRange text = prose_range();
    if (text.begin == text.end) return;
    drop([&](std::size_t i) {
      return (i < text.begin || (i >= text.end && !heads_text(i))) && !is_paragraph(i);
    });
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

  /// A paragraph that is a sentence though most of it is a link: "She had <a>said so before</a>."
  /// What stands before a colon does not make one: "Our rules: <a>What we do.</a>"
  bool is_linking_sentence(const TextBlock& line) const {
    constexpr std::size_t longest_label = 40;
    const std::size_t colon = std::string_view(line.text).substr(0, longest_label).find(':');
    const unsigned label =
        colon == std::string_view::npos ? 0 : text_weight(line.text.substr(0, colon + 1));
    return outline_.document()[line.container].tag == HtmlTag::p && ends_sentence(line.text) &&
           line.weight - line.link_weight >= enough_beside_link + label;
  }

  /// Whether two lines are of the same kind: they and what they stand in are called the same, and
  /// both are bold or not.
  bool look_alike(const TextBlock& a, const TextBlock& b) const {
    const HtmlDocument& document = outline_.document();
    const auto same = [&](NodeId one, NodeId other) {
      return document[one].tag == document[other].tag &&
             document.attribute(one, "class") == document.attribute(other, "class");
    };
    return same(a.container, b.container) &&
           same(document[a.container].parent, document[b.container].parent) &&
           is_bold(a) == is_bold(b);
  }

  bool is_bold(const TextBlock& line) const {
    const HtmlDocument& document = outline_.document();
    const auto in_bold = [&](NodeId node) {
      while (node > line.container) {
        node = document[node].parent;
        if (document[node].tag == HtmlTag::b || document[node].tag == HtmlTag::strong) return true;
      }
      return false;
    };
    for (NodeId node = line.begin; node < line.end; ++node) {
      const bool text = document.is_text(node) && !ascii::trim(document[node].text).empty();
      if (text && !in_bold(node)) return false;
    }
    return true;
  }

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

  /// Whether a line is the heading of a paragraph, however short.
  bool heads_text(std::size_t i) const {
    if (!block(i).heading) return false;
    std::size_t next = i + 1;
    while (next < region_.end && !kept_[next]) ++next;
    return next < region_.end && is_paragraph(next) && ends_sentence(block(next).text);
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
  sieve.drop_summary(hints.summaries);
  sieve.drop_labels();
  sieve.drop_bylines(hints.authors);
  sieve.drop_promotion();
  sieve.drop_ends();
  return sieve.kept();
}

}  // namespace news
