// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/crawl/http_message.hpp"

#include "indexer/reader/crawl/content_coding.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace news {

namespace {

/// The size of a chunk in the line above it; nothing if that says none.
std::optional<std::size_t> chunk_size(std::string_view line) {
  line = ascii::trim(line.substr(0, line.find(';')));
  std::uint32_t size = 0;
  const auto parsed = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == line.data() + line.size();
  if (!whole || line.empty()) return std::nullopt;
  return size;
}

/// A chunked body in one piece; as it is if it is not chunked. One that is cut or goes astray is
/// taken up to there.
std::string without_chunks(std::string_view body) {
  std::string out;
  std::string_view rest = body;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) break;
    const auto size = chunk_size(rest.substr(0, end));
    if (!size) break;
    if (*size == 0) return out;
    rest.remove_prefix(end + 1);
    out += rest.substr(0, *size);
    rest.remove_prefix(std::min(*size, rest.size()));
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
  }
  return out.empty() ? std::string(body) : out;
}

/// The codings of a field, the last one first: that is taken off first.
std::vector<std::string> codings(std::string_view value) {
  std::vector<std::string> names;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    names.push_back(ascii::to_lower(ascii::trim(value.substr(0, comma))));
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  std::reverse(names.begin(), names.end());
  return names;
}

void decode_body(HttpResponse& response, std::size_t max_bytes) {
  constexpr std::size_t most_codings = 4;
  auto names = codings(response.fields.value("Content-Encoding"));
  if (names.size() > most_codings) names.resize(most_codings);
  for (const std::string& name : names) {
    DecodedContent decoded = decode_content(name, response.body, max_bytes);
    if (decoded.too_long) {
      response.defect = fmt::format("longer than {} MiB when unpacked", max_bytes >> 20U);
      response.body.clear();
      return;
    }
    if (decoded.bytes) response.body = std::move(*decoded.bytes);
  }
}

}  // namespace

bool is_http_response(std::string_view bytes) {
  return ascii::equals_ignoring_case(bytes.substr(0, 5), "HTTP/");
}

HttpResponse read_http_response(std::string_view bytes, std::size_t max_bytes) {
  HttpResponse response;
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view line = bytes.substr(0, end);
  const std::size_t space = std::min(line.find(' '), line.size());
  const std::string_view code = ascii::trim(line.substr(space)).substr(0, 3);
  std::from_chars(code.data(), code.data() + code.size(), response.status);
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  response.fields = HeaderFields(bytes);
  const std::string_view body = bytes.substr(response.fields.bytes());
  const auto transfer = codings(response.fields.value("Transfer-Encoding"));
  const bool chunked = std::find(transfer.begin(), transfer.end(), "chunked") != transfer.end();
  response.body = chunked ? without_chunks(body) : std::string(body);
  decode_body(response, max_bytes);
  return response;
}

}  // namespace news
