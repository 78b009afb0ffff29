// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/markdown/front_matter.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <yaml.h>

namespace news {

namespace {

/// None is longer; another "---" far below is a rule in a text.
constexpr std::size_t longest_matter = std::size_t{64} * 1024;

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, text.find('\n', at) - at);
}

std::string_view without_end_spaces(std::string_view line) {
  while (!line.empty() && ascii::is_space(line.back())) line.remove_suffix(1);
  return line;
}

/// Whether a line is "name: value", "name = value" or "name:".
bool names_a_value(std::string_view line, char separator) {
  const std::size_t end = line.find(separator);
  if (end == std::string_view::npos || end == 0 || !ascii::is_alpha(line.front())) return false;
  const std::string_view name = ascii::trim(line.substr(0, end));
  const bool word = std::all_of(name.begin(), name.end(), [](char c) {
    return ascii::is_alnum(c) || c == '_' || c == '-' || c == '.';
  });
  const bool apart = separator == '=' || end + 1 == line.size() || ascii::is_space(line[end + 1]);
  return word && apart;
}

struct Entry {
  std::string name;
  std::vector<std::string> values;
  bool is_list = false;
};

/// The events of a YAML text, one after the other.
class YamlEvents {
 public:
  explicit YamlEvents(std::string_view text) {
    good_ = yaml_parser_initialize(&parser_) == 1;
    if (!good_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~YamlEvents() {
    drop();
    yaml_parser_delete(&parser_);
  }
  YamlEvents(const YamlEvents&) = delete;
  YamlEvents& operator=(const YamlEvents&) = delete;

  /// False at the end, or where the text is no YAML.
  bool next() {
    drop();
    if (!good_) return false;
    good_ = yaml_parser_parse(&parser_, &event_) == 1;
    has_event_ = good_;
    return good_ && event_.type != YAML_STREAM_END_EVENT;
  }

  bool good() const { return good_; }
  yaml_event_type_t type() const { return event_.type; }
  std::string value() const {
    const auto& scalar = event_.data.scalar;
    return {reinterpret_cast<const char*>(scalar.value), scalar.length};
  }

 private:
  void drop() {
    if (std::exchange(has_event_, false)) yaml_event_delete(&event_);
  }

  yaml_parser_t parser_{};
  yaml_event_t event_{};
  bool good_ = false;
  bool has_event_ = false;
};

/// The members of the outermost mapping; of mappings in them ("author: {name: ...}") the values of
/// "name". Nothing if it is not YAML.
std::optional<std::vector<Entry>> yaml_entries(std::string_view text) {
  std::vector<Entry> entries;
  YamlEvents events(text);
  std::vector<bool> mappings;  // whether each of the open collections is one
  bool key_next = true;
  std::string inner_key;
  while (events.next()) {
    const auto type = events.type();
    if (type == YAML_MAPPING_START_EVENT || type == YAML_SEQUENCE_START_EVENT) {
      if (mappings.size() == 1 && type == YAML_SEQUENCE_START_EVENT && !entries.empty()) {
        entries.back().is_list = true;
      }
      mappings.push_back(type == YAML_MAPPING_START_EVENT);
      key_next = true;
    } else if (type == YAML_MAPPING_END_EVENT || type == YAML_SEQUENCE_END_EVENT) {
      if (!mappings.empty()) mappings.pop_back();
      key_next = true;
    } else if (type == YAML_SCALAR_EVENT) {
      if (mappings.empty()) return std::nullopt;
      const bool is_key = mappings.back() && std::exchange(key_next, !key_next);
      if (mappings.size() == 1 && is_key) {
        entries.push_back({events.value(), {}, false});
      } else if (is_key) {
        inner_key = events.value();
      } else if (!entries.empty() &&
                 (mappings.size() == 1 || !mappings.back() || inner_key == "name")) {
        entries.back().values.push_back(events.value());
      }
    } else if (type == YAML_ALIAS_EVENT) {
      key_next = true;
    }
  }
  if (!events.good()) return std::nullopt;
  return entries;
}

std::string unquoted(std::string_view value) {
  value = ascii::trim(value);
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  if (!quoted) return std::string(value);
  std::string out;
  for (const char c : value.substr(1, value.size() - 2)) {
    if (c == '\\') continue;
    out.push_back(c);
  }
  return out;
}

/// The entries of "[a, b]", or the one value.
std::vector<std::string> values_of(std::string_view value, bool& is_list) {
  value = ascii::trim(value);
  is_list = value.starts_with('[') && value.ends_with(']');
  if (!is_list) return {unquoted(value)};
  std::vector<std::string> values;
  std::string_view rest = value.substr(1, value.size() - 2);
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    values.push_back(unquoted(rest.substr(0, comma)));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return values;
}

std::vector<Entry> line_entries(std::string_view text, char separator) {
  std::vector<Entry> entries;
  bool in_table = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view line = without_end_spaces(line_at(text, at));
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (separator == '=' && line.starts_with('[')) in_table = !line.starts_with("[taxonomies]");
    if (in_table) continue;
    if (names_a_value(line, separator)) {
      const std::size_t end = line.find(separator);
      Entry entry{std::string(ascii::trim(line.substr(0, end))), {}, false};
      entry.values = values_of(line.substr(end + 1), entry.is_list);
      entries.push_back(std::move(entry));
    } else if (ascii::trim(line).starts_with("- ") && !entries.empty()) {
      entries.back().is_list = true;
      entries.back().values.push_back(unquoted(ascii::trim(line).substr(2)));
    }
  }
  return entries;
}

}  // namespace

std::optional<FrontMatter> find_front_matter(std::string_view text) {
  const std::string_view fence = without_end_spaces(line_at(text, 0));
  if (fence != "---" && fence != "+++") return std::nullopt;
  const char separator = fence == "+++" ? '=' : ':';
  const std::size_t begin = std::min(text.find('\n'), text.size() - 1) + 1;
  bool names = false;
  for (std::size_t at = begin; at < std::min(text.size(), longest_matter);) {
    const std::string_view line = without_end_spaces(line_at(text, at));
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (line == fence || (separator == ':' && line == "...")) {
      if (!names) return std::nullopt;
      return FrontMatter{text.substr(begin, at - begin), end, separator == '='};
    }
    names |= names_a_value(line, separator);
    at = end;
  }
  return std::nullopt;
}

void set_front_matter(const FrontMatter& matter, ArticleFields& fields) {
  std::vector<Entry> entries;
  auto yaml = matter.toml ? std::nullopt : yaml_entries(matter.text);
  entries = yaml ? std::move(*yaml) : line_entries(matter.text, matter.toml ? '=' : ':');
  for (Entry& entry : entries) {
    const auto field = ArticleFields::field_of(entry.name);
    if (field == Field::body || entry.values.empty()) continue;  // the text is below
    fields.set(entry.name, std::move(entry.values), entry.is_list);
  }
}

}  // namespace news
