// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/json_ld.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

PageClaims claims_of(std::string_view json, std::string_view address = {},
                     std::string_view heading = {}) {
  PageClaims claims;
  const std::string html =
      "<script type=\"application/ld+json\">" + std::string(json) + "</script>";
  add_json_ld_claims(HtmlDocument::parse(html), address, heading, claims);
  return claims;
}

std::string said(const PageClaims& claims, PageField field) {
  std::string out;
  for (const PageClaims::Claim* claim : claims.of(field)) {
    out += (out.empty() ? "" : ";") + claim->value;
  }
  return out;
}

std::string said(std::string_view json, PageField field) { return said(claims_of(json), field); }

}  // namespace

TEST_CASE("json-ld: what an article says") {
  const PageClaims claims = claims_of(R"({"@context": "https://schema.org", "@type": "NewsArticle",
      "headline": "River &amp; rain", "datePublished": "2005-11-20T05:36:10Z",
      "dateModified": "2005-11-21", "author": {"@type": "Person", "name": "Jane Doe"},
      "publisher": {"@type": "Organization", "name": "The Post"}, "articleSection": "Local",
      "keywords": ["rain", "river"], "inLanguage": "en-GB", "url": "https://post.example/river",
      "articleBody": "It rains."})");
  CHECK(said(claims, PageField::title) == "River & rain");
  CHECK(said(claims, PageField::published) == "2005-11-20T05:36:10Z");
  CHECK(said(claims, PageField::modified) == "2005-11-21");
  CHECK(said(claims, PageField::author) == "Jane Doe");
  CHECK(said(claims, PageField::outlet) == "The Post");
  CHECK(said(claims, PageField::section) == "Local");
  CHECK(said(claims, PageField::topic) == "rain;river");
  CHECK(said(claims, PageField::language) == "en-GB");
  CHECK(said(claims, PageField::url) == "https://post.example/river");
  CHECK(said(claims, PageField::body) == "It rains.");
}

TEST_CASE("json-ld: the ways to name an author") {
  struct Row {
    std::string_view author;
    std::string_view names;
  };
  const Row rows[] = {
      {R"("Jane Doe")", "Jane Doe"},
      {R"(["Jane Doe", {"name": "John Roe"}])", "Jane Doe;John Roe"},
      {R"({"@type": "Person", "name": ["Jane Doe", "John Roe"]})", "Jane Doe;John Roe"},
      {R"({"@id": "#jane"})", "Jane of the graph"},
      {R"("#jane")", "Jane of the graph"},
      {R"({"givenName": "Jane", "familyName": "Doe"})", "Jane Doe"},
      {R"({"@id": "#nobody"})", ""},
      {R"({"@id": "#self", "name": "#self"})", "#self"},
      {"null", ""},
      {"17", "17"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.author);
    const std::string json =
        R"({"@graph": [{"@type": "Article", "author": )" + std::string(row.author) +
        R"(}, {"@type": "Person", "@id": "#jane", "name": "Jane of the graph"}]})";
    CHECK(said(json, PageField::author) == row.names);
  }
}

TEST_CASE("json-ld: where the article stands") {
  for (const char* json :
       {R"({"@type": "Article", "headline": "T"})", R"([{"@type": "Article", "headline": "T"}])",
        R"({"@graph": [{"@type": "WebSite"}, {"@type": "Article", "headline": "T"}]})",
        R"({"@type": "Thing", "mainEntity": {"@type": "Article", "headline": "T"}})",
        R"({"@type": ["Thing", "ReportageNewsArticle"], "headline": "T"})",
        R"({"@type": "http://schema.org/LiveBlogPosting", "headline": "T"})"}) {
    CAPTURE(json);
    CHECK(said(json, PageField::title) == "T");
  }
}

TEST_CASE("json-ld: other stories, comments and updates are not the article") {
  CHECK(said(R"({"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle",
                 "headline": "Other"}]})",
             PageField::title)
            .empty());
  CHECK(said(R"({"@type": "LiveBlogPosting", "headline": "T", "liveBlogUpdate": [
                 {"@type": "BlogPosting", "headline": "U"}]})",
             PageField::title) == "T");
  CHECK(said(R"({"@type": "JobPosting", "headline": "Cook"})", PageField::title).empty());
}

TEST_CASE("json-ld: of several articles the one of this page") {
  constexpr std::string_view two =
      R"([{"@type": "Article", "headline": "A", "url": "http://p.example/a"},
      {"@type": "Article", "headline": "B", "url": "http://p.example/b"}])";
  CHECK(said(claims_of(two), PageField::title) == "A");
  CHECK(said(claims_of(two, "https://www.p.example/b/?x=1"), PageField::title) == "B");
  CHECK(said(claims_of(two, {}, "B"), PageField::title) == "B");
}

TEST_CASE("json-ld: what is said of the page is less sure") {
  const PageClaims claims =
      claims_of(R"([{"@type": "WebPage", "name": "Page"}, {"@type": "Article", "headline": "T"}])");
  CHECK(claims.first(PageField::title, ClaimSource::json_ld_page) == "Page");
  CHECK(claims.best(PageField::title) == "T");
}

TEST_CASE("json-ld: scripts as sites write them") {
  for (const char* json :
       {"<!-- {\"@type\": \"Article\", \"headline\": \"T\"} -->",
        "//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"T\"}\n//]]>",
        "<![CDATA[{\"@type\": \"Article\", \"headline\": \"T\"}]]>",
        "/* data */ {\"@type\": \"Article\", \"headline\": \"T\",}",
        "{\"@type\": \"Article\", \"keywords\": [\"a\",], \"headline\": \"T\"};",
        "{\"@type\": \"Article\", \"description\": \"one\ntwo\tthree\", \"headline\": \"T\"}",
        "{\"@type\": \"Article\", \"description\": \"it\\'s\", \"headline\": \"T\"}"}) {
    CAPTURE(json);
    CHECK(said(json, PageField::title) == "T");
  }
}

TEST_CASE("json-ld: what is no JSON says nothing") {
  const std::string deep(20'000, '[');
  for (const std::string_view json :
       {std::string_view(), std::string_view("{"), std::string_view("\"a\""),
        std::string_view("]["), std::string_view("{\"@type\": \"Article\", \"headline\": "),
        std::string_view(deep)}) {
    CHECK(claims_of(json).all().empty());
  }
  CHECK(claims_of(R"({"@type": "Article", "author": {"author": [[[[{"name": {}}]]]]}})")
            .all()
            .empty());
}

TEST_CASE("json-ld: repaired text keeps what stands in strings") {
  CHECK(repair_json(R"({"a": "b // c, }"})") == R"({"a": "b // c, }"})");
  CHECK(repair_json("{\"a\": [1, 2, ] , }") == "{\"a\": [1, 2] }");
  CHECK(repair_json("no brackets").empty());
}
