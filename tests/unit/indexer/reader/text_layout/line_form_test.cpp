// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/line_form.hpp"

#include "tests/support/reading.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

LineForm form_of(std::string_view line) {
  std::vector<LineForm> forms = line_forms(split_text_lines(line));
  REQUIRE(forms.size() == 1);
  return forms.front();
}

/// The names of what a line is, apart from its words.
std::string marks(const LineForm& form) {
  std::vector<std::string> names;
  const auto add = [&names](bool is, const std::string& name) {
    if (is) names.push_back(name);
  };
  add(form.is_prose(), "prose");
  add(form.bracketed, "bracketed");
  add(form.menu, "menu");
  add(form.breadcrumb, "breadcrumb");
  add(form.list_item, "item");
  add(form.credit, "credit");
  add(form.see_also, "see-also");
  add(form.advert, "advert");
  add(form.share, "share");
  add(form.notice, "notice");
  add(form.legal, "legal");
  add(form.date_line, "date");
  add(form.time_line, "time");
  return joined(names, " ");
}

}  // namespace

TEST_CASE("line form: what a line looks like") {
  struct Row {
    std::string_view line;
    std::string_view marks;
  };
  const Row rows[] = {
      {"The bridge was closed to all traffic.", "prose"},
      {"It was closed.", ""},
      {"The bridge was closed to all traffic", ""},
      {"\u201CThe bridge is closed to all of you!\u201D", "prose"},
      {"橋は金曜日にすべての車両に対して閉鎖された。", "prose"},
      {"[an error occurred]", "bracketed"},
      {"News | Sport | Farming", "menu"},
      {"News | Sport", "menu"},
      {"Tarn 12 4 3 1 40 | Hallam 12 3 3 2 37 | Marel 12 1 1 1 1", ""},
      {"Home > World > Europe", "breadcrumb"},
      {"Accueil \u00BB Monde", "menu breadcrumb"},
      {"Tarn > Hallam", ""},
      {"- Bridge painted", "item"},
      {"3. Bridge painted", "item"},
      {"12) Bridge painted", "item"},
      {"1987 was a good year", ""},
      {"Photo: Ben Oake", "credit"},
      {"The arches at night (Photo: Ben Oake/Tarn Valley Post)", "credit"},
      {"The arches at night (\u00A9 The Post)", "credit"},
      {"Read more: The mill that moved", "see-also"},
      {"Related", "see-also"},
      {"Related crimes were looked into", ""},
      {"ADVERTISEMENT", "advert"},
      {"Share this with your neighbours", "share"},
      {"Print | Save | Reprints", "menu share"},
      {"Share prices fell.", ""},
      {"Share slump", ""},
      {"Email this", "share"},
      {"Share: Facebook", "share"},
      {"Photos showed water over the road.", "prose"},
      {"Photograph: Ben Oake.", "credit"},
      {"It won the prize (best picture)", ""},
      {"The mayor at the pier (AP Photo/Ben Oake)", "credit"},
      {"In pictures", "credit"},
      {"Media playback is unsupported on your device", "credit"},
      {"Bridge to be painted \u00BB", "menu see-also"},
      {"World > Europe > Tarn", "breadcrumb"},
      {"Sign up for our newsletter", "notice"},
      {"318 comments", "notice"},
      {"Copyright 2011 Tarn Valley Post", "legal"},
      {"\u00A9 2011 Tarn Valley Post", "legal"},
      {"All rights reserved.", "legal"},
      {"The Post is not responsible for the content of other sites.", "prose legal"},
      {"The rebels said they were not responsible for it.", "prose"},
      {"The song was played without permission.", "prose"},
      {"Privacy policy", "legal"},
      {"12 March 2011, 09:30", "item date"},
      {"Last updated on Friday 12 March 2011 at 09:30 GMT", "date"},
      {"Published at 18:22 GMT", "time"},
      {"Trains leave at 18:22", ""},
      {"Updated: in the year of the bridge, in the month of the flood, on the day of the fair, "
       "which was the 12 March 2011, by the clock of the old town hall",
       "prose date"},
      {"Updated: in the year of the bridge, in the month of the flood, on the day of the fair, "
       "which was the 12 March 2011, it fell by the clock of the old town hall.",
       "prose"},
      {"The bridge was built on 12 March 1811 by the monks of Tarn.", "prose"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(marks(form_of(row.line)) == row.marks);
  }
}

TEST_CASE("line form: a long paragraph is one whatever it ends with and whatever it is about") {
  std::string line = "The owners of the copyright";
  for (int i = 0; i < 30; ++i) line += " and their cookies";
  CHECK(marks(form_of(line)) == "prose");
}

TEST_CASE("line form: a long paragraph is known by its start and what it has is still found") {
  const std::string words =
      "and the town of Tarn went on as if nothing had been said of it at all ";
  const std::string behind = words + words + "but all rights reserved.";
  struct Row {
    std::string_view start;
    std::string_view marks;
  };
  const Row rows[] = {
      {"The bridge was closed ", "prose"}, {"Continue reading the main story ", "prose"},
      {"Advertisement ", "prose"},         {"All rights reserved ", "prose legal"},
      {"Image caption ", "prose"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.start);
    const LineForm form = form_of(std::string(row.start) + behind);
    CHECK(marks(form) == row.marks);
    CHECK(form.words > 25);
    CHECK(form.has(Cue::legal));
    CHECK_FALSE(form.is(Cue::advert));
    CHECK(form.cues() == cue_form(form.text()));
  }
}

TEST_CASE("line form: what asks or exclaims") {
  for (const std::string_view line : {"Is it safe?", "Stop!", "安全か？", "هل هو آمن؟"}) {
    CAPTURE(line);
    CHECK(form_of(line).asks());
  }
  CHECK_FALSE(form_of("It is safe.").asks());
  CHECK_FALSE(form_of("\"Is it safe?\" she said").asks());
}

TEST_CASE("line form: words are counted") {
  CHECK(form_of("Tarn's bridge, closed!").words == 3);
  CHECK(form_of("?!").words == 0);
}

TEST_CASE("line form: the dates of a line are found with their place") {
  const LineForm form = form_of("Published 12 March 2011 | Updated 14 March 2011");
  REQUIRE(form.dates.size() == 2);
  CHECK(iso(form.dates[0].when) == "2011-03-12");
  CHECK(form.dates[1].range.in(form.text()) == "14 March 2011");
}

TEST_CASE("line form: a line is divided at every divider") {
  struct Row {
    std::string line;
    std::string parts;
  };
  const Row rows[] = {
      {"Home", "Home"},
      {"Home > World > Europe", "Home;World;Europe"},
      {"Home / World", "Home;World"},
      {"either/or", "either/or"},
      {"a|b | c", "a;b;c"},
      {"Accueil \u00BB Monde \u203A Mer", "Accueil;Monde;Mer"},
      {"首页＞新闻", "首页;新闻"},
      {"Home > ", "Home;"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(joined(divided(row.line), ";") == row.parts);
  }
}
