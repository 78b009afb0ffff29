// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/header_fields.hpp"

#include <string>
#include <string_view>

namespace news {

/// A response of a web server as a crawl keeps it.
struct HttpResponse {
  int status = 0;  ///< 0 if this is no response
  HeaderFields fields;
  std::string body;    ///< without transfer and content codings
  std::string defect;  ///< why there is no body; else empty
};

/// Whether bytes begin like a response.
bool is_http_response(std::string_view bytes);

/// Takes a response apart. Crawls often keep the fields that told of a coding and the body without
/// it: what is not chunked or compressed as they say is taken as it is. At most `max_bytes` of
/// body.
HttpResponse read_http_response(std::string_view bytes, std::size_t max_bytes);

}  // namespace news
