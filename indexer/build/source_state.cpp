// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/source_state.hpp"

#include "news/base/utf8.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

namespace news {

namespace {

/// What may stand before the path, which begins with "/".
constexpr std::string_view passed_over_word = "passed-over=";
constexpr std::string_view partial_word = "partial";

/// Takes the part of `text` before the next space.
std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

template <typename Number>
bool take_number(std::string_view& text, Number& number) {
  const std::string_view word = take_word(text);
  const auto parsed = std::from_chars(word.data(), word.data() + word.size(), number);
  return parsed.ec == std::errc() && parsed.ptr == word.data() + word.size();
}

bool is_within(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/');
}

}  // namespace

std::string to_metadata(const SourceState& state) {
  std::string value = fmt::format("{} {} {} {} {} ", state.size, state.mtime_ns, state.content_hash,
                                  state.articles, state.unreadable);
  if (state.passed_over > 0) value += fmt::format("{}{} ", passed_over_word, state.passed_over);
  if (state.partial) value.append(partial_word).push_back(' ');
  return value + state.path;
}

std::optional<SourceState> from_metadata(std::string_view value) {
  SourceState state;
  if (!take_number(value, state.size) || !take_number(value, state.mtime_ns)) return std::nullopt;
  state.content_hash = take_word(value);
  if (!take_number(value, state.articles) || !take_number(value, state.unreadable)) {
    return std::nullopt;
  }
  while (!value.empty() && value.front() != '/') {
    std::string_view word = take_word(value);
    if (word == partial_word) state.partial = true;
    if (!word.starts_with(passed_over_word)) continue;
    word.remove_prefix(passed_over_word.size());
    if (!take_number(word, state.passed_over)) return std::nullopt;
  }
  state.path = value;
  return state;
}

SourceCatalog::SourceCatalog(std::vector<Xapian::Database> segments)
    : segments_(std::move(segments)) {}

std::optional<SourceState> SourceCatalog::find(std::string_view path) const {
  const std::string key = schema::source_state_key(path);
  for (auto segment = segments_.rbegin(); segment != segments_.rend(); ++segment) {
    auto state = from_metadata(segment->get_metadata(key));
    if (state && state->path == path) return state;
  }
  return std::nullopt;
}

std::vector<std::string> SourceCatalog::paths_within(std::string_view folder) const {
  // Keys hold at least this much of a path as it is; the rest is checked in the value.
  constexpr std::size_t kept_bytes = 200;
  const std::string prefix =
      std::string(schema::source_key) + std::string(utf8::truncate(folder, kept_bytes));
  std::set<std::string> paths;
  for (const Xapian::Database& segment : segments_) {
    for (auto key = segment.metadata_keys_begin(prefix); key != segment.metadata_keys_end(prefix);
         ++key) {
      const auto state = from_metadata(segment.get_metadata(*key));
      if (state && is_within(state->path, folder)) paths.insert(state->path);
    }
  }
  return {paths.begin(), paths.end()};
}

std::string to_metadata(const std::set<std::string>& paths) {
  std::string value;
  for (const std::string& path : paths) value.append(path).push_back('\0');
  return value;
}

std::set<std::string> paths_from_metadata(std::string_view value) {
  std::set<std::string> paths;
  while (!value.empty()) {
    const std::string_view path = value.substr(0, value.find('\0'));
    paths.emplace(path);
    value.remove_prefix(std::min(path.size() + 1, value.size()));
  }
  return paths;
}

}  // namespace news
