// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/crawl/crawl_framer.hpp"
#include "indexer/reader/crawl/crawled_page.hpp"
#include "indexer/reader/formats.hpp"
#include "indexer/reader/header_fields.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <charconv>

namespace news {

namespace {

constexpr std::string_view signature = "WARC/";

std::string_view without_brackets(std::string_view url) {
  if (url.starts_with('<') && url.ends_with('>')) return url.substr(1, url.size() - 2);
  return url;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  if (!whole || text.empty()) return std::nullopt;
  return number;
}

/// The header of a WARC record: a version line, fields and an empty line.
class WarcHeaders : public CrawlHeaders {
 public:
  bool begins(std::string_view text) const override { return text.starts_with(signature); }

  std::size_t header_bytes(std::string_view text) const override {
    const std::size_t crlf = text.find("\r\n\r\n");
    const std::size_t lf = text.substr(0, crlf).find("\n\n");
    if (lf != std::string_view::npos) return lf + 2;
    return crlf == std::string_view::npos ? 0 : crlf + 4;
  }

  std::optional<std::uint64_t> content_bytes(std::string_view header) const override {
    return number_in(HeaderFields(header).value("Content-Length"));
  }
};

/// Crawls in the form of ISO 28500, versions 0.18 to 1.1.
class WarcReader : public Reader {
 public:
  std::string_view name() const override { return "warc"; }

  bool holds_bytes() const override { return true; }

  bool recognizes(const Sample& sample) const override {
    return sample.head.starts_with(signature) && sample.head.size() > signature.size() &&
           ascii::is_digit(sample.head[signature.size()]);
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    static const WarcHeaders headers;
    return frame_crawl(input, headers);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    const HeaderFields fields(record.bytes);
    const std::string kind = ascii::to_lower(fields.value("WARC-Type"));
    if (kind != "response" && kind != "resource" && kind != "conversion") return {};
    const std::string_view bytes = std::string_view(record.bytes).substr(fields.bytes());
    const CrawledPage page{.url = without_brackets(fields.value("WARC-Target-URI")),
                           .type = fields.value("Content-Type"),
                           .bytes = bytes,
                           .captured = read_capture_date(fields.value("WARC-Date"))};
    if (number_in(fields.value("Content-Length")) > max_record_bytes) return parse_head(page);
    return parse_crawled(page);
  }
};

}  // namespace

std::unique_ptr<Reader> make_warc_reader() { return std::make_unique<WarcReader>(); }

}  // namespace news
