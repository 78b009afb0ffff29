// SPDX-License-Identifier: GPL-3.0-or-later
// The user's clipboard, through the terminal.
#include "searcher/interactive/clipboard.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("clipboard: the text is in base64 (RFC 4648, the examples of its section 10)") {
  const struct {
    const char* text;
    const char* base64;
  } cases[] = {{"", ""},
               {"f", "Zg=="},
               {"fo", "Zm8="},
               {"foo", "Zm9v"},
               {"foob", "Zm9vYg=="},
               {"fooba", "Zm9vYmE="},
               {"foobar", "Zm9vYmFy"},
               {"é", "w6k="}};
  for (const auto& [text, base64] : cases) {
    CHECK(clipboard_sequence(text) == "\033]52;c;" + std::string(base64) + "\a");
  }
}
