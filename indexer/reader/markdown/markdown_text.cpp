// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/markdown/markdown_text.hpp"

#include "indexer/reader/sgml_text.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <utility>

namespace news {

namespace {

/// Marks further apart belong to different things.
constexpr std::size_t longest_span = 4096;

/// Where the bracket at `at` is closed; npos if it is not soon.
std::size_t closing(std::string_view text, std::size_t at, char open, char close) {
  int depth = 0;
  const std::size_t end = std::min(text.size(), at + longest_span);
  for (std::size_t i = at; i < end; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == open) {
      ++depth;
    } else if (text[i] == close && --depth == 0) {
      return i;
    }
  }
  return std::string_view::npos;
}

/// Takes the marks out of a paragraph.
class Spans {
 public:
  explicit Spans(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  char behind(std::size_t bytes) const {
    return at_ + bytes < text_.size() ? text_[at_ + bytes] : ' ';
  }

  void step() {
    const char c = text_[at_];
    if (c == '\\' && at_ + 1 < text_.size() && !ascii::is_alnum(behind(1))) {
      out_.push_back(text_[at_ + 1]);
      at_ += 2;
    } else if (c == '!' && behind(1) == '[') {
      if (!link(at_ + 1, false)) plain();
    } else if (c == '[') {
      if (!link(at_, true)) plain();
    } else if (c == '<' && address()) {
      return;
    } else if (c == '{' && (behind(1) == '{' || behind(1) == '%')) {
      template_call();
    } else if (c == '`') {
      ++at_;
    } else if (c == '*' || c == '_' || (c == '~' && behind(1) == '~')) {
      emphasis(c);
    } else {
      plain();
    }
  }

  void plain() { out_.push_back(text_[at_++]); }

  /// "[text](url)", "[text][name]"; false for another bracket.
  bool link(std::size_t bracket, bool keep_text) {
    if (depth_ == 0 || brackets_ > max_brackets) return false;
    ++brackets_;
    const std::size_t end = closing(text_, bracket, '[', ']');
    if (end == std::string_view::npos || end + 1 >= text_.size()) return false;
    const char next = text_[end + 1];
    if (next != '(' && next != '[') return false;
    const std::size_t target = closing(text_, end + 1, next, next == '(' ? ')' : ']');
    if (target == std::string_view::npos) return false;
    if (keep_text) {
      Spans inner(text_.substr(bracket + 1, end - bracket - 1));
      inner.depth_ = depth_ - 1;
      out_ += inner.run();
    }
    at_ = target + 1;
    return true;
  }

  /// "<https://...>"; other tags go with the rest of the HTML.
  bool address() {
    const std::size_t end = text_.find('>', at_);
    const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    if (end == std::string_view::npos || inside.find(' ') != inside.npos) return false;
    if (!inside.starts_with("http") && inside.find('@') == inside.npos) return false;
    out_ += inside;
    at_ = end + 1;
    return true;
  }

  void template_call() {
    const char close = text_[at_ + 1] == '{' ? '}' : '%';
    const std::size_t end =
        text_.substr(0, at_ + longest_span).find(close == '}' ? "}}" : "%}", at_);
    at_ = end == std::string_view::npos ? at_ + 2 : end + 2;
  }

  /// A mark stands at the edge of a word; "_" inside of one, and "*" alone, is text.
  void emphasis(char mark) {
    std::size_t count = 0;
    while (behind(count) == mark) ++count;
    const bool word_before = at_ > 0 && !ascii::is_space(text_[at_ - 1]);
    const bool word_behind = at_ + count < text_.size() && !ascii::is_space(text_[at_ + count]);
    const bool inside = mark == '_' && word_before && word_behind &&
                        ascii::is_alnum(text_[at_ - 1]) && ascii::is_alnum(text_[at_ + count]);
    const bool is_text = inside || (!word_before && !word_behind);
    if (is_text) out_.append(text_.substr(at_, count));
    at_ += count;
  }

  static constexpr std::size_t max_brackets = 10'000;
  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  int depth_ = 4;
  std::size_t brackets_ = 0;
};

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

/// "[name]: https://...", to which links refer.
bool is_link_target(std::string_view line) {
  const std::size_t end = line.find("]:");
  return line.starts_with('[') && end != line.npos && line.find(' ', end) == end + 2 &&
         !line.starts_with("[^");
}

/// Makes paragraphs of lines.
class Blocks {
 public:
  MarkdownText run(std::string_view markdown) {
    while (!markdown.empty()) {
      const std::size_t end = std::min(markdown.find('\n'), markdown.size());
      line(markdown.substr(0, end));
      markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    end_paragraph();
    return std::move(result_);
  }

 private:
  void line(std::string_view line) {
    while (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view text = without_indent(line);
    if (text.starts_with("```") || text.starts_with("~~~")) {
      end_paragraph();
      in_code_ = !in_code_;
    } else if (in_code_) {
      paragraph_ = text;
      add(std::move(paragraph_));
    } else if (text.empty()) {
      end_paragraph();
    } else if (text.starts_with('#')) {
      heading(text);
    } else if (is_rule(text)) {
      if (text.front() == '=' || text.front() == '-') underlined_ = !paragraph_.empty();
      end_paragraph();
    } else if (!is_link_target(text)) {
      more(text);
    }
  }

  void heading(std::string_view text) {
    const std::size_t marks = text.find_first_not_of('#');
    if (marks == std::string_view::npos || marks > 6 || text[marks] != ' ') return more(text);
    end_paragraph();
    paragraph_ = ascii::trim(text.substr(marks));
    while (paragraph_.ends_with('#')) paragraph_.pop_back();
    underlined_ = true;
    end_paragraph();
  }

  void more(std::string_view text) {
    while (text.starts_with('>')) text = without_indent(text.substr(1));
    const std::size_t mark = list_mark(text);
    if (mark > 0) end_paragraph();
    if (!paragraph_.empty()) paragraph_.push_back(' ');
    paragraph_ += text.substr(mark);
  }

  void end_paragraph() {
    if (paragraph_.empty()) return;
    std::string text = sgml_text(Spans(paragraph_).run());
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

  MarkdownText result_;
  std::string paragraph_;
  bool underlined_ = false;  ///< the paragraph is a heading
  bool in_code_ = false;
};

}  // namespace

MarkdownText markdown_text(std::string_view markdown) { return Blocks().run(markdown); }

}  // namespace news
