// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/json_ld.hpp"
#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"

#include <array>

namespace news {

namespace {

/// How far from the start a mark may stand that opens the script.
constexpr std::size_t max_prologue = 16;

/// What stands before the first bracket and behind the last is no JSON.
std::string_view between_brackets(std::string_view text) {
  constexpr std::string_view cdata_end = "]]>";
  text = ascii::trim(text);
  if (text.ends_with(cdata_end)) text.remove_suffix(cdata_end.size());
  if (const std::size_t cdata = text.find("<![CDATA["); cdata != text.npos && cdata < max_prologue)
    text.remove_prefix(cdata + std::string_view("<![CDATA[").size());
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  if (begin == text.npos || end == text.npos || end < begin) return {};
  return text.substr(begin, end - begin + 1);
}

/// Writes a text with what is wrong in it put right.
class Repair {
 public:
  explicit Repair(std::string_view text) : text_(text) { out_.reserve(text.size()); }

  std::string run() {
    while (at_ < text_.size()) {
      if (in_string_) {
        string_character();
      } else {
        plain_character();
      }
    }
    return std::move(out_);
  }

 private:
  void string_character() {
    const char c = text_[at_++];
    if (c == '\\') return escape();
    if (c == '"') in_string_ = false;
    if (ascii::is_control(c) && c != '\x7F') {
      out_ += c == '\n' ? "\\n" : " ";
    } else {
      out_ += c;
    }
  }

  /// A backslash before a letter that is no escape is dropped.
  void escape() {
    static constexpr std::string_view known = "\"\\/bfnrtu";
    if (at_ == text_.size()) return;
    const char c = text_[at_];
    if (c == '\n' || c == '\r') {
      ++at_;
    } else if (known.find(c) != known.npos) {
      out_ += '\\';
      out_ += c;
      ++at_;
    }
  }

  void plain_character() {
    if (skip_comment()) return;
    const char c = text_[at_++];
    if (c == '"') in_string_ = true;
    if (c == '}' || c == ']') drop_comma();
    out_ += c;
  }

  bool skip_comment() {
    struct Comment {
      std::string_view opening;
      std::string_view closing;
    };
    static constexpr std::array<Comment, 5> comments = {
        {{"<!--", ""}, {"-->", ""}, {"/*", "*/"}, {"//", "\n"}, {"<![CDATA[", ""}}};
    for (const Comment& comment : comments) {
      if (!text_.substr(at_).starts_with(comment.opening)) continue;
      const std::size_t behind = at_ + comment.opening.size();
      const std::size_t end = text_.find(comment.closing, behind);
      at_ = end == text_.npos ? text_.size() : end + comment.closing.size();
      return true;
    }
    return false;
  }

  void drop_comma() {
    const std::size_t last = out_.find_last_not_of(" \t\r\n");
    if (last != out_.npos && out_[last] == ',') out_.resize(last);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool in_string_ = false;
  std::string out_;
};

}  // namespace

std::string repair_json(std::string_view text) {
  return utf8::repair(Repair(between_brackets(text)).run());
}

}  // namespace news
