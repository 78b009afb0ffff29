// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace news {

/// How the records of a crawl's file begin.
class CrawlHeaders {
 public:
  CrawlHeaders() = default;
  CrawlHeaders(const CrawlHeaders&) = delete;
  CrawlHeaders& operator=(const CrawlHeaders&) = delete;
  virtual ~CrawlHeaders() = default;

  /// Whether a line is the first of a header; `text` begins with it and may go on.
  virtual bool begins(std::string_view text) const = 0;

  /// The length of the header at the start of `text`; 0 if it is not all there.
  virtual std::size_t header_bytes(std::string_view text) const = 0;

  /// How much follows the header; nothing if it does not say so.
  virtual std::optional<std::uint64_t> content_bytes(std::string_view header) const = 0;
};

/// No header is longer; URLs can be.
inline constexpr std::size_t max_crawl_header_bytes = std::size_t{64} * 1024;

/// Divides a crawl into records: a header, and as many bytes as it says. Behind damage the next
/// line that begins a header begins a record, and what is between is one defective record. A length
/// behind which neither a record nor the end is, is not believed if a record begins before that. Of
/// records that are longer than an article can be, such as films, only the start is kept.
/// `headers` must outlive the framer.
std::unique_ptr<RecordFramer> frame_crawl(InputWindow& input, const CrawlHeaders& headers);

}  // namespace news
