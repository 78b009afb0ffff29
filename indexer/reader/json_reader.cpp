// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/framers.hpp"
#include "indexer/reader/json_record.hpp"
#include "news/base/ascii.hpp"

#include <utility>

namespace news {

namespace {

/// Finds where a JSON value ends, over as many pieces of input as it takes, by counting brackets
/// outside of strings. A string cannot hold a line end, so one that is not closed costs no more
/// than its line.
class ValueScanner {
 public:
  /// Looks at the next character; true if it was the last of the value.
  bool step(char c) {
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"' || c == '\n') {
        in_string_ = false;
      }
      return false;
    }
    if (c == '"') in_string_ = true;
    if (c == '{' || c == '[') ++depth_;
    if (c == '}' || c == ']') return --depth_ <= 0;
    return false;
  }

 private:
  int depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

/// Hands out the elements of an array, or values that stand one behind the other. A single object
/// that is all of the source has number 0.
class JsonFramer : public RecordFramer {
 public:
  explicit JsonFramer(InputWindow& input) : input_(input) {}

  std::optional<RawRecord> next() override {
    while (true) {
      const auto c = skip_between_values();
      if (!c) return at_end();
      if (*c == '[' && !in_array_) {
        in_array_ = true;
        input_.consume(1);
      } else if (*c == ']') {
        in_array_ = false;
        input_.consume(1);
      } else {
        return take_value(*c);
      }
    }
  }

 private:
  /// The first character of the next value or bracket; nothing at the end of the stream.
  std::optional<char> skip_between_values() {
    while (true) {
      const std::string_view data = input_.data();
      const std::size_t at = data.find_first_not_of(" \t\r\n,");
      input_.consume(std::min(at, data.size()));
      if (at != std::string_view::npos) return input_.data().front();
      if (!input_.fill()) return std::nullopt;
    }
  }

  std::optional<RawRecord> at_end() {
    if (!std::exchange(in_array_, false)) return std::nullopt;
    RawRecord record;
    record.number = ++count_;
    record.defect = "cut off: the file ends before the list does";
    return record;
  }

  RawRecord take_value(char first) {
    RawRecord record;
    const bool alone = count_ == 0 && !in_array_;
    record.number = ++count_;
    const std::size_t size = first == '{' || first == '[' ? bracketed_size(record) : plain_size();
    if (record.defect.empty()) record.bytes = input_.data().substr(0, size);
    input_.consume(size);
    if (alone && !skip_between_values()) record.number = 0;
    return record;
  }

  std::size_t bracketed_size(RawRecord& record) {
    ValueScanner scanner;
    std::size_t at = 0;
    while (true) {
      const std::string_view data = input_.data();
      while (at < data.size()) {
        if (scanner.step(data[at++])) return at;
      }
      if (at > max_record_bytes) {
        record.defect = "longer than an article can be, or brackets that are never closed";
        input_.consume(at);
        at = 0;
      }
      if (!input_.fill()) {
        record.defect = "cut off: the file ends inside it";
        in_array_ = false;  // said once
        return at;
      }
    }
  }

  /// A number, word or string where an object should be: up to the next separator.
  std::size_t plain_size() {
    std::size_t at = 1;
    while (true) {
      const std::string_view data = input_.data();
      const std::size_t end = data.find_first_of(",]\n", at);
      if (end != std::string_view::npos) return end;
      at = data.size();
      if (at > max_record_bytes || !input_.fill()) return at;
    }
  }

  InputWindow& input_;
  bool in_array_ = false;
  std::uint64_t count_ = 0;
};

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
    return std::make_unique<JsonFramer>(input);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    return parse_json_record(record.bytes);
  }
};

}  // namespace

std::unique_ptr<Reader> make_json_reader() { return std::make_unique<JsonReader>(); }

}  // namespace news
