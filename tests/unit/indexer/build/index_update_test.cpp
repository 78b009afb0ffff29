// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/index_update.hpp"

#include "indexer/build/compaction.hpp"
#include "indexer/build/index_lock.hpp"
#include "indexer/reader/registry.hpp"
#include "news/base/error.hpp"
#include "news/index/open.hpp"
#include "tests/support/archives.hpp"
#include "tests/support/newsroom.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// 300 articles, of which each file has 50 in common with the next.
std::string lines(int file) {
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    const std::string id = std::to_string(file * 250 + i);
    lines += article_line(id, "t" + id);
  }
  return lines;
}

}  // namespace

TEST_CASE("index update: what is read is in the index and counted") {
  Newsroom room;
  room.write("a.jsonl", article_line("1", "one") + "{\n" + article_line("2", "two"));
  room.write("b.json", R"([{"title": "three", "text": "Of three."}])");
  const UpdateSummary summary = room.update();
  CHECK(counts(summary) == "3 3 0 0 0 0");
  CHECK(summary.files == 2);
  CHECK(summary.unreadable.count() == 1);
  CHECK(summary.articles_in_index == 3);
  CHECK(summary.segments_in_index == 1);
  CHECK(room.titles() == "one three two");
  REQUIRE(room.listener.heard.size() == 3);
  CHECK(room.listener.heard[0].starts_with("a.jsonl#2: not valid JSON"));
  CHECK(room.listener.heard[1] == "a.jsonl 2+1");
  CHECK(room.listener.heard[2] == "b.json 1+0");
}

TEST_CASE("index update: unchanged files are not read again") {
  Newsroom room;
  room.write("a.jsonl", article_line("1", "one") + "{\n");
  room.update();
  const UpdateSummary again = room.update();
  CHECK(counts(again) == "0 0 0 1 0 0");
  CHECK(again.unchanged_files == 1);
  CHECK(again.unreadable_in_unchanged == 1);
  CHECK(again.segments_in_index == 1);
  CHECK(room.listener.heard.empty());
}

TEST_CASE("index update: a changed file has its articles updated added and removed") {
  Newsroom room;
  room.write("a.jsonl", article_line("1", "one") + article_line("2", "two"));
  room.update();
  room.write("a.jsonl",
             article_line("2", "deux") + article_line("3", "three") + article_line("4", "four"));
  CHECK(counts(room.update()) == "3 2 1 0 1 0");
  CHECK(room.titles() == "deux four three");
}

TEST_CASE("index update: a file that is empty now loses its articles") {
  for (const std::string content : {"", " \n"}) {
    Newsroom room;
    room.write("a.jsonl", article_line("1", "one"));
    room.write("b.jsonl", article_line("2", "two"));
    room.update();
    room.write("a.jsonl", content);
    const UpdateSummary changed = room.update();
    CHECK(counts(changed) == "0 0 0 1 1 0");
    CHECK(changed.unreadable.count() == 1);
    CHECK(room.titles() == "two");
    const UpdateSummary again = room.update();
    CHECK(again.unchanged_files == 2);
    CHECK(again.unreadable_in_unchanged == 1);
    CHECK(again.segments_in_index == changed.segments_in_index);
  }
}

TEST_CASE("index update: a file that is not recognized any more may be damaged and keeps them") {
  const std::string packed = compressed("gz", article_line("1", "one"));
  const std::string binary("a\0b", 3);
  for (const std::string& content : {binary, "x" + packed, compressed("gz", binary)}) {
    Newsroom room;
    room.write("a.gz", packed);
    room.write("b.jsonl", article_line("2", "two"));
    room.write("c.png", "\x89PNG");
    CHECK(room.update().partial_files == 0);
    room.write("a.gz", content);
    const UpdateSummary changed = room.update();
    CHECK(changed.articles_kept == 1);
    CHECK(changed.partial_files == 1);
    CHECK(room.titles() == "one two");
    const UpdateSummary again = room.update();
    CHECK(again.unchanged_files == 3);
    CHECK(again.articles_unchanged == 2);
    room.write("a.gz", compressed("gz", article_line("3", "three")));
    room.update();
    CHECK(room.titles() == "three two");
  }
}

TEST_CASE(
    "index update: a file that cannot be opened keeps its articles and nothing is published") {
  Newsroom room;
  room.write("a.jsonl", article_line("1", "one"));
  room.update();
  room.replace_by_endless_link("a.jsonl");
  const UpdateSummary summary = room.update();
  CHECK(summary.unreadable.count() == 1);
  CHECK(summary.segments_in_index == 1);
  CHECK(room.titles() == "one");
}

TEST_CASE("index update: a file that is gone is kept until it is pruned") {
  Newsroom room;
  room.write("a.jsonl", article_line("1", "one"));
  room.write("b.jsonl", article_line("2", "two"));
  room.update();
  room.remove("a.jsonl");
  CHECK(room.update().gone_files == 0);
  CHECK(room.titles() == "one two");
  const UpdateSummary pruned = room.update([](UpdateSettings& s) { s.prune = true; });
  CHECK(pruned.gone_files == 1);
  CHECK(pruned.articles_removed == 1);
  CHECK(room.titles() == "two");
}

TEST_CASE("index update: an article in two files outlives the removal of either") {
  for (const std::string gone : {"a.jsonl", "b.jsonl"}) {
    CAPTURE(gone);
    Newsroom room;
    room.write("a.jsonl", article_line("1", "one"));
    room.write("b.jsonl", article_line("1", "one"));
    CHECK(counts(room.update()) == "2 1 0 0 0 1");
    CHECK(room.titles() == "one");
    room.remove(gone);
    room.update([](UpdateSettings& s) { s.prune = true; });
    CHECK(room.titles() == "one");
  }
}

TEST_CASE("index update: any number of threads and of checkpoints gives the same articles") {
  constexpr std::uint64_t no_limit = 1'000'000'000;
  struct Way {
    std::size_t threads;
    std::uint64_t checkpoint_bytes;
    std::uint64_t checkpoint_records;
    bool several_segments;
  };
  std::string expected;
  for (const Way& way : {Way{1, no_limit, no_limit, false}, Way{4, 1, no_limit, true},
                         Way{2, no_limit, 1000, true}}) {
    Newsroom room;
    for (int file = 0; file < 4; ++file) room.write(std::to_string(file) + ".jsonl", lines(file));
    const UpdateSummary summary = room.update([&way](UpdateSettings& s) {
      s.threads = way.threads;
      s.checkpoint_bytes = way.checkpoint_bytes;
      s.checkpoint_records = way.checkpoint_records;
      s.batch_bytes = 10'000;
    });
    CHECK(summary.articles_read == 1200);
    CHECK(summary.articles_in_index == 1050);
    CHECK((summary.segments_in_index > 1) == way.several_segments);
    if (expected.empty()) expected = room.titles();
    CHECK(room.titles() == expected);
  }
}

TEST_CASE("index update: when it is stopped what was read is published and the rest is left") {
  Newsroom room;
  for (int i = 0; i < 5; ++i) {
    const std::string id = std::to_string(i);
    room.write(id + ".jsonl", article_line(id, "t" + id));
  }
  room.stop = true;
  const UpdateSummary first = room.update();
  CHECK(first.interrupted);
  room.stop = false;
  const UpdateSummary second = room.update();
  CHECK_FALSE(second.interrupted);
  CHECK(first.articles_read + second.articles_read + second.articles_unchanged >= 5);
  CHECK(room.titles() == "t0 t1 t2 t3 t4");
}

TEST_CASE("index update: one segment too many is merged with its like, or left if it is stopped") {
  Newsroom room;
  std::string stages;
  room.listener.at_stage = [&](const std::string& stage) {
    stages = stage;
    if (stage == "merging 9 segments") room.stop = true;
  };
  UpdateSummary summary;
  for (int i = 0; i < 9; ++i) {
    const std::string id = std::to_string(i);
    room.write(id + ".jsonl", article_line(id, "t" + id));
    summary = room.update();
  }
  CHECK(stages == "merging 9 segments");
  CHECK(summary.interrupted);
  CHECK(summary.segments_merged == 0);
  CHECK(summary.segments_in_index == 9);
  CHECK(summary.articles_new == 1);
  CHECK(room.files().find(".tmp") == std::string::npos);
  room.stop = false;
  room.listener.at_stage = {};
  summary = room.update();
  CHECK(summary.segments_merged == 9);
  CHECK(summary.segments_in_index == 1);
  CHECK(counts(summary) == "0 0 0 9 0 0");
  CHECK(room.titles() == "t0 t1 t2 t3 t4 t5 t6 t7 t8");
}

TEST_CASE("index update: nothing to read makes an index without articles") {
  Newsroom room;
  room.write("empty", "");
  const UpdateSummary summary = room.update();
  CHECK(summary.articles_in_index == 0);
  CHECK(room.titles().empty());
}

TEST_CASE("index update: a format and a language can be given") {
  Newsroom room;
  room.write("a", "{\"title\": \"Tarn\"}");
  room.update([](UpdateSettings& s) {
    s.format = find_reader("text");
    s.default_language = *Language::parse("fi");
  });
  CHECK(room.titles() == "{\"title\": \"Tarn\"}");
  CHECK(open_index({room.index()}).database.term_exists("Lfi"));
}

TEST_CASE("index update: what stops it") {
  Newsroom room;
  room.write("a.jsonl", article_line("1", "one"));
  CHECK_THROWS_AS(room.update([](UpdateSettings& s) { s.paths = {"/no/such/folder"}; }),
                  InputError);
  const FileLock lock = lock_index(room.index(), std::chrono::seconds{0});
  CHECK_THROWS_AS(room.update(), IndexBusy);
}

namespace {

std::string flood_in_json() {
  return R"({"id":"urn:uuid:1","title":"Flood","text":"Water rose above the arches."})"
         "\n";
}

}  // namespace

TEST_CASE("index update: what a changed file no longer has is read from another that has it") {
  Newsroom room;
  room.write("a.jsonl", flood_in_json());
  room.write("b.jsonl", flood_in_json());
  room.update();
  CHECK(room.titles() == "Flood");
  room.write("b.jsonl", R"({"id":"urn:uuid:2","title":"Storm","text":"Hail fell."})"
                        "\n");
  const UpdateSummary summary = room.update();
  CHECK(room.titles() == "Flood Storm");
  CHECK(summary.files == 2);
  CHECK(summary.unchanged_files == 0);
}

TEST_CASE("index update: an article outlives all of its files but one") {
  for (const bool together : {true, false}) {
    CAPTURE(together);
    Newsroom room;
    for (const char* name : {"a.jsonl", "b.jsonl", "c.jsonl"}) {
      room.write(name, flood_in_json());
      if (!together) room.update();
    }
    room.update();
    compact_index(room.index(), std::chrono::seconds(0));
    room.remove("b.jsonl");
    room.remove("c.jsonl");
    room.update([](UpdateSettings& settings) { settings.prune = true; });
    CHECK(room.titles() == "Flood");
  }
}

namespace {

/// Articles t0 to t9 as lines of JSON, too varied to be compressed to nothing.
std::string ten_articles() {
  std::string lines;
  for (int i = 0; i < 10; ++i) {
    std::string noise;
    for (int word = 0; word < 400; ++word) noise += " w" + std::to_string(7919 * (word + 400 * i));
    lines += article_line(std::to_string(i), "t" + std::to_string(i) + noise);
  }
  return lines;
}

}  // namespace

TEST_CASE("index update: a file that is damaged later keeps what it had behind the damage") {
  const std::string lines = ten_articles();
  const std::string first_half = lines.substr(0, lines.find('\n', lines.size() / 2) + 1);
  struct Row {
    std::string name;
    std::string whole;
    std::string broken;
  };
  const auto cut = [](std::string bytes) {
    bytes.resize(bytes.size() * 6 / 10);
    return bytes;
  };
  const std::string zip =
      archive_of("zip", {{"a.jsonl", first_half}, {"b.jsonl", lines.substr(first_half.size())}});
  const std::string tar =
      archive_of("tar", {{"a.jsonl", first_half}, {"b.jsonl", lines.substr(first_half.size())}});
  std::string array = "[" + lines + "]";
  std::replace(array.begin(), array.end() - 3, '\n', ',');
  const Row rows[] = {
      {"a.jsonl.gz", compressed("gz", lines), cut(compressed("gz", lines))},
      {"a.jsonl.xz", compressed("xz", lines), cut(compressed("xz", lines))},
      {"a.zip", zip, cut(zip)},
      {"a.tar", tar, cut(tar)},
      {"a.jsonl", lines, cut(lines)},
      {"a.json", array, cut(array)},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Newsroom room;
    room.write(row.name, row.whole);
    CHECK(room.update().articles_new == 10);
    room.write(row.name, row.broken);
    const UpdateSummary broken = room.update();
    CHECK(broken.partial_files == 1);
    CHECK(broken.unreadable.count() >= 1);
    CHECK(broken.articles_kept > 0);
    CHECK(broken.articles_removed == 0);
    CHECK(broken.articles_in_index == 10);
    const UpdateSummary again = room.update();
    CHECK(again.unchanged_files == 1);
    CHECK(again.articles_unchanged == 10);
    room.write(row.name, row.whole);
    const UpdateSummary mended = room.update();
    CHECK(mended.partial_files == 0);
    CHECK(mended.articles_kept == 0);
    CHECK(mended.articles_in_index == 10);
  }
}

TEST_CASE("index update: a file over the limit keeps what it had until the limit is raised") {
  Newsroom room;
  const std::string lines = ten_articles();
  room.write("a.jsonl.gz", compressed("gz", lines));
  room.update();
  room.write("a.jsonl.gz", compressed("gz", lines + article_line("new", "t")));
  const UpdateSummary limited =
      room.update([&](UpdateSettings& s) { s.unpack.max_bytes = lines.size() / 2; });
  CHECK(limited.partial_files == 1);
  CHECK(limited.articles_in_index == 10);
  CHECK(room.update().unchanged_files == 1);
  const UpdateSummary raised =
      room.update([&](UpdateSettings& s) { s.unpack.max_bytes = 2 * lines.size(); });
  CHECK(raised.partial_files == 0);
  CHECK(raised.articles_in_index == 11);
}

TEST_CASE("index update: checkpoints within a broken file lose nothing either") {
  Newsroom room;
  const std::string lines = ten_articles();
  room.write("a.jsonl.gz", compressed("gz", lines));
  room.update();
  std::string cut = compressed("gz", lines);
  cut.resize(cut.size() * 8 / 10);
  room.write("a.jsonl.gz", cut);
  const UpdateSummary broken = room.update([](UpdateSettings& s) {
    s.checkpoint_records = 2;
    s.batch_bytes = 1;
  });
  CHECK(broken.articles_in_index == 10);
  CHECK(room.update().articles_unchanged == 10);
}

TEST_CASE("index update: records without news are remembered of unchanged files") {
  Newsroom room;
  room.write("a.eml", "From: a@example.com\nMessage-ID: <1@example.com>\nSubject: Flood\n\n");
  CHECK(room.update().records_passed_over == 1);
  const UpdateSummary again = room.update();
  CHECK(again.records_passed_over == 0);
  CHECK(again.passed_over_in_unchanged == 1);
}
