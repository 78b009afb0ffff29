// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/sgml_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("sgml text: tags go, paragraphs stay") {
  struct Row {
    std::string_view sgml;
    std::string_view text;
  };
  const Row rows[] = {
      {"", ""},
      {"<P>The bridge\nis closed.</P><P>The ferry goes.</P>",
       "The bridge is closed.\nThe ferry goes."},
      {"   The bridge\nis closed.\n   The ferry\ngoes.", "The bridge is closed.\nThe ferry goes."},
      {"  The bridge\n  is closed.\n\n  The ferry.", "The bridge is closed.\nThe ferry."},
      {"a<B>b</B>c", "abc"},
      {"3 < 5 and 5 > 3", "3 < 5 and 5 > 3"},
      {"Q&amp;A &lt;here&gt; &#169; &#7;x &unknown; &", "Q&A <here> \u00A9 x &unknown; &"},
      {"a<!-- not <P> this -->b", "ab"},
      {"a<!-- never closed", "a<!-- never closed"},
      {"a<br/>b", "a\nb"},
      {"cut <P", "cut <P"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sgml);
    CHECK(sgml_text(row.sgml) == row.text);
  }
}

TEST_CASE("sgml text: of very many comments that never end all are text") {
  std::string comments;
  for (int i = 0; i < 300'000; ++i) comments += "<!--";
  CHECK(sgml_text(comments) == comments);
}
