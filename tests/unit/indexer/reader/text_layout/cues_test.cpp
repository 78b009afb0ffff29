// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/text_layout/cues.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

TEST_CASE("cues: a line in the form that they are looked for in") {
  struct Row {
    std::string_view line;
    std::string_view form;
  };
  const Row rows[] = {
      {"", " "},
      {"...", " "},
      {"READ  More:", " read more "},
      {"À lire aussi > ", " a lire aussi "},
      {"© 2011 The Post", " © 2011 the post "},
      {"(c) 2011 The Post", " © c 2011 the post "},
      {"(c) of the list", " c of the list "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(cue_form(row.line) == row.form);
  }
}

TEST_CASE("cues: which are anywhere in a line at its start or all of it") {
  struct Row {
    Cue cue;
    std::string_view line;
    bool anywhere;
    bool start;
    bool all;
  };
  const Row rows[] = {
      {Cue::legal, "All rights reserved", true, true, true},
      {Cue::legal, "The Post. All Rights Reserved.", true, false, false},
      {Cue::legal, "Copyright 2011", true, true, false},
      {Cue::legal, "copyrighted", false, false, false},
      {Cue::legal, "Alle Rechte vorbehalten", true, true, true},
      {Cue::legal, "本报版权所有，不得转载", true, false, false},
      {Cue::legal, "All rights were reserved", false, false, false},
      {Cue::notice, "Sign up for our newsletter", true, true, false},
      {Cue::comments, "318 Comments", true, false, false},
      {Cue::see_also, "LESEN SIE AUCH: Der Tunnel", true, true, false},
      {Cue::see_also, "関連記事：灰森山", true, true, false},
      {Cue::related, "Most Read", true, true, true},
      {Cue::share, "Print", true, true, true},
      {Cue::share, "Printing presses", false, false, false},
      {Cue::advert, "Werbung", true, true, true},
      {Cue::credit, "Фото: Анна Вель", true, true, false},
      {Cue::published, "Publié le 3 mars", true, true, false},
      {Cue::updated, "Zuletzt aktualisiert: 3. Mai", true, true, false},
      {Cue::medium, "砂灯新聞", true, false, false},
      {Cue::medium, "The Tarn Valley Post", true, false, false},
      {Cue::end_mark, "ENDS", true, true, true},
      {Cue::end_mark, "-30-", true, true, true},
      {Cue::home, "Startseite > Welt", true, true, false},
      {Cue::home, "", false, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const std::string form = cue_form(row.line);
    CHECK(has_cue(row.cue, form) == row.anywhere);
    CHECK(starts_with_cue(row.cue, form) == row.start);
    CHECK(is_cue(row.cue, form) == row.all);
  }
}

TEST_CASE("cues: the start of a line has the cues that the line begins with") {
  const std::string_view line = "Advertisement by the river (c) 2011";
  const std::string start = cue_form_of_start(line, line.find(" by"));
  CHECK(start == " © advertisement ");
  CHECK(cue_form(line).starts_with(start));
}

TEST_CASE("cues: all of a line are found at once and none has more words than the longest") {
  const CueSet cues = find_cues(cue_form("Read more: All rights reserved, continue reading"));
  CHECK(cues.starts_with(Cue::see_also));
  CHECK(cues.has(Cue::see_also));
  CHECK_FALSE(cues.is(Cue::see_also));
  CHECK(cues.has(Cue::legal));
  CHECK_FALSE(cues.starts_with(Cue::legal));
  CHECK(cues.has(Cue::advert));
  CHECK_FALSE(cues.has(Cue::home));
  CHECK(longest_cue_words() >= 5);  // "continue reading the main story"
  CHECK(is_cue(Cue::advert, cue_form("Continue reading the main story")));
}
