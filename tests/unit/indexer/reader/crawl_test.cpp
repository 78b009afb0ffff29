// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/crawl/content_coding.hpp"
#include "indexer/reader/crawl/crawled_page.hpp"
#include "indexer/reader/crawl/http_message.hpp"
#include "indexer/reader/registry.hpp"
#include "tests/support/archives.hpp"
#include "tests/support/byte_streams.hpp"
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::string warc(const std::string& kind, const std::string& content,
                 const std::string& type = "application/http") {
  return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Target-URI: <http://x.example/a/p.html>\r\n" +
         "Content-Type: " + type + "\r\nContent-Length: " + std::to_string(content.size()) +
         "\r\n\r\n" + content + "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& fields = "",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

std::string arc(const std::string& url, const std::string& content,
                const std::string& type = "text/html") {
  return url + " 192.0.2.1 20051120053610 " + type + " " + std::to_string(content.size()) + "\n" +
         content + "\n";
}

const std::string arc_start = arc("filedesc://x.arc", "1 0 Nobody\nURL ...\n", "text/plain");

/// "Bridge closed; (cut off); ": titles, and why something is unreadable.
std::string told(const std::vector<Record>& records) {
  std::string out;
  for (const Record& record : records) {
    const auto* article = std::get_if<Article>(&record);
    out += article != nullptr ? article->title : "(" + std::get<BadRecord>(record).reason + ")";
    out += "; ";
  }
  return out;
}

std::string read(const std::string& format, const std::string& source) {
  return told(records_of(format, source));
}

const std::string story = "{\"title\": \"Bridge closed\", \"body\": \"The bridge is closed.\"}";
const std::string json_type = "Content-Type: application/json\r\n";

std::string hex(std::size_t number) {
  std::string out;
  for (; number > 0; number /= 16) out.insert(out.begin(), "0123456789abcdef"[number % 16]);
  return out;
}

}  // namespace

TEST_CASE("crawl: both forms are recognized, whatever bytes follow") {
  const auto reader_for = [](const std::string& head) {
    const auto found = recognize({head, "x"});
    return std::string(std::get<const Reader*>(found)->name());
  };
  CHECK(reader_for(warc("response", std::string(100, '\0'))) == "warc");
  CHECK(reader_for("WARC/0.18\r\n") == "warc");
  CHECK(reader_for("WARC/games is a novel") == "text");
  CHECK(reader_for(arc_start + std::string(100, '\0')) == "arc");
  CHECK(reader_for("filedesc: that is how it begins") == "text");
}

TEST_CASE("crawl: responses, resources and conversions are read, the rest is passed over") {
  CHECK(read("warc", warc("response", http(story, json_type))) == "Bridge closed; ");
  CHECK(read("warc", warc("resource", story, "application/json")) == "Bridge closed; ");
  CHECK(read("warc", warc("conversion", "Bridge closed", "text/plain")) == "Bridge closed; ");
  for (const char* kind : {"request", "revisit", "metadata", "warcinfo", "continuation", ""}) {
    CAPTURE(kind);
    CHECK(read("warc", warc(kind, http(story, json_type))).empty());
  }
  CHECK(article_of("warc", warc("response", http(story, json_type))).url ==
        "http://x.example/a/p.html");
}

TEST_CASE("crawl: ARC records of both versions are read") {
  CHECK(read("arc", arc_start + arc("http://x.example/a b", http(story, json_type)) +
                        arc("dns:x.example", "192.0.2.1", "text/dns") +
                        arc("http://x.example/2", http(story, json_type))) ==
        "Bridge closed; Bridge closed; ");
  const std::string content = http(story, json_type);
  CHECK(read("arc", "http://x.example/ 192.0.2.1 20051120053610 text/html 200 sum - 0 x.arc " +
                        std::to_string(content.size()) + "\n" + content) == "Bridge closed; ");
}

TEST_CASE("crawl: what is no page is passed over") {
  const std::string html = "Content-Type: text/html\r\n";
  CHECK(read("warc", warc("response", http(story, html, "404 Not Found"))).empty());
  CHECK(read("warc", warc("response", http(story, html, "301 Moved"))).empty());
  CHECK(read("warc", warc("response", http("", html))).empty());
  CHECK(read("warc", warc("response", http("[1, 2]", json_type))).empty());
  for (const char* type : {"image/png", "text/css", "application/javascript", "video/mp4",
                           "application/pdf", "image/svg+xml", "text/dns"}) {
    CHECK(read("warc", warc("resource", "Bridge closed", type)).empty());
  }
}

TEST_CASE("crawl: a page that cannot be read is named") {
  CHECK(read("warc", warc("resource", std::string("a\0b", 3), "text/html")) == "(binary data); ");
}

TEST_CASE("crawl: behind damage the next record is read") {
  const std::string good = warc("resource", "Bridge closed", "text/plain");
  CHECK(read("warc", good + "garbage\nand more\n" + good) ==
        "Bridge closed; (damaged: no record begins where one should); Bridge closed; ");
  CHECK(read("warc", "WARC/1.0\r\nContent-Length: many\r\n\r\nx\r\n" + good) ==
        "(its header states no length); Bridge closed; ");
  CHECK(read("warc", good + good.substr(0, good.size() - 10)) ==
        "Bridge closed; (cut off: the file ends inside it); ");
  CHECK(read("arc", arc_start + "http://x.example/ 192.0.2.1 20051120053610 text/html -1\n\n" +
                        arc("http://x.example/2", "Bridge closed", "text/plain")) ==
        "(its header states no length); Bridge closed; ");
}

TEST_CASE("crawl: a length that is wrong costs its record and no other") {
  const std::string good = warc("resource", "Bridge closed", "text/plain");
  const std::string wrong =
      "(its header states a wrong length: another record begins before that); ";
  for (const char* length : {"60", "200", "5000", "60000000", "70000000", "18446744073709551615"}) {
    CAPTURE(length);
    CHECK(read("warc", good + "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: " + length +
                           "\r\n\r\nFlood\r\n\r\n" + good + good) ==
          "Bridge closed; " + wrong + "Bridge closed; Bridge closed; ");
  }
  const std::string film =
      "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: video/mp4\r\n"
      "Content-Length: 90000000\r\n\r\n" +
      std::string(1'000'000, 'x') + "\r\n\r\n";
  CHECK(read("warc", film + good) == wrong + "Bridge closed; ");
  CHECK(read("warc", film) == "(cut off: the file ends inside it); ");
  CHECK(read("warc",
             "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 2\r\n\r\nFlood\r\n\r\n" + good) ==
        "Fl; (damaged: no record begins where one should); Bridge closed; ");
}

TEST_CASE("crawl: wherever a crawl is cut, it is read up to there") {
  const std::string whole =
      warc("response", http(story, json_type)) + warc("resource", "Flood", "text/plain");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string said = read("warc", whole.substr(0, size));
    CHECK((said.empty() || said.starts_with("(") || said.starts_with("Bridge closed; ")));
  }
}

TEST_CASE("crawl: of a record that is longer than an article can be only a page is named") {
  const auto make = [](const std::string& type) {
    return "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: " + type +
           "\r\nContent-Length: 70000000\r\n\r\n" + std::string(70'000'000, 'x') + "\r\n\r\n" +
           warc("resource", "Flood", "text/plain");
  };
  CHECK(read("warc", make("video/mp4")) == "Flood; ");
  CHECK(read("warc", make("text/html")) == "(longer than 64 MiB); Flood; ");
  CHECK(read("warc", "WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\nx") ==
        "(cut off: the file ends inside it); ");
}

TEST_CASE("http: chunks are joined, also of a body that is cut or is none") {
  const auto body = [](const std::string& bytes) {
    return read_http_response(http(bytes, "Transfer-Encoding: chunked\r\n"), 1000).body;
  };
  CHECK(body("6\r\nBridge\r\n7;x=y\r\n closed\r\n0\r\n\r\n") == "Bridge closed");
  CHECK(body("6\r\nBridge\r\n7\r\n clo") == "Bridge clo");
  CHECK(body("6\r\nBridge\r\nzzz\r\n closed") == "Bridge");
  CHECK(body("Bridge closed") == "Bridge closed");
  CHECK(body("FFFFFFFF\r\nBridge") == "Bridge");
  CHECK(body("FFFFFFFFFFFFFFFFFF\r\nBridge") == "FFFFFFFFFFFFFFFFFF\r\nBridge");
}

TEST_CASE("http: compressed bodies are unpacked, within limits") {
  const auto response = [](const std::string& coding, const std::string& bytes) {
    return read_http_response(http(bytes, "Content-Encoding: " + coding + "\r\n"), 1000);
  };
  const std::string packed = compressed("gz", "Bridge closed");
  CHECK(response("gzip", packed).body == "Bridge closed");
  CHECK(response("X-GZIP", packed).body == "Bridge closed");
  CHECK(response("deflate", packed.substr(10)).body == "Bridge closed");
  CHECK(response("gzip", "Bridge closed").body == "Bridge closed");
  CHECK(response("br",
                 "\x0B\x02\x80"
                 "Flood\x03")
            .body == "Flood");
  CHECK(response("gzip", compressed("gz", std::string(5000, 'x'))).defect ==
        "longer than 0 MiB when unpacked");
  const std::string chunked = hex(packed.size()) + "\r\n" + packed + "\r\n0\r\n\r\n";
  CHECK(read_http_response(http(chunked,
                                "Transfer-Encoding: chunked\r\n"
                                "Content-Encoding: gzip\r\n"),
                           1000)
            .body == "Bridge closed");
}

TEST_CASE("http: what is no response has no status") {
  CHECK(read_http_response("", 10).status == 0);
  CHECK(read_http_response("HTTP/1.1", 10).status == 0);
  CHECK(read_http_response("HTTP/1.0 200", 10).status == 200);
}

TEST_CASE("crawl: the server's word on the encoding is used") {
  const std::string page =
      "Br\xFC"
      "cke gesperrt";
  const auto records = records_of(
      "warc", warc("response", http(page, "Content-Type: text/plain; charset=ISO-8859-1\r\n")));
  CHECK(told(records) ==
        "Br\xC3\xBC"
        "cke gesperrt; ");
}

TEST_CASE("crawl: crawls in crawls have an end") {
  std::string nested = "Bridge closed";
  for (int i = 0; i < 12; ++i) nested = warc("resource", nested, "text/plain");
  CHECK(read("warc", nested) == "(within more than 8 documents); ");
}

TEST_CASE("crawl: the date of capture is kept and is not the date of publication") {
  const auto only = [](const std::string& format, const std::string& source) {
    return std::get<Article>(records_of(format, source).back());
  };
  std::string crawled = warc("resource", story, "application/json");
  crawled.insert(crawled.find("Content-Type"), "WARC-Date: 2005-11-20T05:36:10Z\r\n");
  const Article of_warc = only("warc", crawled);
  REQUIRE(of_warc.captured);
  CHECK(of_warc.captured->to_iso8601() == "2005-11-20T05:36:10+00:00");
  CHECK_FALSE(of_warc.published);
  const Article of_arc = only("arc", arc_start + arc("http://x.example/a", http(story, json_type)));
  REQUIRE(of_arc.captured);
  CHECK(of_arc.captured->to_iso8601() == "2005-11-20T05:36:10+00:00");
  CHECK_FALSE(only("warc", warc("resource", story, "application/json")).captured);
}

TEST_CASE("crawl: nothing was published long after it was captured") {
  const auto published = [](const std::string& date) {
    const std::string json = R"({"title": "Bridge", "body": "Shut.", "published": ")" + date +
                             R"(", "modified": ")" + date + "\"}";
    const auto parsed = parse_crawled({.url = "http://x.example/a",
                                       .type = "application/json",
                                       .bytes = json,
                                       .captured = read_capture_date("20051120053610")});
    const auto& article = std::get<Article>(parsed.front());
    CHECK(article.modified == article.published);
    return article.published ? article.published->to_iso8601() : "none";
  };
  CHECK(published("2005-11-20") == "2005-11-20");
  CHECK(published("2005-11-21") == "2005-11-21");
  CHECK(published("2005") == "2005");
  CHECK(published("2005-11-23") == "none");
  CHECK(published("2006") == "none");
}

TEST_CASE("crawl: forms of the date of capture") {
  const auto read_date = [](std::string_view text) {
    const auto date = read_capture_date(text);
    return date ? date->to_iso8601() : "none";
  };
  CHECK(read_date("2005-11-20T05:36:10Z") == "2005-11-20T05:36:10+00:00");
  CHECK(read_date("2005-11-20T05:36:10.123456Z") == "2005-11-20T05:36:10+00:00");
  CHECK(read_date("2005-11-20T05:36Z") == "2005-11-20T05:36+00:00");
  CHECK(read_date("2005-11-20") == "2005-11-20");
  CHECK(read_date("20051120053610") == "2005-11-20T05:36:10+00:00");
  CHECK(read_date("20051120") == "2005-11-20");
  for (const std::string_view none : {"", "2005", "0", "20051320053610", "2005-11-31",
                                      "Sun, 20 Nov 2005 05:36:10 GMT", "20051120250000"}) {
    CAPTURE(none);
    CHECK(read_date(none) == "none");
  }
}
