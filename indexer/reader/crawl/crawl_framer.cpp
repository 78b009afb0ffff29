// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/crawl/crawl_framer.hpp"

#include <algorithm>
#include <utility>

namespace news {

namespace {

class CrawlFramer : public RecordFramer {
 public:
  CrawlFramer(InputWindow& input, const CrawlHeaders& headers) : input_(input), headers_(headers) {}

  std::optional<RawRecord> next() override {
    if (!skip_line_ends()) return std::nullopt;
    ++count_;
    if (!headers_.begins(near())) {
      skip_to_header();
      return defective("damaged: no record begins where one should");
    }
    const std::size_t header = headers_.header_bytes(input_.data());
    const auto content = headers_.content_bytes(input_.data().substr(0, header));
    if (header == 0 || !content) {
      skip_line();
      skip_to_header();
      return defective(header == 0 ? "its header does not end" : "its header states no length");
    }
    return take(header, *content);
  }

 private:
  /// Nobody knows how many records there were in what is passed over.
  RawRecord defective(std::string reason) const {
    return {.number = count_, .bytes = {}, .defect = std::move(reason), .rest_unread = true};
  }

  RawRecord cut_off() const { return defective("cut off: the file ends inside it"); }

  RawRecord wrong_length() const {
    return defective("its header states a wrong length: another record begins before that");
  }

  /// As much as a header may take.
  std::string_view near() { return input_.peek(max_crawl_header_bytes); }

  RawRecord take(std::size_t header, std::uint64_t content) {
    const bool too_long = content > max_record_bytes;
    const std::size_t kept = header + (too_long ? max_crawl_header_bytes : content);
    const std::string_view data = input_.peek(kept + longest_gap + 1);
    const bool doubtful = data.size() < kept || (!too_long && !ends_at(kept));
    const std::size_t inner = doubtful ? record_within(header, kept) : std::string_view::npos;
    if (inner != std::string_view::npos) {
      input_.consume(inner);
      return wrong_length();
    }
    if (data.size() < kept) {
      input_.consume(data.size());
      return cut_off();
    }
    RawRecord record{.number = count_, .bytes = std::string(data.substr(0, kept)), .defect = {}};
    input_.consume(kept);
    if (too_long) pass_over(content - max_crawl_header_bytes, record);
    return record;
  }

  /// Whether what is at hand has a record, or nothing, behind its first `bytes`.
  bool ends_at(std::size_t bytes) const {
    std::string_view behind = input_.data().substr(bytes);
    behind.remove_prefix(std::min(behind.find_first_not_of("\r\n"), behind.size()));
    return behind.empty() || headers_.begins(behind);
  }

  /// Where, between two places of what is at hand, a line begins a record.
  std::size_t record_within(std::size_t begin, std::size_t end) const {
    const std::string_view data = input_.data();
    for (std::size_t line = begin; line < std::min(end, data.size());) {
      if (headers_.begins(data.substr(line, max_crawl_header_bytes))) return line;
      const std::size_t line_end = data.find('\n', line);
      if (line_end == std::string_view::npos) break;
      line = line_end + 1;
    }
    return std::string_view::npos;
  }

  /// Passes over the rest of what is too long to be kept. It may hold a line that begins a record
  /// only if its length is wrong.
  void pass_over(std::uint64_t bytes, RawRecord& record) {
    bool line_begins = false;
    while (bytes > 0) {
      if (line_begins && headers_.begins(near())) {
        record = wrong_length();
        return;
      }
      if (input_.data().empty() && !input_.fill()) {
        record = cut_off();
        return;
      }
      const std::string_view data = input_.data();
      const std::size_t end = data.find('\n');
      line_begins = end != std::string_view::npos;
      const std::uint64_t now = std::min<std::uint64_t>(bytes, line_begins ? end + 1 : data.size());
      input_.consume(static_cast<std::size_t>(now));
      bytes -= now;
    }
  }

  /// Goes behind the white space between records; false at the end.
  bool skip_line_ends() {
    while (true) {
      const std::size_t at = input_.data().find_first_not_of("\r\n");
      if (at != std::string_view::npos) {
        input_.consume(at);
        return true;
      }
      input_.consume(input_.data().size());
      if (!input_.fill()) return false;
    }
  }

  /// Goes behind the end of the line; false at the end.
  bool skip_line() {
    while (true) {
      const std::size_t end = input_.data().find('\n');
      if (end != std::string_view::npos) {
        input_.consume(end + 1);
        return true;
      }
      input_.consume(input_.data().size());
      if (!input_.fill()) return false;
    }
  }

  void skip_to_header() {
    while (!headers_.begins(near())) {
      if (!skip_line()) return;
    }
  }

  /// Line ends that are looked through behind a record.
  static constexpr std::size_t longest_gap = 16 * 1024;

  InputWindow& input_;
  const CrawlHeaders& headers_;
  std::uint64_t count_ = 0;
};

}  // namespace

std::unique_ptr<RecordFramer> frame_crawl(InputWindow& input, const CrawlHeaders& headers) {
  return std::make_unique<CrawlFramer>(input, headers);
}

}  // namespace news
