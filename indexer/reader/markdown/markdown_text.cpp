// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/markdown/markdown_text.hpp"

#include "indexer/reader/markdown/markdown_spans.hpp"
#include "indexer/reader/sgml_text.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace news {

namespace {

std::string_view without_indent(std::string_view line) {
  while (line.starts_with(' ') || line.starts_with('\t')) line.remove_prefix(1);
  return line;
}

/// "***", "- - -", "====": a rule, or the underline of a heading.
bool is_rule(std::string_view line) {
  line = ascii::trim(line);
  return line.size() >= 2 &&
         (line.find_first_not_of("- ") == line.npos || line.find_first_not_of("* ") == line.npos ||
          line.find_first_not_of("_ ") == line.npos || line.find_first_not_of("= ") == line.npos);
}

/// The length of "- ", "* ", "12. " at the start of a line; 0 if there is none.
std::size_t list_mark(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && at < 4 && ascii::is_digit(line[at])) ++at;
  const bool numbered = at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')');
  const bool bullet =
      at == 0 && !line.empty() && std::string_view("-*+").find(line[0]) != line.npos;
  if (!numbered && !bullet) return 0;
  return at + 1 < line.size() && line[at + 1] == ' ' ? at + 2 : 0;
}

/// "| --- | :--: |", between the head of a table and its rows.
bool is_table_rule(std::string_view line) {
  return line.find_first_not_of("|:- \t") == line.npos && line.find('|') != line.npos &&
         line.find("--") != line.npos;
}

bool is_address(std::string_view target) {
  const std::size_t stop = target.find('.');
  return (!target.empty() && std::string_view("</#.").find(target[0]) != target.npos) ||
         target.find(':') != target.npos || (stop != target.npos && stop + 1 < target.size());
}

/// The name in "[name]: https://...", to which links refer; empty for another line.
std::string_view link_name(std::string_view line) {
  const std::size_t end = line.find("]:");
  if (!line.starts_with('[') || line.starts_with("[^") || end == line.npos) return {};
  const std::string_view target = ascii::trim(line.substr(end + 2));
  const std::size_t space = target.find(' ');
  // Behind the address may be a title, in quotation marks or brackets.
  const std::string_view title =
      space == target.npos ? std::string_view() : ascii::trim(target.substr(space));
  const bool quoted = title.empty() || std::string_view("\"'(").find(title[0]) != title.npos;
  return quoted && is_address(target.substr(0, space)) ? line.substr(1, end - 1)
                                                       : std::string_view();
}

/// "[^1]: ", in front of a footnote's text; 0 if there is none.
std::size_t footnote_mark(std::string_view line) {
  constexpr std::size_t longest = 60;
  const std::size_t end = line.substr(0, longest).find("]:");
  const bool mark = line.starts_with("[^") && end != line.npos && line.find(' ') > end;
  return mark ? end + 2 : 0;
}

/// What programs put between paragraphs and no reader sees: "{: .note}", "::: warning", "[TOC]".
bool is_directive(std::string_view line) {
  const std::string lower = ascii::to_lower(ascii::trim(line));
  return (lower.starts_with("{:") && lower.ends_with('}')) || lower.starts_with(":::") ||
         lower == "[toc]" || lower == "[[toc]]" || lower == "[[_toc_]]";
}

/// A box to tick: "[ ] ", "[x] ".
bool has_task_box(std::string_view text) {
  return text.size() > 3 && text[0] == '[' && text[2] == ']' && text[3] == ' ' &&
         std::string_view(" xX").find(text[1]) != std::string_view::npos;
}

/// "[!NOTE]", by which a quotation is made a box; its length, or 0.
std::size_t box_mark(std::string_view quotation) {
  const std::size_t end = quotation.find(']');
  if (!quotation.starts_with("[!") || end == quotation.npos) return 0;
  const std::string_view word = quotation.substr(2, end - 2);
  return std::all_of(word.begin(), word.end(), ascii::is_alpha) ? end + 1 : 0;
}

/// What is no text up to where it is closed, wherever that is.
struct Unseen {
  std::string_view opening;
  std::string_view closing;
};
constexpr Unseen unseen[] = {{"<!--", "-->"}, {"<script", "</script>"}, {"<style", "</style>"}};

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

void drop_line(std::string_view& text) {
  text.remove_prefix(std::min(first_line(text).size() + 1, text.size()));
}

bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

/// Takes out comments, scripts and styles; what is not closed, or stands in code, stays.
class UnseenParts {
 public:
  explicit UnseenParts(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < std::size(unseen); ++i) next_[i] = text_.find(unseen[i].opening);
  }

  std::string without() {
    while (at_ < text_.size()) {
      if (at_ >= line_end_) begin_line();
      const std::size_t part = next_part();
      if (in_code_ || part == std::size(unseen) || next_[part] >= line_end_) {
        keep_up_to(std::min(line_end_ + 1, text_.size()));
      } else if (keep_up_to(next_[part]); backticks_ % 2 != 0) {
        keep_up_to(at_ + 1);
      } else {
        drop(part);
      }
    }
    return std::move(out_);
  }

 private:
  void begin_line() {
    line_end_ = std::min(text_.find('\n', at_), text_.size());
    if (is_fence(without_indent(text_.substr(at_, line_end_ - at_)))) in_code_ = !in_code_;
    backticks_ = 0;
  }

  /// What opens first from here on; none of them if nothing does.
  std::size_t next_part() {
    for (std::size_t i = 0; i < std::size(unseen); ++i) {
      if (next_[i] < at_) next_[i] = text_.find(unseen[i].opening, at_);
    }
    const auto first = std::min_element(next_.begin(), next_.end());
    return *first == text_.npos ? std::size(unseen)
                                : static_cast<std::size_t>(first - next_.begin());
  }

  void keep_up_to(std::size_t end) {
    const std::string_view kept = text_.substr(at_, end - at_);
    backticks_ += std::count(kept.begin(), kept.end(), '`');
    out_ += kept;
    at_ = end;
  }

  void drop(std::size_t part) {
    const std::size_t close = text_.find(unseen[part].closing, at_);
    if (close == text_.npos) {
      next_[part] = text_.npos;
    } else {
      at_ = close + unseen[part].closing.size();
    }
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
  std::size_t line_end_ = 0;
  std::ptrdiff_t backticks_ = 0;  ///< in the line so far
  /// Where each opens next; nowhere for those that are not closed again.
  std::array<std::size_t, std::size(unseen)> next_{};
  bool in_code_ = false;
};

/// Makes paragraphs of lines.
class Blocks {
 public:
  MarkdownText run(std::string_view markdown) {
    for (std::string_view rest = markdown; !rest.empty(); drop_line(rest)) {
      const std::string_view name = link_name(without_indent(first_line(rest)));
      if (!name.empty()) names_.insert(ascii::to_lower(name));
    }
    for (; !markdown.empty(); drop_line(markdown)) line(first_line(markdown));
    end_paragraph();
    return std::move(result_);
  }

 private:
  void line(std::string_view line) {
    while (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view text = without_indent(line);
    const bool row = in_table_ && text.find('|') != text.npos;
    in_table_ = row;
    if (is_fence(text)) {
      end_paragraph();
      in_code_ = !in_code_;
    } else if (in_code_) {
      paragraph_ = text;
      add(std::move(paragraph_));
    } else if (text.empty() || is_directive(text)) {
      end_paragraph();
    } else if (is_table_rule(text)) {
      end_row();
    } else if (row || text.starts_with('|')) {
      end_paragraph();
      paragraph_ = text;
      end_row();
    } else if (text.starts_with('#')) {
      heading(text);
    } else if (is_rule(text)) {
      if (text.front() == '=' || text.front() == '-') underlined_ = !paragraph_.empty();
      end_paragraph();
    } else if (link_name(text).empty()) {
      more(text);
    }
  }

  void heading(std::string_view text) {
    const std::size_t marks = text.find_first_not_of('#');
    if (marks == std::string_view::npos || marks > 6 || text[marks] != ' ') return more(text);
    end_paragraph();
    text = ascii::trim(text.substr(marks));
    // "Title {#anchor}"
    const std::size_t anchor = text.rfind(" {");
    if (anchor != text.npos && text.ends_with('}')) text = ascii::trim(text.substr(0, anchor));
    while (text.ends_with('#')) text.remove_suffix(1);
    paragraph_ = text;
    underlined_ = true;
    end_paragraph();
  }

  void more(std::string_view text) {
    const bool quotation = text.starts_with('>');
    while (text.starts_with('>')) text = without_indent(text.substr(1));
    if (quotation) text = without_indent(text.substr(box_mark(text)));
    const std::size_t footnote = footnote_mark(text);
    const std::size_t mark = std::max(footnote, list_mark(text));
    if (mark > 0 || (quotation && text.empty())) end_paragraph();
    text = without_indent(text.substr(mark));
    if (mark > 0 && has_task_box(text)) text.remove_prefix(4);
    if (text.ends_with('\\')) text.remove_suffix(1);
    if (!paragraph_.empty()) paragraph_.push_back(' ');
    paragraph_ += text;
  }

  /// What the paragraph has is a row of a table.
  void end_row() {
    paragraph_ = joined_cells(paragraph_);
    end_paragraph();
    in_table_ = true;
  }

  void end_paragraph() {
    if (paragraph_.empty()) return;
    std::string text = sgml_text(without_marks(paragraph_, names_));
    paragraph_.clear();
    const bool is_heading = std::exchange(underlined_, false);
    if (text.empty()) return;
    if (is_heading && result_.text.empty() && result_.title.empty()) result_.title = text;
    add(std::move(text));
  }

  void add(std::string text) {
    if (text.empty()) return;
    if (!result_.text.empty()) result_.text.push_back('\n');
    result_.text += text;
  }

  LinkNames names_;
  MarkdownText result_;
  std::string paragraph_;
  bool underlined_ = false;  ///< the paragraph is a heading
  bool in_code_ = false;
  bool in_table_ = false;  ///< the line before was a row of one
};

}  // namespace

MarkdownText markdown_text(std::string_view markdown) {
  return Blocks().run(UnseenParts(markdown).without());
}

}  // namespace news
