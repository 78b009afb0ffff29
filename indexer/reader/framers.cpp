// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/framers.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

std::string too_long() {
  return fmt::format("longer than {} MiB", max_record_bytes / (std::size_t{1024} * 1024));
}

class WholeFramer : public RecordFramer {
 public:
  explicit WholeFramer(InputWindow& input) : input_(input) {}

  std::optional<RawRecord> next() override {
    if (std::exchange(done_, true)) return std::nullopt;
    RawRecord record;
    const std::string_view data = input_.peek(max_record_bytes + 1);
    if (data.size() > max_record_bytes) {
      record.defect = too_long();
    } else {
      record.bytes = data;
    }
    return record;
  }

 private:
  InputWindow& input_;
  bool done_ = false;
};

class LineFramer : public RecordFramer {
 public:
  explicit LineFramer(InputWindow& input) : input_(input) {}

  std::optional<RawRecord> next() override {
    while (true) {
      RawRecord record;
      if (!take_line(record)) return std::nullopt;
      if (!record.defect.empty() || !ascii::trim(record.bytes).empty()) return record;
    }
  }

 private:
  /// False at the end of the stream.
  bool take_line(RawRecord& record) {
    std::size_t searched = 0;
    while (true) {
      const std::string_view data = input_.data();
      const std::size_t end = data.find('\n', searched);
      if (end != std::string_view::npos) {
        hand_over(record, data.substr(0, end));
        input_.consume(end + 1);
        return true;
      }
      searched = data.size();
      if (searched > max_record_bytes) {
        record.defect = too_long();
        input_.consume(searched);
        searched = 0;
      }
      if (input_.fill()) continue;
      if (input_.data().empty() && record.defect.empty()) return false;
      hand_over(record, input_.data());
      input_.consume(input_.data().size());
      return true;
    }
  }

  void hand_over(RawRecord& record, std::string_view line) {
    record.number = ++line_;
    if (record.defect.empty()) record.bytes = line;
  }

  InputWindow& input_;
  std::uint64_t line_ = 0;
};

/// The first place at or behind `from` where `tag` begins, in any case; npos if there is none.
std::size_t find_tag(std::string_view data, std::string_view tag, std::size_t from) {
  while (true) {
    const std::size_t at = data.find('<', from);
    if (at == std::string_view::npos) return at;
    if (ascii::equals_ignoring_case(data.substr(at, tag.size()), tag)) return at;
    from = at + 1;
  }
}

class ElementFramer : public RecordFramer {
 public:
  ElementFramer(InputWindow& input, std::string open, std::string close)
      : input_(input), open_(std::move(open)), close_(std::move(close)) {}

  std::optional<RawRecord> next() override {
    if (!skip_to_open()) return std::nullopt;
    RawRecord record;
    record.number = ++count_;
    std::size_t searched = open_.size();
    while (true) {
      const std::string_view data = input_.data();
      const std::size_t close = find_tag(data, close_, searched);
      const std::size_t reopened = find_open(data.substr(0, close), searched);
      if (reopened != std::string_view::npos) {
        return finish(record, reopened, fmt::format("no {} before the next {}", close_, open_));
      }
      if (close != std::string_view::npos) {
        const std::size_t end = close + close_.size();
        if (end > max_record_bytes) return finish(record, end, too_long());
        record.bytes = data.substr(0, end);
        return finish(record, end, {});
      }
      // A tag may be half in view; look at its beginning again once more is there.
      searched = std::max(open_.size(), data.size() - std::min(data.size(), close_.size()));
      if (searched > max_record_bytes) return finish(record, searched, too_long());
      if (!input_.fill()) {
        return finish(record, input_.data().size(),
                      fmt::format("cut off: the file ends before {}", close_));
      }
    }
  }

 private:
  std::optional<RawRecord> finish(RawRecord& record, std::size_t bytes, std::string defect) {
    record.defect = std::move(defect);
    input_.consume(bytes);
    return std::move(record);
  }

  /// False if no record begins any more.
  bool skip_to_open() {
    while (true) {
      const std::string_view data = input_.data();
      const std::size_t at = find_open(data, 0);
      if (at != std::string_view::npos) {
        input_.consume(at);
        return true;
      }
      const std::size_t keep = std::min(data.size(), open_.size());
      input_.consume(data.size() - keep);
      if (!input_.fill()) return false;
    }
  }

  /// An opening tag with the character behind it in view.
  std::size_t find_open(std::string_view data, std::size_t from) const {
    while (true) {
      const std::size_t at = find_tag(data, open_, from);
      if (at == std::string_view::npos || at + open_.size() >= data.size()) {
        return std::string_view::npos;
      }
      const char behind = data[at + open_.size()];
      if (behind == '>' || ascii::is_space(behind)) return at;
      from = at + 1;
    }
  }

  InputWindow& input_;
  std::string open_;
  std::string close_;
  std::uint64_t count_ = 0;
};

}  // namespace

std::unique_ptr<RecordFramer> frame_whole(InputWindow& input) {
  return std::make_unique<WholeFramer>(input);
}

std::unique_ptr<RecordFramer> frame_lines(InputWindow& input) {
  return std::make_unique<LineFramer>(input);
}

std::unique_ptr<RecordFramer> frame_elements(InputWindow& input, std::string open,
                                             std::string close) {
  return std::make_unique<ElementFramer>(input, std::move(open), std::move(close));
}

}  // namespace news
