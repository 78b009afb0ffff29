// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/markup/xml_repair.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("XML repair: what was meant") {
  struct Row {
    std::string_view broken;
    std::string_view repaired;
  };
  const Row rows[] = {
      {"<a>b</a>", "<a>b</a>"},
      {"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e 'x'>]><!-- c --><a/>", "<a/>"},
      {"<a>x & y &e; &amp; &eacute; &#146;</a>", "<a>x &amp; y &amp;e; &amp; é ’</a>"},
      {"<a>1 < 2 </ 3 <></a>", "<a>1 &lt; 2 &lt;/ 3 &lt;&gt;</a>"},
      {"<a><![CDATA[<b>&amp;]]></a>", "<a>&lt;b&gt;&amp;amp;</a>"},
      {"<a><b>x</a>", "<a><b>x</b></a>"},
      {"<a>x</b></a>", "<a>x</a>"},
      {"<a>x<br>y<hr>z<img src=i></a>", "<a>x<br/>y<hr/>z<img src=\"i\"/></a>"},
      {"<a b=c d='e' d='f' g h=\"<&quot;>\">",
       "<a b=\"c\" d=\"e\" g=\"\" h=\"&lt;&quot;&gt;\">"
       "<?news-cut?></a>"},
      {"<a><b>x", "<a><b>x<?news-cut?></b></a>"},
      {"<a><b", "<a><b><?news-cut?></b></a>"},
      {"<a><![CDATA[x", "<a>x<?news-cut?></a>"},
      {"<a>x<!-- y", "<a>x y<?news-cut?></a>"},
      {"<a b=\"c>x</a>", "<a b=\"c\">x</a>"},
      {"junk<a>x</a>junk", "<a>x</a>"},
      {"<a>\x05\x7F</a>", "<a>  </a>"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.broken);
    CHECK(repair_xml(row.broken) == row.repaired);
  }
}

TEST_CASE("XML repair: the tags of what is nested too deep go, not its text") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  deep += "x";
  for (int i = 0; i < 100'000; ++i) deep += "</a>";
  const std::string repaired = repair_xml(deep);
  CHECK(repaired.size() == max_xml_depth * 7 + 1);
  CHECK(repaired.find("<a>x</a>") != std::string::npos);
}

TEST_CASE("XML repair: hostile tags take time in proportion") {
  std::string text = "<r>";
  for (int i = 0; i < 200'000; ++i) text += "<a></b><!--<x y=\"";
  CHECK(repair_xml(text).ends_with("</r>"));
}
