// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/xml_framer.hpp"

#include "tests/support/byte_streams.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// Each record's number and bytes.
std::string documents_in(const std::string& source) {
  InputWindow window(text_stream(source));
  const auto framer = frame_xml_documents(window);
  std::string out;
  while (const auto record = framer->next()) {
    out += std::to_string(record->number) + ":" + record->bytes + record->defect + "|";
  }
  return out;
}

}  // namespace

TEST_CASE("XML framer: a document is a record") {
  CHECK(documents_in("<a>x</a>\n") == "0:<a>x</a>|");
  CHECK(documents_in("<a>x</a>\n<?xml version='1.0'?><a>y</a>") == "1:<a>x</a>|2:<a>y</a>|");
  CHECK(documents_in("<?xml encoding='koi8-r'?><n:a>x</n:a>") ==
        "0:<?xml version=\"1.0\" encoding=\"koi8-r\"?><n:a>x</n:a>|");
  CHECK(documents_in("<a><b>x</b>") == "0:<a><b>x</b>|");
  CHECK(documents_in("no markup") == "0:no markup|");
}
