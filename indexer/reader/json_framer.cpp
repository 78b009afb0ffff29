// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/json_framer.hpp"

#include "indexer/reader/json_layout.hpp"
#include "indexer/reader/json_scanner.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

using State = JsonScanner::State;

/// A list in an object, both of which end behind what is at hand.
struct OpenList {
  std::size_t begin = 0;  ///< behind its bracket
  std::string enclosing;  ///< brackets that are open around it
};

/// The outermost list that is still open at the end of `text`, which begins with an object. Dumps
/// have it a few levels down: {"response": {"results": [...
std::optional<OpenList> open_list(std::string_view text) {
  constexpr std::size_t max_depth = 8;
  std::array<std::size_t, max_depth> opened{};
  JsonScanner scanner;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t before = scanner.open().size();
    if (scanner.step(text[at]) == State::broken) break;
    if (scanner.open().size() > before && before < max_depth) opened[before] = at;
  }
  const std::string open = scanner.open().substr(0, max_depth);
  const std::size_t list = open.find('[');
  if (list == std::string::npos) return std::nullopt;
  return OpenList{opened[list] + 1, open.substr(0, list)};
}

class JsonFramer : public RecordFramer {
 public:
  explicit JsonFramer(InputWindow& input) : input_(input) {}

  std::optional<RawRecord> next() override {
    while (true) {
      const auto c = skip_between_values();
      if (!c) return at_end();
      if (*c == '[' && !in_array_) {
        in_array_ = true;
        consume(1);
      } else if (*c == ']') {
        in_array_ = false;
        consume(1);
        skip_enclosing();
      } else if (auto record = take_value(*c)) {
        return record;
      }
    }
  }

 private:
  void consume(std::size_t bytes) {
    layout_.pass(input_.data().substr(0, bytes));
    input_.consume(bytes);
  }

  /// The first character of the next value or bracket; nothing at the end of the stream.
  std::optional<char> skip_between_values() {
    while (true) {
      const std::string_view data = input_.data();
      const std::size_t at = data.find_first_not_of(" \t\r\n,");
      consume(std::min(at, data.size()));
      if (at != std::string_view::npos) return input_.data().front();
      if (!input_.fill()) return std::nullopt;
    }
  }

  std::optional<RawRecord> at_end() {
    if (!std::exchange(in_array_, false)) return std::nullopt;
    RawRecord record;
    record.number = ++count_;
    record.defect = "cut off: the file ends before the list does";
    record.rest_unread = true;
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
    consume(*size);
    if (alone && !skip_between_values()) record.number = 0;
    return record;
  }

  /// Nothing where it went into a list.
  std::optional<std::size_t> bracketed_size(RawRecord& record, bool alone) {
    JsonScanner scanner;
    std::size_t at = 0;
    while (true) {
      const std::string_view data = input_.data();
      while (at < data.size()) {
        const State state = scanner.step(data[at++]);
        if (state == State::end) {
          layout_.learn(data.substr(0, at));
          return at;
        }
        if (state == State::broken) {
          return broken_size(record, alone, fmt::format("not valid JSON: {}", scanner.problem()));
        }
      }
      const bool too_long = at > max_record_bytes;
      if (!too_long && input_.fill()) continue;
      if (alone && enter_list(at)) return std::nullopt;
      if (++searched_through_ > max_searched_through) layout_.forget();
      return broken_size(record, /*alone=*/false,
                         too_long ? "longer than an article can be, or brackets never closed"
                                  : "cut off: the file ends inside it");
    }
  }

  /// Up to where the next element begins, or the end of the stream. Nothing where it went into a
  /// list.
  std::optional<std::size_t> broken_size(RawRecord& record, bool alone, std::string defect) {
    record.defect = std::move(defect);
    record.rest_unread = true;  // nobody knows how many there were in what is passed over
    const std::string_view begin = input_.data();
    if (alone && begin.front() == '{' && enter_list(begin.size())) return std::nullopt;
    const JsonLayout::Next next = layout_.next_of(begin);
    std::size_t at = 1;
    while (true) {
      const std::string_view data = input_.data();
      const std::size_t found = next.find(data, at);
      if (found != std::string_view::npos) return found;
      // The start of one may be half in view.
      at = std::max(at, data.size() - std::min(data.size(), JsonLayout::longest_start));
      if (at > max_record_bytes) {
        consume(at - 1);
        at = 1;
      }
      if (!input_.fill()) {
        in_array_ = false;  // said once
        return input_.data().size();
      }
    }
  }

  /// Goes into the list of objects that is open at the end of what is at hand, or of its first
  /// bytes, of an object.
  bool enter_list(std::size_t bytes) {
    const std::string_view data = input_.data().substr(0, bytes);
    auto list = open_list(data);
    if (!list) return false;
    const std::size_t first = data.find_first_not_of(" \t\r\n", list->begin);
    if (first == std::string_view::npos || data[first] != '{') return false;
    consume(list->begin);
    in_array_ = true;
    enclosing_ = std::move(list->enclosing);
    return true;
  }

  /// Passes over what an object has behind the list that was in it.
  void skip_enclosing() {
    if (enclosing_.empty()) return;
    JsonScanner scanner(std::exchange(enclosing_, {}));
    do {
      const std::string_view data = input_.data();
      for (std::size_t at = 0; at < data.size();) {
        if (scanner.step(data[at++]) == State::more) continue;
        consume(at);
        return;
      }
      consume(data.size());
    } while (input_.fill());
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

  /// So often may a value be looked through to the end of the stream, or the greatest length, and
  /// reading go back to where the next one seems to begin.
  static constexpr int max_searched_through = 8;

  InputWindow& input_;
  JsonLayout layout_;
  bool in_array_ = false;
  std::string enclosing_;  ///< brackets to be closed behind the array
  int searched_through_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace

std::unique_ptr<RecordFramer> frame_json(InputWindow& input) {
  return std::make_unique<JsonFramer>(input);
}

}  // namespace news
