// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace news {

/// Something that a crawler fetched.
struct CrawledPage {
  std::string_view url;
  std::string_view type;   ///< media type with its parameters, where there is no HTTP response
  std::string_view bytes;  ///< an HTTP response, or a resource itself
  std::optional<Timestamp> captured = std::nullopt;  ///< when it was fetched, if that is known
};

/// The articles in it. Empty for what is no page and no feed: pictures, scripts, styles, films,
/// documents; what came with a status other than 200; data that hold no article; robots.txt, what
/// the crawler says of itself. They are told when they were captured; that is no date of
/// publication, but what claims to be published or modified more than two days later has no such
/// date.
std::vector<Parsed> parse_crawled(const CrawledPage& page);

/// The same for the start of what is too long to be kept: a page is unreadable, all else is passed
/// over.
std::vector<Parsed> parse_head(const CrawledPage& page);

/// When an archive says that it fetched something: "2005-11-20T05:36:10Z", "20051120053610".
/// Nothing for what is no such date.
std::optional<Timestamp> read_capture_date(std::string_view text);

}  // namespace news
