// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/markdown/markdown_spans.hpp"

#include "indexer/markup/character_reference.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <utility>

namespace news {

namespace {

/// Marks further apart belong to different things.
constexpr std::size_t longest_span = 4096;

constexpr std::size_t nowhere = std::string_view::npos;

/// Where the bracket at `at` is closed; nowhere if it is not soon.
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
  return nowhere;
}

/// How many characters like the one at `at` stand in a row there.
std::size_t run_at(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(text[at], at), text.size()) - at;
}

/// Where the code that opens with `marks` backticks at `at` ends; nowhere if it is not soon.
std::size_t code_end(std::string_view text, std::size_t at, std::size_t marks) {
  const std::size_t last = std::min(text.size(), at + longest_span);
  for (std::size_t i = at + marks; (i = text.find('`', i)) < last;) {
    const std::size_t run = run_at(text, i);
    if (run == marks) return i;
    i += run;
  }
  return nowhere;
}

class Spans {
 public:
  Spans(std::string_view text, const LinkNames& names, int depth)
      : text_(text), names_(names), depth_(depth) {}

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
      if (!bracket(at_ + 1, false)) plain();
    } else if (c == '[') {
      if (!bracket(at_, true)) plain();
    } else if (c == '<' && address()) {
      return;
    } else if (c == '{' && (behind(1) == '{' || behind(1) == '%')) {
      template_call();
    } else if (c == '`') {
      code();
    } else if (c == '&') {
      reference();
    } else if (c == '*' || c == '_' || (c == '~' && behind(1) == '~')) {
      emphasis(c);
    } else {
      plain();
    }
  }

  void plain() { out_.push_back(text_[at_++]); }

  /// What stands in a bracket and is more than text; false if it is not.
  bool bracket(std::size_t open, bool keep_text) {
    if (depth_ == 0 || brackets_ > max_brackets) return false;
    ++brackets_;
    const std::size_t end = closing(text_, open, '[', ']');
    if (end == nowhere) return false;
    const std::string_view inside = text_.substr(open + 1, end - open - 1);
    return link(inside, end, keep_text) || footnote(inside, end) || page(inside, end, keep_text) ||
           name(inside, end, keep_text);
  }

  /// "[text](url)", "[text][name]", "[text]{.class}"
  bool link(std::string_view inside, std::size_t end, bool keep_text) {
    if (end + 1 >= text_.size()) return false;
    const char next = text_[end + 1];
    if (next != '(' && next != '[' && next != '{') return false;
    const char close = next == '(' ? ')' : next == '[' ? ']' : '}';
    if (inside.starts_with('^') || text_.substr(end + 1).starts_with("[^")) return false;
    const std::size_t target = closing(text_, end + 1, next, close);
    if (target == nowhere) return false;
    return taken(inside, target, keep_text);
  }

  /// "[^name]", the mark of a footnote
  bool footnote(std::string_view inside, std::size_t end) {
    if (!inside.starts_with('^') || inside.size() < 2) return false;
    if (inside.find(' ') != inside.npos) return false;
    at_ = end + 1;
    return true;
  }

  /// "[[page]]", "[[page|text]]" of wikis and notebooks
  bool page(std::string_view inside, std::size_t end, bool keep_text) {
    if (!inside.starts_with('[') || !inside.ends_with(']')) return false;
    inside = inside.substr(1, inside.size() - 2);
    if (inside.empty() || inside.find_first_of("[]") != inside.npos) return false;
    const std::size_t bar = inside.rfind('|');
    return taken(bar == inside.npos ? inside : inside.substr(bar + 1), end, keep_text);
  }

  /// "[name]"
  bool name(std::string_view inside, std::size_t end, bool keep_text) {
    return names_.contains(ascii::to_lower(inside)) && taken(inside, end, keep_text);
  }

  /// Takes what stands in a bracket for all up to `end`.
  bool taken(std::string_view inside, std::size_t end, bool keep_text) {
    if (keep_text) out_ += Spans(inside, names_, depth_ - 1).run();
    at_ = end + 1;
    return true;
  }

  /// "<https://...>"; other tags go with the rest of the HTML.
  bool address() {
    const std::size_t end = text_.substr(0, at_ + longest_span).find('>', at_);
    if (end == nowhere) return false;
    const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    if (inside.find(' ') != inside.npos) return false;
    if (!inside.starts_with("http") && inside.find('@') == inside.npos) return false;
    out_ += inside;
    at_ = end + 1;
    return true;
  }

  void template_call() {
    const char close = text_[at_ + 1] == '{' ? '}' : '%';
    const std::size_t end =
        text_.substr(0, at_ + longest_span).find(close == '}' ? "}}" : "%}", at_);
    at_ = end == nowhere ? at_ + 2 : end + 2;
  }

  /// As it stands, so that no tag in it is taken for one.
  void code() {
    const std::size_t marks = run_at(text_, at_);
    const std::size_t end = code_end(text_, at_, marks);
    if (end == nowhere) {
      out_.append(text_.substr(at_, marks));
      at_ += marks;
      return;
    }
    for (const char c : text_.substr(at_ + marks, end - at_ - marks)) {
      if (c == '<' || c == '&') {
        out_ += c == '<' ? "&lt;" : "&amp;";
      } else {
        out_ += c;
      }
    }
    at_ = end + marks;
  }

  /// Those of markup itself stay, for whoever takes the tags out.
  void reference() {
    const auto found = read_character_reference(text_.substr(at_));
    if (!found || found->text == "<" || found->text == ">" || found->text == "&") return plain();
    out_ += found->text;
    at_ += found->length;
  }

  /// A mark stands at the edge of a word; "_" inside of one, and "*" alone, is text.
  void emphasis(char mark) {
    const std::size_t count = run_at(text_, at_);
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
  const LinkNames& names_;
  std::size_t at_ = 0;
  std::string out_;
  int depth_ = 0;
  std::size_t brackets_ = 0;
};

}  // namespace

std::string without_marks(std::string_view paragraph, const LinkNames& names) {
  constexpr int depth = 4;
  return Spans(paragraph, names, depth).run();
}

std::string joined_cells(std::string_view row) {
  std::string cells;
  for (std::size_t at = 0; at < row.size();) {
    std::size_t end = at + 1;
    if (row[at] == '|') {
      cells += ' ';
    } else {
      if (row[at] == '\\') end = at + 2;
      if (row[at] == '`') {
        const std::size_t marks = run_at(row, at);
        const std::size_t close = code_end(row, at, marks);
        end = close == nowhere ? at + marks : close + marks;
      }
      // A bar in a link to a page is its own: "[[page|text]]".
      if (row.substr(at).starts_with("[[")) {
        const std::size_t close = closing(row, at, '[', ']');
        if (close != nowhere) end = close + 1;
      }
      cells += row.substr(at, end - at);
    }
    at = end;
  }
  return cells;
}

}  // namespace news
