// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/encoding.hpp"

#include "news/base/error.hpp"
#include "news/base/utf8.hpp"
#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace std::string_view_literals;

namespace {

std::string transcoded(const std::string& encoding, std::string_view bytes,
                       std::size_t piece_bytes) {
  Transcoder transcoder(encoding);
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += piece_bytes) {
    transcoder.convert(bytes.substr(at, piece_bytes), /*last=*/false, out);
  }
  transcoder.convert({}, /*last=*/true, out);
  return out;
}

/// Enough text in one language for a guess.
std::string repeated(std::string_view bytes, int times) {
  std::string out;
  while (times-- > 0) out += bytes;
  return out;
}

}  // namespace

TEST_CASE("encoding: a byte order mark names its encoding") {
  struct Row {
    std::string_view bytes;
    std::string_view encoding;
    std::size_t mark_bytes;
  };
  const Row rows[] = {
      {"\xEF\xBB\xBFx", "UTF-8", 3},
      {"\xFF\xFEx\0"sv, "UTF-16LE", 2},
      {"\xFE\xFF\0x"sv, "UTF-16BE", 2},
      {"\xFF\xFE\0\0x\0\0\0"sv, "UTF-32LE", 4},
      {"\0\0\xFE\xFF\0\0\0x"sv, "UTF-32BE", 4},
  };
  for (const Row& row : rows) {
    const auto mark = byte_order_mark(row.bytes);
    REQUIRE(mark.has_value());
    CHECK(mark->encoding == row.encoding);
    CHECK(mark->bytes == row.mark_bytes);
    CHECK(decode_text(row.bytes).text == "x");
    CHECK(decode_text(row.bytes).encoding == row.encoding);
  }
}

TEST_CASE("encoding: what has no byte order mark has none") {
  for (const auto bytes :
       {""sv, "x"sv, "\xEF\xBB"sv, "\xFF"sv, "\xFE"sv, "\0\0\xFE"sv, " \xFF\xFE"sv}) {
    CHECK_FALSE(byte_order_mark(bytes).has_value());
  }
}

TEST_CASE("encoding: text that is UTF-8 stays as it is whatever was declared") {
  for (const char* declared : {"", "utf-8", "iso-8859-1", "Shift_JIS", "nonsense"}) {
    CAPTURE(declared);
    const DecodedText decoded = decode_text("na\u00EFve \u4E2D", declared);
    CHECK(decoded.text == "na\u00EFve \u4E2D");
    CHECK(decoded.encoding == "UTF-8");
  }
}

TEST_CASE("encoding: the escapes of ISO-2022-JP are seen before UTF-8 is") {
  struct Row {
    std::string_view bytes;
    std::string_view text;
    std::string_view encoding;
  };
  const Row rows[] = {
      {"a \x1B$BF|K\\\x1B(B.", "a \u65E5\u672C.", "ISO-2022-JP"},
      {"\x1B$@F|K\\\x1B(J.", "\u65E5\u672C.", "ISO-2022-JP"},
      {"\x1B$Bx", "\x1B$Bx", "UTF-8"},
      {"\x1B(B\x1B$Bx", "\x1B(B\x1B$Bx", "UTF-8"},
      {"\u65E5 \x1B$BF|\x1B(B", "\u65E5 \x1B$BF|\x1B(B", "UTF-8"},
      {"$BF|K(B", "$BF|K(B", "UTF-8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(decode_text(row.bytes).text == row.text);
    CHECK(decode_text(row.bytes).encoding == row.encoding);
  }
}

TEST_CASE("encoding: a declared encoding is believed where the text is not UTF-8") {
  struct Row {
    std::string_view bytes;
    std::string_view declared;
    std::string_view text;
    std::string_view encoding;
  };
  const Row rows[] = {
      {"caf\xE9", "windows-1252", "caf\u00E9", "windows-1252"},
      {"caf\xE9", " ISO-8859-1 ", "caf\u00E9", "windows-1252"},
      {"\x93quoted\x94", "latin1", "\u201Cquoted\u201D", "windows-1252"},
      {"\x93quoted\x94", "US-ASCII", "\u201Cquoted\u201D", "windows-1252"},
      {"\xDEi\xFEli", "iso-8859-9", "\u015Ei\u015Fli", "windows-1254"},
      {"\xA4", "ISO-8859-15", "\u20AC", "ISO-8859-15"},
      {"\x93\xFA\x96{", "Shift_JIS", "\u65E5\u672C", "Shift_JIS"},
      {"\xC6\xFC\xCB\xDC", "euc-jp", "\u65E5\u672C", "EUC-JP"},
      {"\xD6\xD0\xB9\xFA", "GB2312", "\u4E2D\u56FD", "GB2312"},
      {"\xCF\xF0\xE8", "windows-1251", "\u041F\u0440\u0438", "windows-1251"},
      {"\xF0\xD2\xC9", "KOI8-R", "\u041F\u0440\u0438", "KOI8-R"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.declared);
    const DecodedText decoded = decode_text(row.bytes, row.declared);
    CHECK(decoded.text == row.text);
    CHECK(decoded.encoding == row.encoding);
  }
}

TEST_CASE("encoding: a wrong or hostile declaration does no harm") {
  const std::string long_name(100'000, 'x');
  for (const std::string_view declared :
       {"utf-8"sv, "utf8"sv, "nonsense"sv, "\xFF\xFE\0"sv, "../../etc/passwd"sv,
        "UTF-8,version=9"sv, std::string_view(long_name)}) {
    CAPTURE(declared.substr(0, 20));
    const DecodedText decoded =
        decode_text("Le caf\xE9 de la gare est ferm\xE9 \xE0 midi", declared);
    CHECK(utf8::is_valid(decoded.text));
    CHECK_FALSE(decoded.encoding.empty());
    CHECK(decoded.text.starts_with("Le caf"));
  }
}

TEST_CASE("encoding: without a declaration the text itself is asked") {
  struct Row {
    std::string bytes;
    std::string_view begin;
  };
  const Row rows[] = {
      {repeated("Le caf\xE9 de la gare est ferm\xE9 \xE0 midi. ", 10), "Le caf\u00E9 de la gare"},
      {repeated("\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xF1\xEA\xE0\xE7\xE0\xEB ", 20),
       "\u041F\u0440\u0435\u0437\u0438\u0434\u0435\u043D\u0442"},
      {repeated("\x93\xFA\x96{\x82\xCC\x90V\x95\xB7\x82\xC5\x82\xB7\x81"
                "B",
                20),
       "\u65E5\u672C\u306E\u65B0\u805E\u3067\u3059\u3002"},
      {std::string(100'000, 'x') + repeated(" caf\xE9 ferm\xE9", 10), "xxx"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.begin);
    CHECK(decode_text(row.bytes).text.substr(0, row.begin.size()) == row.begin);
  }
}

TEST_CASE("encoding: a short text that says little is of the Windows code page") {
  struct Row {
    std::string_view bytes;
    std::string_view text;
  };
  const Row rows[] = {
      {"caf\xE9", "caf\u00E9"},
      {"It\x92s here", "It\u2019s here"},
      {"9\xB0 at 12:45", "9\u00B0 at 12:45"},
      {"GDP \xB1 3%", "GDP \u00B1 3%"},
      {"\xA3"
       "300",
       "\u00A3"
       "300"},
  };
  for (const Row& row : rows) {
    const DecodedText decoded = decode_text(row.bytes);
    CHECK(decoded.text == row.text);
    CHECK(decoded.encoding == "windows-1252");
  }
}

TEST_CASE("encoding: UTF-8 with a few damaged bytes is still UTF-8") {
  const std::string good = repeated("Le caf\u00E9 est ferm\u00E9. ", 10);
  const DecodedText decoded = decode_text(good + "\xFF" + good);
  CHECK(decoded.text == good + "\uFFFD" + good);
  CHECK(decoded.encoding == "UTF-8");
}

TEST_CASE("encoding: what cannot be decoded becomes the replacement character") {
  CHECK(decode_text("\xFF\xFE\x00\xD8"sv).text == "\uFFFD");  // half a surrogate pair
  CHECK(decode_text("\xEF\xBB\xBFok\xFF").text == "ok\uFFFD");
  CHECK(decode_text("\xFF\xFEx"sv).text == "\uFFFD");  // half a character
  CHECK(decode_text("\xFF\xFE"sv).text.empty());
}

TEST_CASE("encoding: nothing is decoded to nothing") {
  CHECK(decode_text("").text.empty());
  CHECK(decode_text("", "Shift_JIS").encoding == "UTF-8");
}

TEST_CASE("encoding: the pieces of a stream may cut characters anywhere") {
  struct Row {
    std::string encoding;
    std::string_view bytes;
    std::string_view text;
  };
  const Row rows[] = {
      {"UTF-16LE", "a\0\xE9\0\x3D\xD8\x00\xDE"sv, "a\u00E9\U0001F600"},
      {"UTF-16BE", "\0a\0\xE9\xD8\x3D\xDE\x00"sv, "a\u00E9\U0001F600"},
      {"Shift_JIS", "\x93\xFA\x96{abc\x93\xFA"sv, "\u65E5\u672Cabc\u65E5"},
      {"GB18030", "\x94\x39\xFC\x36z"sv, "\U0001F600z"},
      {"ISO-2022-JP", "\x1B$BF|K\\\x1B(B."sv, "\u65E5\u672C."},
      {"UTF-8", "a\u00E9\u4E2D\U0001F600"sv, "a\u00E9\u4E2D\U0001F600"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.encoding);
    for (std::size_t piece = 1; piece <= row.bytes.size(); ++piece) {
      CHECK(transcoded(row.encoding, row.bytes, piece) == row.text);
    }
  }
}

TEST_CASE("encoding: a long stream comes through whole") {
  const std::string bytes = repeated("ab\xE9", 50'000);
  const std::string text = repeated("ab\u00E9", 50'000);
  for (const std::size_t piece : {1'000UL, 4'096UL, 150'000UL}) {
    CHECK(transcoded("windows-1252", bytes, piece) == text);
  }
}

TEST_CASE("encoding: an unknown name is an error for a stream") {
  CHECK_THROWS_AS(Transcoder("nonsense"), Error);
  CHECK_THROWS_WITH_AS(Transcoder("no such code"), "encoding no such code: is not known to ICU",
                       Error);
}

TEST_CASE("encoding: random bytes under any name give well formed text") {
  test::RandomText random(5);
  for (const char* declared : {"", "UTF-16", "UTF-7", "Shift_JIS", "GB18030", "Big5", "ISO-2022-KR",
                               "HZ-GB-2312", "EBCDIC-CP-US", "SCSU", "BOCU-1"}) {
    CAPTURE(declared);
    for (int i = 0; i < 50; ++i) {
      const std::string bytes = random.bytes(200);
      CAPTURE(bytes);
      REQUIRE(utf8::is_valid(decode_text(bytes, declared).text));
    }
  }
}
