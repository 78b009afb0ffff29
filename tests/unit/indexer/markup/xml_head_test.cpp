// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/xml_head.hpp"

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("XML head: the encoding and the root element") {
  struct Row {
    std::string_view text;
    bool declared;
    std::string_view encoding;
    std::string_view root;
  };
  const Row rows[] = {
      {"<?xml version=\"1.0\" encoding=\"koi8-r\"?>\n<rss version=\"2.0\">", true, "koi8-r", "rss"},
      {"<?xml version='1.0' encoding = 'big5' ?><a/>", true, "big5", "a"},
      {"<?xml version=\"1.0\"?><!-- <b> --><?style?> <a>", true, "", "a"},
      {"\xEF\xBB\xBF  <rdf:RDF xmlns=\"x\">", false, "", "rdf:RDF"},
      {"<!DOCTYPE a [ <!-- ]> --> <!ENTITY e \"]>\"> ]><a>", false, "", "a"},
      {"<!doctype a SYSTEM 'x>y'><a>", false, "", "a"},
      {"<!DOCTYPE a [", false, "", ""},
      {"<?xml version=\"1.0\" encoding=\"u", true, "", ""},
      {"<?xmlish?><a>", false, "", "a"},
      {"<!-- never closed <a>", false, "", ""},
      {"text <a>", false, "", ""},
      {"<", false, "", ""},
      {"", false, "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const XmlHead head = read_xml_head(row.text);
    CHECK(head.declared == row.declared);
    CHECK(head.encoding == row.encoding);
    CHECK(head.root == row.root);
  }
  CHECK(local_name("rdf:RDF") == "RDF");
  CHECK(local_name("RDF") == "RDF");
}
