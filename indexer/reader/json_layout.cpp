// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/json_layout.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>

namespace news {

namespace {

constexpr std::size_t longest_mark = 256;
constexpr std::string_view blanks = " \t\r\n";

/// "\"id\"" of "{ \"id\": 17": empty if it does not begin so.
std::string_view first_name(std::string_view object) {
  if (!object.starts_with('{')) return {};
  object.remove_prefix(1);
  object.remove_prefix(std::min(object.find_first_not_of(blanks), object.size()));
  if (!object.starts_with('"')) return {};
  const std::size_t end = object.substr(0, longest_mark).find('"', 1);
  return end == std::string_view::npos ? std::string_view() : object.substr(0, end + 1);
}

/// Whether an object with this first name begins at `at`.
bool begins_with(std::string_view text, std::size_t at, std::string_view name) {
  text.remove_prefix(at + 1);
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  if (!text.starts_with(name)) return false;
  text.remove_prefix(name.size());
  return ascii::trim(text.substr(0, longest_mark)).starts_with(':');
}

std::size_t find_at_line(std::string_view text, std::size_t from, std::string_view indentation) {
  for (std::size_t end = text.find('\n', from - 1); end != std::string_view::npos;
       end = text.find('\n', end + 1)) {
    if (!text.substr(end + 1).starts_with(indentation)) continue;
    std::size_t at = end + 1 + indentation.size();
    if (at < text.size() && text[at] == '}') {  // "}, {"
      at = std::min(text.find_first_not_of(" \t,", at + 1), text.size());
    }
    if (at < text.size() && text[at] == '{') return at;
  }
  return std::string_view::npos;
}

std::size_t find_by_name(std::string_view text, std::size_t from, std::string_view name) {
  for (std::size_t at = text.find('{', from); at != std::string_view::npos;
       at = text.find('{', at + 1)) {
    const std::size_t before = text.find_last_not_of(blanks, at - 1);
    const bool separated = before != std::string_view::npos && text[before] == ',';
    if (separated && begins_with(text, at, name)) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::size_t JsonLayout::Next::find(std::string_view text, std::size_t from) const {
  switch (way_) {
    case Way::at_line:
      return find_at_line(text, from, mark_);
    case Way::by_name:
      return find_by_name(text, from, mark_);
    default:
      return std::string_view::npos;
  }
}

void JsonLayout::pass(std::string_view text) {
  const std::size_t end = text.rfind('\n');
  if (end != std::string_view::npos) {
    line_.clear();
    text.remove_prefix(end + 1);
  }
  line_ += text.substr(0, longest_mark + 1 - std::min(line_.size(), longest_mark + 1));
}

void JsonLayout::learn(std::string_view object) {
  if (name_.empty()) name_ = first_name(object);
}

JsonLayout::Next JsonLayout::next_of(std::string_view broken) const {
  Next next;
  if (forgotten_) return next;
  const bool began_line =
      line_.size() <= longest_mark && line_.find_first_not_of(" \t},") == std::string::npos;
  if (began_line) {
    next.way_ = Next::Way::at_line;
    next.mark_ = line_.substr(0, line_.find_first_not_of(" \t"));
    return next;
  }
  next.mark_ = name_.empty() ? first_name(broken) : name_;
  if (!next.mark_.empty()) next.way_ = Next::Way::by_name;
  return next;
}

}  // namespace news
