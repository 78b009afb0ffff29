// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/framers.hpp"
#include "indexer/reader/json_record.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace news {

namespace {

/// Finds where a JSON value ends, over as many pieces of input as it takes, by counting brackets
/// outside of strings. A string cannot hold a line end, so one that is not closed costs no more
/// than its line.
class ValueScanner {
 public:
  /// `depth` brackets are open already.
  explicit ValueScanner(std::int64_t depth = 0) : depth_(depth) {}

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

  std::int64_t depth() const { return depth_; }

 private:
  std::int64_t depth_;
  bool in_string_ = false;
  bool escaped_ = false;
};

/// A list in an object, both of which end behind what is at hand.
struct OpenList {
  std::size_t begin = 0;       ///< behind its bracket
  std::int64_t enclosing = 0;  ///< brackets that are open around it
};

/// The outermost list that is still open at the end of `text`, which begins with an object. Dumps
/// have it a few levels down: {"response": {"results": [...
std::optional<OpenList> open_list(std::string_view text) {
  constexpr std::size_t max_depth = 8;
  std::array<std::size_t, max_depth> opened{};
  ValueScanner scanner;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto before = static_cast<std::size_t>(scanner.depth());
    scanner.step(text[at]);
    if (scanner.depth() > static_cast<std::int64_t>(before) && before < max_depth) {
      opened[before] = at;
    }
  }
  const auto depth = std::min(static_cast<std::size_t>(scanner.depth()), max_depth);
  for (std::size_t level = 0; level < depth; ++level) {
    if (text[opened[level]] != '[') continue;
    return OpenList{opened[level] + 1, static_cast<std::int64_t>(level)};
  }
  return std::nullopt;
}

/// Hands out the elements of an array, or values that stand one behind the other. A single object
/// that is all of the source has number 0; if it is longer than an article can be, the elements of
/// its list are the records.
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
        skip_enclosing();
      } else if (auto record = take_value(*c)) {
        return record;
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

  /// Nothing if the value turns out to be what is around a list.
  std::optional<RawRecord> take_value(char first) {
    RawRecord record;
    const bool alone = count_ == 0 && !in_array_;
    const auto size =
        first == '{' || first == '[' ? bracketed_size(record, alone) : std::optional(plain_size());
    if (!size) return std::nullopt;
    record.number = ++count_;
    if (record.defect.empty()) record.bytes = input_.data().substr(0, *size);
    input_.consume(*size);
    if (alone && !skip_between_values()) record.number = 0;
    return record;
  }

  /// Goes into the list of an object of which so many bytes are at hand.
  bool enter_list(std::size_t bytes) {
    const auto list = open_list(input_.data().substr(0, bytes));
    if (!list) return false;
    input_.consume(list->begin);
    in_array_ = true;
    enclosing_ = list->enclosing;
    return true;
  }

  /// Passes over what an object has behind the list that was in it.
  void skip_enclosing() {
    if (enclosing_ == 0) return;
    ValueScanner scanner(std::exchange(enclosing_, 0));
    do {
      const std::string_view data = input_.data();
      for (std::size_t at = 0; at < data.size();) {
        if (scanner.step(data[at++])) {
          input_.consume(at);
          return;
        }
      }
      input_.consume(data.size());
    } while (input_.fill());
  }

  /// Nothing where it went into a list.
  std::optional<std::size_t> bracketed_size(RawRecord& record, bool alone) {
    ValueScanner scanner;
    std::size_t at = 0;
    while (true) {
      const std::string_view data = input_.data();
      while (at < data.size()) {
        if (scanner.step(data[at++])) return at;
      }
      if (at > max_record_bytes) {
        if (alone && record.defect.empty() && enter_list(at)) return std::nullopt;
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
  std::int64_t enclosing_ = 0;  ///< brackets to be closed behind the array
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
