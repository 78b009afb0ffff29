// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/query_line.hpp"

#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"
#include "news/text/printable.hpp"

#include <utility>

namespace news {

namespace {

constexpr std::size_t most_bytes = 4096;

/// The key that a control character is another name for.
constexpr Key::Kind key_of_control(char32_t letter) {
  switch (letter) {
    case U'a':
      return Key::Kind::home;
    case U'b':
      return Key::Kind::left;
    case U'd':
      return Key::Kind::remove;
    case U'e':
      return Key::Kind::end;
    case U'f':
      return Key::Kind::right;
    case U'h':
      return Key::Kind::backspace;
    default:
      return Key::Kind::unknown;
  }
}

}  // namespace

QueryLine::QueryLine(std::string text) : text_(std::move(text)), cursor_(text_.size()) {}

bool QueryLine::take(const Key& key) {
  switch (key.kind) {
    case Key::Kind::character:
    case Key::Kind::pasted:
      insert(key.character);
      return true;
    case Key::Kind::control:
      return take_control(key.character);
    case Key::Kind::backspace:
      remove(before_cursor(), cursor_);
      return true;
    case Key::Kind::remove:
      remove(cursor_, behind_cursor());
      return true;
    case Key::Kind::left:
      cursor_ = before_cursor();
      return true;
    case Key::Kind::right:
      cursor_ = behind_cursor();
      return true;
    case Key::Kind::home:
      cursor_ = 0;
      return true;
    case Key::Kind::end:
      cursor_ = text_.size();
      return true;
    default:
      return false;
  }
}

bool QueryLine::take_control(char32_t letter) {
  switch (letter) {
    case U'k':
      remove(cursor_, text_.size());
      return true;
    case U'u':
      remove(0, cursor_);
      return true;
    case U'w':
      remove(word_begin(), cursor_);
      return true;
    default:
      break;
  }
  const Key::Kind same = key_of_control(letter);
  return same != Key::Kind::unknown && take({same, 0});
}

void QueryLine::insert(char32_t c) {
  std::string bytes;
  utf8::append(bytes, c);
  bytes = printable(bytes);
  if (text_.size() + bytes.size() > most_bytes) return;
  text_.insert(cursor_, bytes);
  cursor_ += bytes.size();
}

void QueryLine::remove(std::size_t begin, std::size_t end) {
  text_.erase(begin, end - begin);
  cursor_ = begin;
}

std::size_t QueryLine::before_cursor() {
  return cursor_ == 0 ? 0 : cuts_.character_at_or_before(text_, cursor_ - 1);
}

std::size_t QueryLine::behind_cursor() {
  return cursor_ == text_.size() ? cursor_ : cuts_.character_at_or_behind(text_, cursor_ + 1);
}

/// As readline has it for Ctrl-W: words are what has spaces between.
std::size_t QueryLine::word_begin() const {
  const std::string_view before = std::string_view(text_).substr(0, cursor_);
  const std::size_t last = before.find_last_not_of(' ');
  if (last == std::string_view::npos) return 0;
  const std::size_t space = before.find_last_of(' ', last);
  return space == std::string_view::npos ? 0 : space + 1;
}

std::size_t first_visible(const QueryLine& line, std::size_t columns) {
  const std::string_view text = line.text();
  std::size_t begin = 0;
  // The cursor takes a column of its own behind the last character.
  while (begin < line.cursor() &&
         display_width(text.substr(begin, line.cursor() - begin)) + 1 > columns) {
    utf8::decode(text, begin);
  }
  return begin;
}

}  // namespace news
