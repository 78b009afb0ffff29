// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/crawl/crawl_framer.hpp"
#include "indexer/reader/crawl/crawled_page.hpp"
#include "indexer/reader/formats.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <charconv>

namespace news {

namespace {

constexpr std::string_view signature = "filedesc:";

/// The line above a record. A URL may hold spaces, so fields are counted from the end:
///
///   version 1   URL IP-address Archive-date Content-type Archive-length
///   version 2   URL IP-address Archive-date Content-type Result-code Checksum Location Offset
///               Filename Archive-length
struct ArcLine {
  std::string_view url;
  std::string_view date;
  std::string_view type;
  std::uint64_t length = 0;
};

std::string_view first_line(std::string_view text) {
  return ascii::trim(text.substr(0, text.find('\n')));
}

/// Takes the last word of `text`.
std::string_view take_word(std::string_view& text) {
  const std::size_t space = text.rfind(' ');
  const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
  const std::string_view word = text.substr(begin);
  text = text.substr(0, space == std::string_view::npos ? 0 : space);
  return word;
}

bool is_date(std::string_view word) {
  return ascii::all_digits(word) && word.size() >= 8 && word.size() <= 18;
}

/// The line if it is one, whose length is a number or not.
std::optional<ArcLine> read_fields(std::string_view line, std::string_view& length) {
  length = take_word(line);
  constexpr std::size_t fields_of_version_2 = 5;
  for (std::size_t more = 0; more <= fields_of_version_2; more += fields_of_version_2) {
    std::string_view rest = line;
    for (std::size_t i = 0; i < more; ++i) take_word(rest);
    ArcLine found;
    found.type = take_word(rest);
    found.date = take_word(rest);
    take_word(rest);  // the server's address
    found.url = rest;
    if (is_date(found.date) && rest.find(':') != std::string_view::npos) return found;
  }
  return std::nullopt;
}

std::optional<ArcLine> read_arc_line(std::string_view text) {
  std::string_view length;
  auto line = read_fields(first_line(text), length);
  if (!line || !ascii::all_digits(length)) return std::nullopt;
  const auto parsed = std::from_chars(length.data(), length.data() + length.size(), line->length);
  if (parsed.ec != std::errc()) return std::nullopt;
  return line;
}

class ArcHeaders : public CrawlHeaders {
 public:
  bool begins(std::string_view text) const override {
    std::string_view length;
    return read_fields(first_line(text.substr(0, max_crawl_header_bytes)), length).has_value();
  }

  std::size_t header_bytes(std::string_view text) const override {
    const std::size_t end = text.find('\n');
    return end == std::string_view::npos ? 0 : end + 1;
  }

  std::optional<std::uint64_t> content_bytes(std::string_view header) const override {
    const auto line = read_arc_line(header);
    if (!line) return std::nullopt;
    return line->length;
  }
};

/// Crawls in the form that WARC replaced, versions 1 and 2.
class ArcReader : public Reader {
 public:
  std::string_view name() const override { return "arc"; }

  bool holds_bytes() const override { return true; }

  bool recognizes(const Sample& sample) const override {
    static const ArcHeaders headers;
    return sample.head.starts_with(signature) && headers.begins(sample.head);
  }

  std::unique_ptr<RecordFramer> frame(InputWindow& input) const override {
    static const ArcHeaders headers;
    return frame_crawl(input, headers);
  }

  std::vector<Parsed> parse(const RawRecord& record) const override {
    const auto line = read_arc_line(record.bytes);
    if (!line) return {Unreadable{"its header states no length"}};
    if (line->url.starts_with(signature) || line->url.starts_with("dns:")) return {};
    const std::string_view bytes(record.bytes);
    const CrawledPage page{.url = line->url,
                           .type = line->type,
                           .bytes = bytes.substr(std::min(bytes.find('\n') + 1, bytes.size())),
                           .captured = read_capture_date(line->date)};
    return line->length > max_record_bytes ? parse_head(page) : parse_crawled(page);
  }
};

}  // namespace

std::unique_ptr<Reader> make_arc_reader() { return std::make_unique<ArcReader>(); }

}  // namespace news
