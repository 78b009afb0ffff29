// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/crawl/crawled_page.hpp"

#include "indexer/reader/crawl/http_message.hpp"
#include "indexer/reader/embedded.hpp"
#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include <fmt/format.h>

namespace news {

namespace {

constexpr int status_ok = 200;

/// "/a/b.html" of "http://x.example/a/b.html?c#d".
std::string_view path_of(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return url;
  const std::size_t path = url.find('/', scheme + 3);
  return path == std::string_view::npos ? std::string_view() : url.substr(path);
}

std::string_view file_name_of(std::string_view url) {
  const std::string_view path = path_of(url);
  return path.substr(path.rfind('/') + 1);
}

/// Types that servers give to pages and feeds. None is given to many pages of old crawls.
bool is_page_type(std::string_view type) {
  constexpr std::array<std::string_view, 9> pages = {"",
                                                     "text/html",
                                                     "application/xhtml+xml",
                                                     "text/plain",
                                                     "text/markdown",
                                                     "text/xml",
                                                     "application/xml",
                                                     "unknown",
                                                     "no-type"};
  if (type == "image/svg+xml") return false;
  return type.ends_with("+xml") || std::find(pages.begin(), pages.end(), type) != pages.end();
}

bool is_data_type(std::string_view type) {
  return type == "application/json" || type == "text/json" || type.ends_with("+json");
}

bool any_article(const std::vector<Parsed>& parsed) {
  return std::any_of(parsed.begin(), parsed.end(),
                     [](const Parsed& one) { return std::holds_alternative<Article>(one); });
}

std::vector<Parsed> parse_document(std::string_view url, std::string_view type_value,
                                   std::string_view bytes) {
  const std::string type = media_type(type_value);
  if (!is_page_type(type) && !is_data_type(type)) return {};
  if (ascii::trim(bytes).empty() || path_of(url) == "/robots.txt") return {};
  if (url.starts_with("metadata:")) return {};  // what the crawler says of itself
  const bool page = type == "text/html" || type == "application/xhtml+xml";
  const std::string encoding = parameter(type_value, "charset");
  auto parsed = parse_embedded({.bytes = bytes,
                                .name = file_name_of(url),
                                .declared_encoding = encoding,
                                .text_format = page                 ? "html"
                                               : is_data_type(type) ? "json"
                                                                    : "",
                                .url = url});
  // Pages fetch data of all kinds. And without a type anything may come.
  if ((is_data_type(type) || type.empty()) && !any_article(parsed)) return {};
  return parsed;
}

std::vector<Parsed> parse_fetched(const CrawledPage& page) {
  if (!is_http_response(page.bytes)) return parse_document(page.url, page.type, page.bytes);
  const HttpResponse response = read_http_response(page.bytes, max_record_bytes);
  if (response.status != status_ok) return {};
  const std::string_view type = response.fields.value("Content-Type");
  if (response.defect.empty()) return parse_document(page.url, type, response.body);
  return {Unreadable{response.defect}};
}

/// Clocks go wrong, and a date without a zone may be a day ahead of UTC.
constexpr std::int64_t tolerated_seconds = std::int64_t{2} * 24 * 60 * 60;

void drop_if_later(std::optional<Timestamp>& date, const Timestamp& captured) {
  if (date && date->to_unix_seconds() > captured.to_unix_seconds() + tolerated_seconds) {
    date.reset();
  }
}

/// The number that `count` digits are; `least` where there are none any more.
int take_digits(std::string_view& digits, std::size_t count, int least) {
  if (digits.size() < count) return least;
  int number = 0;
  for (const char c : digits.substr(0, count)) number = number * 10 + (c - '0');
  digits.remove_prefix(count);
  return number;
}

}  // namespace

std::vector<Parsed> parse_crawled(const CrawledPage& page) {
  std::vector<Parsed> parsed = parse_fetched(page);
  if (!page.captured) return parsed;
  for (Parsed& one : parsed) {
    auto* article = std::get_if<Article>(&one);
    if (article == nullptr) continue;
    if (!article->captured) article->captured = page.captured;  // it may be of a crawl in this one
    drop_if_later(article->published, *article->captured);
    drop_if_later(article->modified, *article->captured);
  }
  return parsed;
}

std::optional<Timestamp> read_capture_date(std::string_view text) {
  constexpr std::size_t date_bytes = 10;  // "2005-11-20"
  constexpr std::size_t longest = 32;     // with a fraction of a second
  std::string kept;
  for (const char c : text.substr(0, longest)) {
    if (ascii::is_digit(c)) kept.push_back(c);
  }
  const bool plain = ascii::all_digits(text);
  const bool iso = text.size() >= date_bytes && text[4] == '-' && text[7] == '-';
  if ((!plain && !iso) || kept.size() < 8) return std::nullopt;
  std::string_view digits = kept;
  Timestamp date;
  date.year = take_digits(digits, 4, 0);
  date.month = take_digits(digits, 2, 1);
  date.day = take_digits(digits, 2, 1);
  if (digits.size() >= 4) {
    date.precision =
        digits.size() >= 6 ? Timestamp::Precision::second : Timestamp::Precision::minute;
    date.hour = take_digits(digits, 2, 0);
    date.minute = take_digits(digits, 2, 0);
    date.second = take_digits(digits, 2, 0);
    date.utc_offset_minutes = 0;
  }
  if (!date.is_valid()) return std::nullopt;
  return date;
}

std::vector<Parsed> parse_head(const CrawledPage& page) {
  std::string type = media_type(page.type);
  if (is_http_response(page.bytes)) {
    const HttpResponse response = read_http_response(page.bytes, max_record_bytes);
    if (response.status != status_ok) return {};
    type = media_type(response.fields.value("Content-Type"));
  }
  if (type.empty() || !is_page_type(type)) return {};
  return {Unreadable{fmt::format("longer than {} MiB", max_record_bytes >> 20U)}};
}

}  // namespace news
