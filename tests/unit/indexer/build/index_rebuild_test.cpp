// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/error.hpp"
#include "tests/support/newsroom.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

TEST_CASE("index rebuild: reads everything anew") {
  Newsroom room;
  room.write("a.jsonl", article_line("1", "one"));
  room.update();
  room.remove("a.jsonl");
  room.write("b.jsonl", article_line("2", "two"));
  const UpdateSummary summary = room.rebuild();
  CHECK(counts(summary) == "1 1 0 0 0 0");
  CHECK(room.titles() == "two");
}

TEST_CASE("index rebuild: mends a damaged stub or intent") {
  for (const std::string file : {"XAPIANDB", "intent"}) {
    CAPTURE(file);
    Newsroom room;
    room.write("a.jsonl", article_line("1", "one"));
    room.update();
    room.damage(file);
    CHECK_THROWS_AS(room.update(), IndexError);
    room.rebuild();
    CHECK(room.titles() == "one");
    CHECK(counts(room.update()) == "0 0 0 1 0 0");
    CHECK(room.files() == "XAPIANDB lock segment-000002");
  }
}

TEST_CASE("index rebuild: one that is stopped or fails takes nothing of a damaged index") {
  for (const std::string file : {"XAPIANDB", "intent"}) {
    for (const bool fails : {true, false}) {
      CAPTURE(file);
      CAPTURE(fails);
      Newsroom room;
      room.write("a.jsonl", article_line("1", "one"));
      room.update();
      room.damage(file);
      const std::string before = room.files();
      room.listener.after_source = [&room, fails] {
        if (fails) throw FileError("a.jsonl", "the disk is full");
        room.stop = true;
      };
      if (fails) {
        CHECK_THROWS_AS(room.rebuild(), FileError);
      } else {
        CHECK(room.rebuild().interrupted);
      }
      CHECK(room.files() == before);
      CHECK(content_of(room.index() / file) == Newsroom::damage_text);
    }
  }
}

TEST_CASE("index rebuild: a stopped one does not take segments whose stub is missing for dead") {
  Newsroom room;
  room.write("a.jsonl", article_line("1", "one"));
  room.update();
  std::filesystem::remove(room.index() / "XAPIANDB");
  room.stop = true;
  CHECK(room.rebuild().interrupted);
  CHECK(room.files() == "lock segment-000001");
}

TEST_CASE("index rebuild: a stopped one leaves the old index") {
  Newsroom room;
  room.write("a.jsonl", article_line("1", "one"));
  room.update();
  room.write("a.jsonl", article_line("2", "two"));
  room.stop = true;
  CHECK(room.rebuild().interrupted);
  CHECK(room.titles() == "one");
}
