// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_metadata.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

PageMetadata metadata_of(std::string_view html) { return page_metadata(HtmlDocument::parse(html)); }

std::string published(std::string_view html) {
  const auto date = metadata_of(html).published;
  return date ? date->to_iso8601() : "none";
}

std::string authors(std::string_view html) {
  std::string out;
  for (const std::string& name : metadata_of(html).authors) out += (out.empty() ? "" : ";") + name;
  return out;
}

/// A page with some markup behind the heading, and a story.
std::string page(std::string_view behind_heading, std::string_view head = {}) {
  return "<html><head><title>River rises</title>" + std::string(head) +
         "</head><body><h1>River rises</h1>" + std::string(behind_heading) +
         "<p>The river rose by two metres in the night, and people in the old town carried sand "
         "to their doors.</p></body></html>";
}

}  // namespace

TEST_CASE("page metadata: what meta elements say") {
  const PageMetadata metadata = metadata_of(R"(<html lang="en-GB"><head>
      <title>River rises - The Post</title>
      <link rel="canonical" href="https://post.example/river">
      <meta property="og:title" content="River rises">
      <meta property="og:site_name" content="The Post">
      <meta property="article:published_time" content="2005-11-20T05:36:10Z">
      <meta property="article:modified_time" content="2005-11-21T05:36:10Z">
      <meta property="article:section" content="Local">
      <meta property="article:tag" content="rain"><meta property="article:tag" content="river">
      <meta name="author" content="Jane Doe"></head><body>...</body></html>)");
  CHECK(metadata.title == "River rises");
  CHECK(metadata.outlet == "The Post");
  CHECK(metadata.url == "https://post.example/river");
  CHECK(metadata.published->to_iso8601() == "2005-11-20T05:36:10+00:00");
  CHECK(metadata.modified->to_iso8601() == "2005-11-21T05:36:10+00:00");
  CHECK(metadata.section == "Local");
  CHECK(metadata.topics == std::vector<std::string>{"rain", "river"});
  CHECK(metadata.authors == std::vector<std::string>{"Jane Doe"});
  CHECK(metadata.language.code() == "en");
}

TEST_CASE("page metadata: names of meta elements for one thing") {
  for (const char* name : {"DC.date.issued", "citation_publication_date", "parsely-pub-date",
                           "sailthru.date", "pubdate", "publish-date", "date"}) {
    CAPTURE(name);
    CHECK(published(page("", "<meta name=\"" + std::string(name) + "\" content=\"2005-11-20\">")) ==
          "2005-11-20");
  }
  for (const char* name : {"DC.creator", "citation_author", "parsely-author", "sailthru.author",
                           "author", "byl", "article:author"}) {
    CAPTURE(name);
    CHECK(authors(page("", "<meta name=\"" + std::string(name) + "\" content=\"By Jane Doe\">")) ==
          "Jane Doe");
  }
}

TEST_CASE("page metadata: a claim that is none leaves the field to the next") {
  CHECK(published(page("<time datetime=\"2005-11-20\">",
                       "<meta property=\"article:published_time\" content=\"soon\">")) ==
        "2005-11-20");
  CHECK(authors(page("<p class=\"byline\">By Jane Doe</p>",
                     "<meta property=\"article:author\" "
                     "content=\"https://social.example/thepost\">")) == "Jane Doe");
}

TEST_CASE("page metadata: microdata of the article and not of its comments") {
  constexpr std::string_view html = R"(<div itemscope itemtype="http://schema.org/NewsArticle">
      <h1 itemprop="headline">River rises</h1>
      <span itemprop="author" itemscope itemtype="http://schema.org/Person">
        <a itemprop="name">Jane Doe</a></span>
      <meta itemprop="datePublished" content="2005-11-20">
      <div itemprop="comment" itemscope itemtype="http://schema.org/Comment">
        <span itemprop="author">Troll</span><meta itemprop="datePublished" content="2005-11-25">
      </div></div>)";
  CHECK(metadata_of(html).title == "River rises");
  CHECK(authors(html) == "Jane Doe");
  CHECK(published(html) == "2005-11-20");
}

TEST_CASE("page metadata: dates that the page shows at its heading") {
  struct Row {
    std::string_view markup;
    std::string_view date;
  };
  const Row rows[] = {
      {"<time datetime=\"2005-11-20T05:36\">20 Nov</time>", "2005-11-20T05:36"},
      {"<time>20 November 2005</time>", "2005-11-20"},
      {"<span>20 November 2005, 05:36 GMT</span>", "2005-11-20T05:36+00:00"},
      {"<span>Updated: 21 Nov 2005</span><span>Published: 20 Nov 2005</span>", "2005-11-20"},
      {"<time class=\"updated\" datetime=\"2005-11-21\"></time><p>20 Nov 2005</p>", "2005-11-20"},
      {"<p>Updated 21 Nov 2005</p>", "2005-11-21"},
      {"<p>21 Nov 2005</p><p>Published on 20 Nov 2005</p>", "2005-11-20"},
      // of other stories and pictures
      {"<a href=\"/other\">Rain, 1 May 2005</a><p>20 Nov 2005</p>", "2005-11-20"},
      {"<aside><time datetime=\"2005-05-01\"></time></aside><p>20 Nov 2005</p>", "2005-11-20"},
      {"<figure><figcaption>On 1 May 2005</figcaption></figure><p>20 Nov 2005</p>", "2005-11-20"},
      {"<p>31 June 2005</p>", "none"},
      {"<p>3 hours ago</p>", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.markup);
    CHECK(published(page(row.markup)) == row.date);
  }
}

TEST_CASE("page metadata: microdata of the page around the article") {
  constexpr std::string_view html = R"(<body itemscope itemtype="http://schema.org/WebPage">
      <meta itemprop="datePublished" content="2005-11-20"><h1>River rises</h1></body>)";
  CHECK(published(html) == "2005-11-20");
}

TEST_CASE("page metadata: the date in the address is the last to be believed") {
  const auto address = [](std::string_view path) {
    return "<link rel=\"canonical\" href=\"https://post.example/" + std::string(path) + "\">";
  };
  CHECK(published(page("", address("2005/11/20/river-rises"))) == "2005-11-20");
  CHECK(published(page("", address("local/2005-11-20-river.html"))) == "2005-11-20");
  CHECK(published(page("<p>21 Nov 2005</p>", address("2005/11/20/river-rises"))) == "2005-11-21");
  CHECK(published(page("", address("local/2005/11/river"))) == "none");
  CHECK(published(page("", address("story-20-11-2005"))) == "none");
}

TEST_CASE("page metadata: dates of figures are read as the page's country writes them") {
  struct Row {
    std::string_view head;
    std::string_view date;
  };
  const Row rows[] = {
      {"<meta property=\"og:locale\" content=\"en_US\">", "2005-05-06"},
      {"<meta property=\"og:locale\" content=\"en_GB\">", "2005-06-05"},
      {"<meta property=\"og:locale\" content=\"fr_FR\">", "2005-06-05"},
      {"<meta name=\"language\" content=\"en\">", "2005-05-06"},
      {"<meta name=\"language\" content=\"en\">"
       "<link rel=\"canonical\" href=\"https://post.co.uk/river\">",
       "2005-06-05"},
      {"<meta property=\"og:locale\" content=\"en_GB\">"
       "<link rel=\"canonical\" href=\"https://post.us/river\">",
       "2005-05-06"},
      {"<meta property=\"og:locale\" content=\"en_US\">"
       "<link rel=\"canonical\" href=\"https://post.tv/river\">",
       "2005-05-06"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head);
    CHECK(published(page("<p>5/6/2005</p>", row.head)) == row.date);
  }
}

TEST_CASE("page metadata: authors that the page shows at its heading") {
  struct Row {
    std::string_view markup;
    std::string_view names;
  };
  const Row rows[] = {
      {"<a rel=\"author\" href=\"/jane\">Jane Doe</a>", "Jane Doe"},
      {"<a href=\"/authors/jane-doe\">Jane Doe</a>", "Jane Doe"},
      {"<div class=\"article-byline\">By Jane Doe and John Roe</div>", "Jane Doe;John Roe"},
      {"<li><span>von</span> <span>Jane Doe</span></li>", "Jane Doe"},
      {"<p>By Jane Doe, Science Editor</p>", "Jane Doe"},
      {"<p><strong>Jane Doe</strong></p>", "Jane Doe"},
      {"<p>London</p>", ""},
      // of pictures, comments and other stories
      {"<div class=\"image-author\">Jane Doe</div>", ""},
      {"<span class=\"comment-author\">Jane Doe</span>", ""},
      {"<aside><span class=\"author\">Jane Doe</span></aside>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.markup);
    CHECK(authors(page(row.markup)) == row.names);
  }
}

TEST_CASE("page metadata: a signature under the story") {
  CHECK(authors(page("") + "<p><strong>Jane Doe</strong></p>") == "Jane Doe");
}

TEST_CASE("page metadata: the outlet is an author only where nobody else is") {
  constexpr std::string_view head =
      "<meta property=\"og:site_name\" content=\"The Post\">"
      "<script type=\"application/ld+json\">{\"@type\": \"Article\", \"author\": \"The "
      "Post\"}</script>";
  CHECK(authors(page("<p>By Jane Doe</p>", head)) == "Jane Doe");
  CHECK(authors(page("", head)) == "The Post");
  CHECK(authors(page("",
                     "<meta name=\"parsely-author\" content=\"jane-doe\">"
                     "<meta name=\"author\" content=\"Jane Doe\">")) == "Jane Doe");
}

TEST_CASE("page metadata: a desk of the outlet and a section are no authors beside people") {
  constexpr std::string_view head =
      "<meta property=\"og:site_name\" content=\"The Post\">"
      "<meta property=\"article:section\" content=\"Rain Watch\">"
      "<meta name=\"byl\" content=\"The Post Sport\">";
  CHECK(authors(page("<p>By Jane Doe</p>", head)) == "Jane Doe");
  CHECK(authors(page("<p>Rain Watch</p>", head)) == "The Post Sport");
}

TEST_CASE("page metadata: the title is that of the heading which says it") {
  CHECK(metadata_of("<title>River rises | The Post</title><h1>The Post</h1><h2>River rises</h2>")
            .title == "River rises");
  CHECK(metadata_of("<h1>River rises</h1><p>x</p>").title == "River rises");
  CHECK(metadata_of("<title>River rises</title>").title == "River rises");
  CHECK(metadata_of("").title.empty());
}

TEST_CASE("page metadata: nothing in a page can break the reading of it") {
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += "<div class=\"author\"><h1>";
  CHECK(metadata_of(deep).title.empty());
  CHECK(metadata_of("<meta property=\"og:title\"><meta content=\"x\"><link rel=\"canonical\">")
            .title.empty());
  CHECK(metadata_of("<link rel=\"canonical\" href=\"javascript:x\">").url.empty());
}

TEST_CASE("page metadata: hostile pages take no longer than others") {
  const auto repeated = [](std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
  };
  const std::string empty_elements = repeated("<b></b>", 100'000);
  const std::string title = repeated(" - ", 100'000);
  for (const std::string& html : {
           "<h1>T</h1>" + repeated("<div class=author>", 900) + empty_elements,
           repeated("<h1><div>", 450) + empty_elements,
           "<title>" + title + "</title><h1>" + title + "</h1>",
           repeated("<meta property=og:title content='River rises'>", 20'000) +
               repeated("<h2>River</h2>", 20'000),
           repeated("<div itemprop=author itemscope>", 900) + empty_elements,
           repeated("<div><time>2005</time>", 900) + empty_elements,
       }) {
    metadata_of(html);  // ends
  }
}
