// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/line_wrap.hpp"

#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"
#include "news/text/joint.hpp"
#include "news/text/letter_case.hpp"

#include <algorithm>

namespace news {

namespace {

/// No one wraps text wider than this or narrower than that.
constexpr std::size_t widest_wrap = 120;
constexpr std::size_t narrowest_wrap = 30;
/// The usual widths; so much is needed to believe it of a story of a few lines.
constexpr std::size_t widest_usual_wrap = 80;
constexpr std::size_t narrowest_usual_wrap = 50;
/// So many lines that go on show that a text was wrapped, whatever else it has.
constexpr std::size_t enough_wrapped = 3;

/// Whether a line begins with a letter of a script that has no capital ones.
bool starts_caseless(const std::string& line) {
  constexpr char32_t first_caseless = 0x590;  // Hebrew
  const char32_t c = utf8::first(line);
  const bool symbol = c >= 0x2000 && c < 0x2E80;
  return c >= first_caseless && !symbol && !starts_upper(line) && !starts_lower(line);
}

bool ends_sentence(std::string_view line) {
  constexpr std::u32string_view ends =
      U".!?:;\"'\u2019\u201D\u00BB\u2026\u3002\uFF01\uFF1F\uFF1A"
      U"\uFF1B\u300D\u300F\u061F\u061B\u06D4\u0964";
  return ends.find(utf8::last(line)) != ends.npos;
}

std::size_t first_word_width(const std::string& line) {
  return display_width(std::string_view(line).substr(0, line.find(' ')));
}

/// How the lines of one text were wrapped.
class Wrapping {
 public:
  explicit Wrapping(const std::vector<PhysicalLine>& lines)
      : lines_(lines), double_spaced_(is_double_spaced()), column_(find_column()) {}

  bool continues(std::size_t i) const {
    return column_ > 0 && !begins_block(i) && is_full(i - 1, column_);
  }

 private:
  /// Whether a blank line or indentation divides line `i` from the one before.
  bool begins_block(std::size_t i) const {
    return i == 0 || lines_[i].blanks > (double_spaced_ ? 1U : 0U) ||
           lines_[i].indent > lines_[i - 1].indent;
  }

  /// Whether line `i` surely goes on in the next: that one begins with a small letter or, where
  /// letters have no case, this one is no whole sentence.
  bool goes_on(std::size_t i) const {
    const PhysicalLine& line = lines_[i];
    if (line.width < narrowest_wrap || line.width > widest_wrap) return false;
    const std::string& next = lines_[i + 1].text;
    const bool caseless = starts_caseless(line.text) || starts_caseless(next);
    return starts_lower(next) || (caseless && !ends_sentence(line.text));
  }

  /// Whether the first word of the next line would not have fitted into line `i`.
  bool is_full(std::size_t i, std::size_t column) const {
    const PhysicalLine& line = lines_[i];
    const std::string& next = lines_[i + 1].text;
    if (!joint_between(line.text, next).empty()) {
      return line.width + 1 + first_word_width(next) > column;
    }
    // Chinese lines differ by the narrow characters in them and by marks that begin no line.
    const std::size_t slack = ends_sentence(line.text) ? 0 : column / 8;
    return line.width + slack + display_width(utf8::first(next)) > column;
  }

  /// Whether every line has an empty one before it, so that these do not tell paragraphs apart.
  bool is_double_spaced() const {
    std::size_t apart = 0;
    std::size_t wrapped = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (lines_[i + 1].blanks == 0) continue;
      ++apart;
      const bool same_block = lines_[i + 1].blanks == 1 && lines_[i + 1].indent <= lines_[i].indent;
      if (same_block && goes_on(i)) ++wrapped;
    }
    const bool nearly_all = apart * 10 >= (lines_.size() - 1) * 9;
    return nearly_all && wrapped >= enough_wrapped && wrapped * 5 >= lines_.size();
  }

  /// The column at which paragraphs were wrapped; 0 if they were not. It is as wide as the widest
  /// line that surely goes on.
  std::size_t find_column() const {
    std::vector<std::size_t> wrapped;
    std::size_t column = 0;
    std::size_t longer = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (lines_[i].width > widest_wrap) ++longer;
      if (begins_block(i + 1) || !goes_on(i)) continue;
      wrapped.push_back(i);
      column = std::max(column, lines_[i].width);
    }
    const auto full = static_cast<std::size_t>(std::count_if(
        wrapped.begin(), wrapped.end(), [&](std::size_t i) { return is_full(i, column); }));
    const bool ragged = full * 4 < wrapped.size() * 3;  // verses, lists
    if (wrapped.size() <= longer || ragged) return 0;
    return wrapped.size() >= enough_wrapped || is_all_wrapped(column) ? column : 0;
  }

  /// Whether every block of lines looks like a wrapped paragraph: full lines of a usual width and a
  /// last one that ends a sentence. So a few lines will do.
  bool is_all_wrapped(std::size_t column) const {
    if (column < narrowest_usual_wrap || column > widest_usual_wrap) return false;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (lines_[i].width > widest_usual_wrap) return false;
      if (begins_block(i)) continue;
      if (lines_[i - 1].width < narrowest_usual_wrap || !is_full(i - 1, column)) return false;
      const bool last = i + 1 == lines_.size() || begins_block(i + 1);
      if (last && !ends_sentence(lines_[i].text)) return false;
    }
    return true;
  }

  const std::vector<PhysicalLine>& lines_;
  bool double_spaced_;
  std::size_t column_;
};

}  // namespace

std::vector<bool> continued_lines(const std::vector<PhysicalLine>& lines) {
  std::vector<bool> continued(lines.size(), false);
  if (lines.empty()) return continued;
  const Wrapping wrapping(lines);
  for (std::size_t i = 1; i < lines.size(); ++i) continued[i] = wrapping.continues(i);
  return continued;
}

void append_line(std::string& text, std::string_view next) {
  text += joint_between(text, next);
  text += next;
}

}  // namespace news
