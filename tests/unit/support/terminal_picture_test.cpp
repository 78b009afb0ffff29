// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminal_picture.hpp"

#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

using news::test::terminal_picture;

namespace {

bool shows(const std::string& picture, const std::string& part) {
  return picture.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("terminal picture: each run of one look stands in its column") {
  const std::string picture = terminal_picture("one \x1B[1;33mtwo\x1B[22;39m three\n", 20);
  CHECK(shows(picture, "<text x=\"14.0\" y=\"28.2\">one </text>"));
  CHECK(shows(picture,
              "<text x=\"47.6\" y=\"28.2\" fill=\"#e5c07b\" font-weight=\"bold\">two</text>"));
  CHECK(shows(picture, "<text x=\"72.8\" y=\"28.2\"> three</text>"));
}

TEST_CASE("terminal picture: wide characters take two columns") {
  CHECK(shows(terminal_picture("\u706B\u5C71x", 20), "<text x=\"47.6\" y=\"28.2\">x</text>"));
}

TEST_CASE("terminal picture: marks of XML are escaped and links are text") {
  CHECK(shows(terminal_picture("a<b&c>", 20), "a&lt;b&amp;c&gt;"));
  CHECK(shows(terminal_picture("\x1B]8;;https://a.example/\x1B\\name\x1B]8;;\x1B\\", 20),
              ">name</text>"));
}

TEST_CASE("terminal picture: other escape sequences are an error") {
  CHECK_THROWS_AS(terminal_picture("\x1B[2J", 20), std::runtime_error);
  CHECK_THROWS_AS(terminal_picture("\x1B[5m", 20), std::runtime_error);
}
