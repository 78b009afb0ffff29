// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/framers.hpp"
#include "indexer/reader/json_record.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>

namespace news {

namespace {

bool named_as_lines(std::string_view name) {
  return name.ends_with(".jsonl") || name.ends_with(".ndjson") || name.ends_with(".jl");
}

/// Whether a line is an object from its first to its last character.
bool is_object_line(std::string_view line) {
  line = ascii::trim(line);
  return line.starts_with('{') && line.ends_with('}');
}

/// Whether most lines begin an object.
bool mostly_objects(std::string_view text) {
  std::size_t objects = 0;
  std::size_t others = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = ascii::trim(text.substr(0, end));
    if (!line.empty()) ++(line.starts_with('{') ? objects : others);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return objects > others;
}

/// JSON Lines: an object a line.
class JsonLinesReader : public Reader {
 public:
  std::string_view name() const override { return "jsonl"; }
  bool holds_bytes() const override { return true; }

  bool recognizes(const Sample& sample) const override {
    const std::string_view text = ascii::trim(sample.head);
    if (!text.starts_with('{')) return false;
    const std::string_view behind = ascii::trim(text.substr(1));
    if (!behind.starts_with('"') && !behind.starts_with('}')) return false;
    const std::size_t end = text.find('\n');
    if (is_object_line(text.substr(0, end))) return true;
    // The name says it, too, where the first line is damaged and those below are not.
    return named_as_lines(sample.name) &&
           (end == std::string_view::npos || mostly_objects(text.substr(end + 1)));
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return frame_lines(input);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    return parse_json_record(record.bytes);
  }
};

}  // namespace

std::unique_ptr<Reader> make_json_lines_reader() { return std::make_unique<JsonLinesReader>(); }

}  // namespace news
