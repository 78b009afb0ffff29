// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/framers.hpp"

#include "indexer/reader/markup.hpp"
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
      record.rest_unread = true;  // no line end, so it may have been longer
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

class ElementFramer : public RecordFramer {
 public:
  ElementFramer(InputWindow& input, ElementTags tags) : input_(input), tags_(std::move(tags)) {}

  std::optional<RawRecord> next() override {
    if (!skip_to_open()) return std::nullopt;
    RawRecord record;
    record.number = ++count_;
    if (std::exchange(headless_, false)) {
      record.defect = fmt::format("cut off: the file begins behind {}", tags_.open);
      return record;
    }
    std::size_t searched = tags_.open.size();
    while (true) {
      const std::string_view data = input_.data();
      // In this order, so that records that are never closed are not all looked through to the end.
      const std::size_t reopened = find_open_tag(data, tags_.open, searched);
      const std::size_t close = find_tag(data.substr(0, reopened), tags_.close, searched);
      if (close != std::string_view::npos) {
        return finish(record, close + tags_.close.size(), {});
      }
      if (reopened != std::string_view::npos) {
        return finish_unclosed(record, reopened,
                               fmt::format("no {} before the next {}", tags_.close, tags_.open));
      }
      // A tag may be half in view; look at its beginning again once more is there.
      searched =
          std::max(tags_.open.size(), data.size() - std::min(data.size(), tags_.close.size()));
      if (searched > max_record_bytes) return finish(record, searched, too_long());
      if (!input_.fill()) {
        record.rest_unread = true;
        return finish_unclosed(record, input_.data().size(),
                               fmt::format("cut off: the file ends before {}", tags_.close));
      }
    }
  }

 private:
  std::optional<RawRecord> finish(RawRecord& record, std::size_t bytes, std::string defect) {
    if (defect.empty() && bytes > max_record_bytes) defect = too_long();
    if (defect.empty()) record.bytes = input_.data().substr(0, bytes);
    record.defect = std::move(defect);
    input_.consume(bytes);
    return std::move(record);
  }

  /// Only the closing tag is missed where all that matters is there.
  std::optional<RawRecord> finish_unclosed(RawRecord& record, std::size_t bytes,
                                           std::string defect) {
    const std::string_view data = input_.data().substr(0, bytes);
    if (find_tag(data, tags_.enough) != std::string_view::npos) defect.clear();
    return finish(record, bytes, std::move(defect));
  }

  /// False if no record begins any more.
  bool skip_to_open() {
    while (true) {
      const std::string_view data = input_.data();
      const std::size_t at = find_open_tag(data, tags_.open);
      if (count_ == 0 && find_tag(data.substr(0, at), tags_.close) != std::string_view::npos) {
        headless_ = true;
      }
      if (at != std::string_view::npos) {
        input_.consume(at);
        return true;
      }
      const std::size_t keep =
          std::min(data.size(), std::max(tags_.open.size(), tags_.close.size()));
      input_.consume(data.size() - keep);
      if (!input_.fill()) return headless_;
    }
  }

  InputWindow& input_;
  ElementTags tags_;
  bool headless_ = false;  ///< a record ended before the first one began
  std::uint64_t count_ = 0;
};

}  // namespace

std::unique_ptr<RecordFramer> frame_whole(InputWindow& input) {
  return std::make_unique<WholeFramer>(input);
}

std::unique_ptr<RecordFramer> frame_lines(InputWindow& input) {
  return std::make_unique<LineFramer>(input);
}

std::unique_ptr<RecordFramer> frame_elements(InputWindow& input, ElementTags tags) {
  return std::make_unique<ElementFramer>(input, std::move(tags));
}

}  // namespace news
