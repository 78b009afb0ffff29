// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/json_framer.hpp"
#include "indexer/reader/json_record.hpp"
#include "news/base/ascii.hpp"

namespace news {

namespace {

/// JSON documents: an array of objects, one object, or objects one behind the other.
class JsonReader : public Reader {
 public:
  std::string_view name() const override { return "json"; }
  bool holds_bytes() const override { return true; }

  bool recognizes(const Sample& sample) const override {
    const std::string_view text = ascii::trim(sample.head);
    if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
    const std::string_view behind = ascii::trim(text.substr(1));
    if (behind.empty()) return sample.name.ends_with(".json");
    if (text.front() == '{') return behind.front() == '"' || behind.front() == '}';
    const std::size_t inner = text.find_first_not_of("[ \t\r\n");
    if (inner == std::string_view::npos) return sample.name.ends_with(".json");
    if (text[inner] == '{' || behind.front() == ']') return true;
    // A list of something else is no text: it is named for what it is.
    const bool value = text[inner] == '"' || text[inner] == '-' || ascii::is_digit(text[inner]);
    return value && sample.name.ends_with(".json");
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    return frame_json(input);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    return parse_json_record(record.bytes);
  }
};

}  // namespace

std::unique_ptr<Reader> make_json_reader() { return std::make_unique<JsonReader>(); }

}  // namespace news
