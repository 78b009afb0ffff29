// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/xml_paragraphs.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("XML paragraphs: elements end lines unless they stand inside one") {
  struct Row {
    std::string_view inside;
    std::string_view text;
  };
  const Row rows[] = {
      {"one\n  two", "one two"},
      {"<p>one</p><p>two</p>", "one\ntwo"},
      {"<p>one <b>bold</b> word</p>", "one bold word"},
      {"<p><person>Ada Whitlock</person> of <org>Tarn Tin</org></p>", "Ada Whitlock of Tarn Tin"},
      {"one<p>two</p>three", "one\ntwo\nthree"},
      {"<ul><li>one</li><li>two</li></ul>", "one\ntwo"},
      {"<p>a line that <br/>goes on</p>", "a line that goes on"},
      {"<p>It ends.<br/>Another begins.</p>", "It ends.\nAnother begins."},
      {"<p>one<br/> <br/>two</p>", "one\ntwo"},
      {"<p>one</p><script>x</script><media><p>caption</p></media>", "one"},
      {"<p/>", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.inside);
    const auto document = XmlDocument::parse("<body>" + std::string(row.inside) + "</body>");
    REQUIRE(document);
    CHECK(paragraphs_of(document->root()) == row.text);
  }
  CHECK(paragraphs_of(XmlElement()).empty());
}
