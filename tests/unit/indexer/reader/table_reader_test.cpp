// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.hpp"
#include "indexer/reader/read_record.hpp"
#include "tests/support/byte_streams.hpp"
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::string prose = "The bridge over the river stays closed until spring, they say.";

/// "1=title/body 2: reason" for what a table holds.
std::string shown(const std::vector<Record>& records) {
  std::string out;
  for (const Record& record : records) {
    if (!out.empty()) out += " ";
    if (const auto* bad = std::get_if<BadRecord>(&record)) {
      out += std::to_string(bad->origin.record) + ": " + bad->reason;
    } else {
      const auto& article = std::get<Article>(record);
      out += std::to_string(article.origin.record) + "=" + article.title + "/" + article.body;
    }
  }
  return out;
}

std::string csv(std::string table) { return shown(records_of("csv", std::move(table))); }
std::string tsv(std::string table) { return shown(records_of("tsv", std::move(table))); }

bool recognizes(std::string_view head, std::string_view name = "x") {
  return make_csv_reader()->recognizes({head, name});
}

}  // namespace

TEST_CASE("table reader: a row is an article") {
  CHECK(csv("title,text\nBridge,It stays closed.\nFerry,It goes on time.\n") ==
        "1=Bridge/It stays closed. 2=Ferry/It goes on time.");
  CHECK(csv("title,text\nA,b\n") == "1=A/b");
  const Article article = article_of(
      "csv",
      "id;headline;body;date;author;url;source;category;language\r\n"
      "7;Bridge closed;\"Until spring; no longer.\n\nThe council said.\";2005-11-20;By Ann Example;"
      "https://a.example/7;The Paper;Local;en\r\n");
  CHECK(article.id == "7");
  CHECK(article.title == "Bridge closed");
  CHECK(article.body == "Until spring; no longer.\nThe council said.");
  CHECK(iso(article.published) == "2005-11-20");
  CHECK(joined(article.authors) == "Ann Example");
  CHECK(article.url == "https://a.example/7");
  CHECK(article.outlet == "The Paper");
  CHECK(article.section == "Local");
  CHECK(article.language.code() == "en");
}

TEST_CASE("table reader: a table of one text and a label has titles from the text") {
  const auto records =
      records_of("tsv", "label\ttext\nsport\t" + prose + "\nworld\t" + prose + "\n");
  REQUIRE(records.size() == 2);
  const auto& article = std::get<Article>(records.front());
  CHECK(article.title_from_text);
  CHECK(article.section == "sport");
  CHECK(article.body == prose);
}

TEST_CASE(
    "table reader: empty rows and repeated headers are passed over, and counted where they are"
    " rows") {
  CHECK(csv("title,text\n\n,,\nBridge,It stays closed.\ntitle,text\nFerry,It goes on time.") ==
        "3=Bridge/It stays closed. 4=Ferry/It goes on time.");
  CHECK(csv("title,text\n") == "");
  CHECK(csv("sep=;\ntitle;text\nBridge;It stays closed, I say.\n") ==
        "1=Bridge/It stays closed, I say.");
}

TEST_CASE("table reader: a lone quote costs no row behind it") {
  const std::string head = "kind\ttitle\ttext\n";
  CHECK(tsv(head + "a\t\"Bridge\tIt stays closed.\nb\tFerry\tIt goes on time.\n"
                   "c\tRoad\t\"It is new.\"\n") ==
        "1=\"Bridge/It stays closed. 2=Ferry/It goes on time. 3=Road/It is new.");
  CHECK(tsv(head + "a\tBridge\t\"It stays closed.\nb\tFerry\tIt goes on time.\n"
                   "c\tRoad\t\"It is new.\"\n") ==
        "1=Bridge/\"It stays closed. 2=Ferry/It goes on time. 3=Road/It is new.");
  CHECK(tsv(head + "a\tBridge\tIt stays closed.\nb\tFerry\t\"It goes on time.\n") ==
        "1=Bridge/It stays closed. 2=Ferry/\"It goes on time.");
}

TEST_CASE("table reader: a row with a quote that is never closed is named, the next are read") {
  CHECK(csv("title,text,url\nBridge,It stays closed.,u\nFerry,\"It goes\non time,u\n"
            "Road,It is new.,u\n") ==
        "1=Bridge/It stays closed. 2: a quote that is never closed 3=on time/u "
        "4=Road/It is new.");
}

TEST_CASE("table reader: many lone quotes are text") {
  std::string table = "title\ttext\n";
  for (int i = 0; i < 200; ++i) table += "Bridge " + std::to_string(i) + "\t\"It stays closed.\n";
  const auto records = records_of("tsv", table);
  REQUIRE(records.size() == 200);
  for (const Record& record : records) {
    REQUIRE(std::holds_alternative<Article>(record));
    CHECK(std::get<Article>(record).body == "\"It stays closed.");
  }
}

TEST_CASE("table reader: other encodings are read") {
  CHECK(csv("titre;texte\nCaf\xE9;Le caf\xE9 reste ferm\xE9 jusqu'au printemps, dit-on.\n") ==
        "1=Caf\u00E9/Le caf\u00E9 reste ferm\u00E9 jusqu'au printemps, dit-on.");
}

TEST_CASE("table reader: what is no table of news is refused once") {
  CHECK(refusal_of("csv", "a,b\n1,2\n3,4\n") == "a table without a column of text");
  CHECK(refusal_of("csv", "1,2\n3,4\n") == "a table without a column of text");
}

TEST_CASE("table reader: a row that has only a name is kept") {
  CHECK(csv("title,text,url\nBridge,It stays closed.,u\n,,u\n") == "1=Bridge/It stays closed. 2=/");
}

TEST_CASE("table reader: any bytes are met") {
  for (const std::string& table :
       {std::string("\0,\0\n", 4), std::string("\"\"\"\"\""), std::string("\n\n\n"),
        std::string(5000, ','), std::string(5000, '"'), std::string("a\r"), std::string("\"")}) {
    CHECK_NOTHROW(records_of("csv", table));
    CHECK_NOTHROW(records_of("tsv", table));
  }
}

TEST_CASE("table reader: a table is known by its name, or by a header that rows agree with") {
  CHECK(recognizes("", "x.CSV"));
  CHECK(recognizes("title,text\nBridge,It stays closed.\n"));
  CHECK(recognizes("date;headline;body\n2005-11-20;Bridge;It stays closed.\n"));
  CHECK_FALSE(recognizes("Title, text and date\nThese three, said Ann, are all.\n"));
  CHECK_FALSE(recognizes("Bridge, ferry\nclosed, open\n"));
  CHECK_FALSE(recognizes("title,text\n"));
}

TEST_CASE("table reader: columns can be said") {
  const auto reader = make_csv_reader();
  InputWindow window(text_stream("x,Bridge,It stays closed.\n"));
  const auto framer = reader->frame_columns(window, {{"title", "2"}, {"body", "3"}});
  const auto raw = framer->next();
  REQUIRE(raw.has_value());
  CHECK(shown(read_record(*reader, *raw, Origin{"x", "x", "", 0}, {})) ==
        "1=Bridge/It stays closed.");
}
