// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/wrapping.hpp"

#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"
#include "news/text/printable.hpp"

#include <algorithm>
#include <utility>

namespace news {

namespace {

constexpr char32_t joiner = 0x200D;  // glues emoji into one

/// Marks that do not begin a line in Chinese and Japanese, after the JIS X 4051 and GB/T 15834
/// rules.
constexpr std::u32string_view closing =
    U"、。，．：；？！）］｝〉》」』】〕〗’”…‥ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%";
/// Marks that do not end one.
constexpr std::u32string_view opening = U"（［｛〈《「『【〔〖‘“([{";

constexpr bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }
constexpr bool changes_skin(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

/// Korean is written with spaces, and its words are kept whole.
bool is_ideographic(char32_t c) { return display_width(c) == 2 && !is_hangul(c); }

/// Whether a line may end between two neighbours of a word.
bool may_break(char32_t before, char32_t behind) {
  if (!is_ideographic(before) && !is_ideographic(behind)) return false;
  if (before == joiner || changes_skin(behind) || display_width(behind) == 0) return false;
  return closing.find(behind) == std::u32string_view::npos &&
         opening.find(before) == std::u32string_view::npos;
}

/// A character that is shown.
struct Glyph {
  std::string text;
  std::size_t width = 0;
  bool highlighted = false;
};

/// What stays on one line as long as it fits.
struct Unit {
  std::vector<Glyph> glyphs;
  std::size_t width = 0;
  bool behind_space = false;
  bool highlights_space = false;
};

/// Whether a byte is in one of some ranges; to be asked of one byte after the other.
class HighlightWalk {
 public:
  explicit HighlightWalk(const std::vector<ByteRange>& ranges) : ranges_(ranges) {}

  bool covers(std::size_t at) {
    while (next_ < ranges_.size() && ranges_[next_].end <= at) ++next_;
    return next_ < ranges_.size() && ranges_[next_].begin <= at;
  }

 private:
  const std::vector<ByteRange>& ranges_;
  std::size_t next_ = 0;
};

std::vector<Unit> units_of(std::string_view text, const std::vector<ByteRange>& highlights) {
  std::vector<Unit> units;
  HighlightWalk walk(highlights);
  bool space = true;
  bool space_highlighted = false;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::decode(text, at);
    std::string shown = printable(text.substr(start, at - start));
    if (shown.empty()) continue;
    if (shown == " ") {
      space = true;
      space_highlighted = walk.covers(start);
      continue;
    }
    if (space || may_break(before, c)) {
      units.emplace_back();
      units.back().behind_space = std::exchange(space, false);
      units.back().highlights_space = std::exchange(space_highlighted, false);
    }
    Unit& unit = units.back();
    const std::size_t width = display_width(std::string_view(shown));
    unit.glyphs.push_back({std::move(shown), width, walk.covers(start)});
    unit.width += width;
    before = c;
  }
  return units;
}

/// Puts units into lines.
class Layout {
 public:
  explicit Layout(std::size_t columns) : columns_(columns) {}

  void add(const Unit& unit) {
    const bool first = lines_.empty();
    const std::size_t space = unit.behind_space ? 1 : 0;
    if (first || used_ + space + unit.width > columns_) {
      begin_line();
    } else if (unit.behind_space) {
      add({" ", 1, unit.highlights_space});
    }
    for (const Glyph& glyph : unit.glyphs) {
      if (used_ + glyph.width > columns_) begin_line();
      add(glyph);
    }
  }

  std::vector<TextLine> take() { return std::move(lines_); }

 private:
  void begin_line() {
    lines_.emplace_back();
    used_ = 0;
  }

  void add(const Glyph& glyph) {
    TextLine& line = lines_.back();
    if (line.empty() || line.back().highlighted != glyph.highlighted) {
      line.push_back({"", glyph.highlighted});
    }
    line.back().text += glyph.text;
    used_ += glyph.width;
  }

  std::size_t columns_;
  std::size_t used_ = 0;
  std::vector<TextLine> lines_;
};

}  // namespace

std::vector<TextLine> wrap(std::string_view text, const std::vector<ByteRange>& highlights,
                           std::size_t columns) {
  Layout layout(std::max<std::size_t>(columns, 2));
  for (const Unit& unit : units_of(text, highlights)) layout.add(unit);
  return layout.take();
}

std::vector<ByteRange> ranges_in(const std::vector<ByteRange>& ranges, ByteRange part) {
  std::vector<ByteRange> inside;
  const auto first = std::partition_point(
      ranges.begin(), ranges.end(), [&part](const auto& range) { return range.end <= part.begin; });
  for (auto range = first; range != ranges.end() && range->begin < part.end; ++range) {
    inside.push_back({std::max(range->begin, part.begin) - part.begin,
                      std::min(range->end, part.end) - part.begin});
  }
  return inside;
}

}  // namespace news
