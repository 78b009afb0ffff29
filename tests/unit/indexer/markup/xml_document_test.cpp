// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/xml_document.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

XmlDocument parsed(std::string_view bytes) {
  auto document = XmlDocument::parse(bytes);
  REQUIRE(document);
  return std::move(*document);
}

std::string text_in(std::string_view bytes) { return parsed(bytes).root().text(); }

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace

TEST_CASE("XML document: elements are found by their names") {
  const auto document = parsed(
      "<r xmlns:d='urn:d' xml:lang='fr'><A k='1' d:l='2'>x<d:b>y</d:b></A><!-- n --><c/>"
      "<u:e>z</u:e></r>");
  const XmlElement root = document.root();
  CHECK(root.name() == "r");
  CHECK(root.children().size() == 3);
  CHECK(root.child("a").attribute("K") == "1");
  CHECK(root.child("a").attribute("l") == "2");
  CHECK(root.child("a").attribute("m").empty());
  CHECK(root.find("b").text() == "y");
  CHECK(root.find("b").prefix() == "d");
  CHECK(root.find("b").space() == "urn:d");
  CHECK(root.find("b").language() == "fr");
  CHECK(root.find("e").prefix() == "u");
  CHECK(root.text() == "xyz");
  CHECK_FALSE(root.child("b"));
  CHECK(root.child("b").text().empty());
  CHECK(root.child("b").child("c").name().empty());
  CHECK(root.find_all("b").size() == 1);
}

TEST_CASE("XML document: the encoding is the one that fits") {
  CHECK(text_in("<?xml version='1.0' encoding='iso-8859-1'?><a>caf\xE9</a>") == "café");
  CHECK(text_in("<?xml version='1.0' encoding='iso-8859-1'?><a>café</a>") == "café");
  CHECK(text_in("<?xml version='1.0' encoding='utf-16'?><a>café</a>") == "café");
  CHECK(text_in("<?xml version='1.0' encoding='nonsense'?><a>café</a>") == "café");
  CHECK(text_in("\xEF\xBB\xBF<?xml version='1.0' encoding='koi8-r'?><a>café</a>") == "café");
  CHECK(text_in("<?xml version='1.0' encoding='koi8-r'?><a>\xCD\xC9\xD2</a>") == "мир");
  CHECK(text_in(std::string("\xFF\xFE<\0a\0>\0b\0<\0/\0a\0>\0", 18)) == "b");
  CHECK(text_in(std::string("\0<\0?\0x\0?\0>\0<\0a\0>\0b\0<\0/\0a\0>", 26)) == "b");
}

TEST_CASE("XML document: entities are neither expanded nor fetched") {
  CHECK(text_in("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>b&x;c</a>") == "b&x;c");
  CHECK(text_in("<!DOCTYPE a SYSTEM 'http://localhost:1/a.dtd'><a>b</a>") == "b");
  CHECK(text_in("<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://localhost:1/'> %x;]><a>b</a>") == "b");
  std::string laughs = "<!DOCTYPE a [<!ENTITY l0 'ha'>";
  for (int i = 1; i < 30; ++i) {
    const std::string inner = "&l" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY l" + std::to_string(i) + " '" + repeated(inner, 10) + "'>";
  }
  CHECK(text_in(laughs + "]><a>&l29;</a>") == "&l29;");
  CHECK(text_in("<a>&eacute;&nbsp;&unknown;</a>") == "é\u00A0&unknown;");
}

TEST_CASE("XML document: neither depth nor length is a danger") {
  const std::string deep = repeated("<a>", 100'000);
  CHECK(text_in(deep + "x" + repeated("</a>", 100'000)) == "x");
  CHECK(parsed(deep + "x").is_cut_off());
  CHECK(text_in("<a>" + std::string(12'000'000, 'x') + "</a>").size() == 12'000'000);
  CHECK(parsed("<a b=\"" + std::string(12'000'000, 'x') + "\">c</a>").root().name() == "a");
  CHECK(text_in("<a>x" + repeated("<!--", 400'000)).size() == 1);
  CHECK(text_in("<a>" + repeated("&", 400'000)).size() == 400'000);
  CHECK_FALSE(XmlDocument::parse("<a>" + repeated("<b/>", max_xml_tags) + "</a>"));
}

TEST_CASE("XML document: where it is cut off") {
  const auto document = parsed("<r><a>x</a><b>y");
  CHECK(document.is_cut_off());
  CHECK_FALSE(document.root().child("a").is_cut_off());
  CHECK(document.root().child("b").is_cut_off());
  CHECK_FALSE(parsed("<r><a>x</r>").is_cut_off());
  CHECK_FALSE(parsed("<r/>").is_cut_off());
}

TEST_CASE("XML document: what has no element is none") {
  for (const std::string_view text :
       {"", " ", "x", "<", "<!-- <a/> -->", "<?xml version='1.0'?>"}) {
    CAPTURE(text);
    CHECK_FALSE(XmlDocument::parse(text));
  }
  CHECK(text_in(std::string("<a>b\0c</a>", 10)) == "b c");
}

TEST_CASE("XML document: of a tag with very many attributes the first are read") {
  std::string text = "<a><b";
  for (int i = 0; i < 300'000; ++i)
    text += " n" + std::to_string(i) + "=\"" + std::to_string(i) + "\"";
  const auto document = parsed(text + ">Bridge</b></a>");
  const XmlElement element = document.root().find("b");
  CHECK(element.attribute("n7") == "7");
  CHECK(element.attribute("n70000").empty());
  CHECK(element.text() == "Bridge");
}
