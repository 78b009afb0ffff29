// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/crawl/crawl_framer.hpp"

#include <algorithm>

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
  RawRecord defective(std::string reason) const {
    return {.number = count_, .bytes = {}, .defect = std::move(reason)};
  }

  /// As much as a header may take.
  std::string_view near() { return input_.peek(max_crawl_header_bytes); }

  RawRecord take(std::size_t header, std::uint64_t content) {
    const bool too_long = content > max_record_bytes;
    const std::size_t kept = header + (too_long ? max_crawl_header_bytes : content);
    const std::string_view data = input_.peek(kept);
    if (data.size() < kept) {
      input_.consume(data.size());
      return defective("cut off: the file ends inside it");
    }
    RawRecord record{.number = count_, .bytes = std::string(data.substr(0, kept)), .defect = {}};
    input_.consume(kept);
    if (too_long && !skip(content - max_crawl_header_bytes)) {
      return defective("cut off: the file ends inside it");
    }
    return record;
  }

  /// False if the stream ends before that.
  bool skip(std::uint64_t bytes) {
    while (true) {
      const std::uint64_t now = std::min<std::uint64_t>(bytes, input_.data().size());
      input_.consume(static_cast<std::size_t>(now));
      bytes -= now;
      if (bytes == 0) return true;
      if (!input_.fill()) return false;
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

  InputWindow& input_;
  const CrawlHeaders& headers_;
  std::uint64_t count_ = 0;
};

}  // namespace

std::unique_ptr<RecordFramer> frame_crawl(InputWindow& input, const CrawlHeaders& headers) {
  return std::make_unique<CrawlFramer>(input, headers);
}

}  // namespace news
