// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/mail/mbox_framer.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace news {

namespace {

constexpr std::string_view from = "From ";
/// Of the line above a message; what is longer is prose.
constexpr std::size_t max_from_line = 256;

class MboxFramer : public RecordFramer {
 public:
  explicit MboxFramer(InputWindow& input) : input_(input) {}

  std::optional<RawRecord> next() override {
    if (input_.peek(1).empty()) return std::nullopt;
    RawRecord record{.number = ++count_, .bytes = {}, .defect = {}};
    std::size_t searched = from.size();
    while (true) {
      const std::size_t end = next_message(searched);
      if (end != std::string_view::npos) return finish(std::move(record), end);
      const std::size_t have = input_.data().size();
      if (have > max_record_bytes) {
        record.defect = fmt::format("longer than {} MiB", max_record_bytes >> 20U);
        input_.consume(have - max_from_line);  // what is left may hold the next line's start
        searched = 0;
      } else {
        searched = have - std::min(have, max_from_line);
      }
      if (!input_.fill()) return finish(std::move(record), input_.data().size());
    }
  }

 private:
  RawRecord finish(RawRecord record, std::size_t bytes) {
    if (record.defect.empty()) record.bytes = input_.data().substr(0, bytes);
    input_.consume(bytes);
    return record;
  }

  /// Where the next message begins, behind an empty line.
  std::size_t next_message(std::size_t searched) {
    const std::string_view data = input_.data();
    for (std::size_t at = data.find("\nFrom ", searched); at != std::string_view::npos;
         at = data.find("\nFrom ", at + 1)) {
      const std::string_view before = data.substr(0, at);
      if (!before.ends_with('\n') && !before.ends_with("\n\r")) continue;
      if (begins_mbox_message(data.substr(at + 1, max_from_line))) return at + 1;
    }
    return std::string_view::npos;
  }

  InputWindow& input_;
  std::uint64_t count_ = 0;
};

}  // namespace

bool begins_mbox_message(std::string_view text) {
  if (!text.starts_with(from)) return false;
  const std::size_t end = text.substr(0, max_from_line).find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view line = text.substr(0, end);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon + 1 == line.size()) return false;
  if (!ascii::is_digit(line[colon - 1]) || !ascii::is_digit(line[colon + 1])) return false;
  return line.find(" 19") != std::string_view::npos || line.find(" 20") != std::string_view::npos;
}

std::unique_ptr<RecordFramer> frame_mbox(InputWindow& input) {
  return std::make_unique<MboxFramer>(input);
}

std::string mbox_message(std::string_view record) {
  if (!begins_mbox_message(record)) return std::string(record);
  record.remove_prefix(record.find('\n') + 1);
  std::string out;
  out.reserve(record.size());
  while (!record.empty()) {
    const std::size_t end = std::min(record.find('\n'), record.size() - 1) + 1;
    std::string_view line = record.substr(0, end);
    record.remove_prefix(end);
    const std::size_t quotes = std::min(line.find_first_not_of('>'), line.size());
    if (quotes > 0 && line.substr(quotes).starts_with(from)) line.remove_prefix(1);
    out += line;
  }
  return out;
}

}  // namespace news
