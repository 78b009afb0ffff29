// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/index_update.hpp"

#include "indexer/build/compaction.hpp"
#include "indexer/build/index_lock.hpp"
#include "indexer/reader/registry.hpp"
#include "news/base/error.hpp"
#include "news/index/open.hpp"
#include "tests/support/index_parts.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// Writes down what it hears.
class Listener : public UpdateObserver {
 public:
  void on_unreadable(const BadRecord& record) override {
    heard.push_back(to_string(record.origin) + ": " + record.reason);
  }
  void on_source(const std::string& name, std::uint64_t articles,
                 std::uint64_t unreadable) override {
    heard.push_back(name + " " + std::to_string(articles) + "+" + std::to_string(unreadable));
    if (after_source) after_source();
  }
  void on_progress(const UpdateSummary& /*so_far*/) override {}
  void on_stage(const std::string& /*stage*/) override {}

  std::vector<std::string> heard;
  std::function<void()> after_source;
};

/// A folder of news and the index of it.
class Newsroom {
 public:
  void write(std::string_view name, std::string_view content) const {
    folder_.write("news/" + std::string(name), content);
  }
  void remove(std::string_view name) const {
    std::filesystem::remove(folder_.path() / "news" / name);
  }

  void damage(const std::string& file) const { folder_.write("news.idx/" + file, "nonsense\n"); }

  /// Puts something that cannot be opened, whoever tries, in the place of a file.
  void replace_by_endless_link(const std::string& name) const {
    remove(name);
    std::filesystem::create_symlink(name, folder_.path() / "news" / name);
  }

  UpdateSummary update(const std::function<void(UpdateSettings&)>& change = {}) {
    UpdateSettings settings;
    settings.index = index();
    settings.paths = {folder_ / "news"};
    if (change) change(settings);
    listener.heard.clear();
    return update_index(settings, listener, stop);
  }

  std::string titles() const { return sorted_titles_in(open_index({index()}).database); }

  std::filesystem::path index() const { return folder_.path() / "news.idx"; }

  Listener listener;
  std::atomic<bool> stop = false;

 private:
  TemporaryFolder folder_;
};

std::string line(const std::string& id, const std::string& title) {
  return R"({"id": ")" + id + R"(", "title": ")" + title + R"(", "text": "Of )" + title +
         " and number " + id + ".\"}\n";
}

/// 300 articles, of which each file has 50 in common with the next.
std::string lines(int file) {
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    const std::string id = std::to_string(file * 250 + i);
    lines += line(id, "t" + id);
  }
  return lines;
}

/// "read new updated unchanged removed repeated"
std::string counts(const UpdateSummary& summary) {
  std::string out;
  for (const std::uint64_t count :
       {summary.articles_read, summary.articles_new, summary.articles_updated,
        summary.articles_unchanged, summary.articles_removed, summary.articles_repeated}) {
    out += (out.empty() ? "" : " ") + std::to_string(count);
  }
  return out;
}

}  // namespace

TEST_CASE("index update: what is read is in the index and counted") {
  Newsroom room;
  room.write("a.jsonl", line("1", "one") + "{\n" + line("2", "two"));
  room.write("b.json", R"([{"title": "three", "text": "Of three."}])");
  const UpdateSummary summary = room.update();
  CHECK(counts(summary) == "3 3 0 0 0 0");
  CHECK(summary.files == 2);
  CHECK(summary.unreadable.size() == 1);
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
  room.write("a.jsonl", line("1", "one") + "{\n");
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
  room.write("a.jsonl", line("1", "one") + line("2", "two"));
  room.update();
  room.write("a.jsonl", line("2", "deux") + line("3", "three") + line("4", "four"));
  CHECK(counts(room.update()) == "3 2 1 0 1 0");
  CHECK(room.titles() == "deux four three");
}

TEST_CASE("index update: a file that is no longer news loses its articles") {
  for (const std::string& content : {std::string(), std::string("a\0b", 3)}) {
    Newsroom room;
    room.write("a.jsonl", line("1", "one"));
    room.write("b.jsonl", line("2", "two"));
    room.update();
    room.write("a.jsonl", content);
    const UpdateSummary changed = room.update();
    CHECK(counts(changed) == "0 0 0 1 1 0");
    CHECK(changed.unreadable.size() == 1);
    CHECK(room.titles() == "two");
    const UpdateSummary again = room.update();
    CHECK(again.unchanged_files == 2);
    CHECK(again.unreadable_in_unchanged == 1);
    CHECK(again.segments_in_index == changed.segments_in_index);
  }
}

TEST_CASE(
    "index update: a file that cannot be opened keeps its articles and nothing is published") {
  Newsroom room;
  room.write("a.jsonl", line("1", "one"));
  room.update();
  room.replace_by_endless_link("a.jsonl");
  const UpdateSummary summary = room.update();
  CHECK(summary.unreadable.size() == 1);
  CHECK(summary.segments_in_index == 1);
  CHECK(room.titles() == "one");
}

TEST_CASE("index update: a file that is gone is kept until it is pruned") {
  Newsroom room;
  room.write("a.jsonl", line("1", "one"));
  room.write("b.jsonl", line("2", "two"));
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
    room.write("a.jsonl", line("1", "one"));
    room.write("b.jsonl", line("1", "one"));
    CHECK(counts(room.update()) == "2 1 0 0 0 1");
    CHECK(room.titles() == "one");
    room.remove(gone);
    room.update([](UpdateSettings& s) { s.prune = true; });
    CHECK(room.titles() == "one");
  }
}

TEST_CASE("index update: rebuilding reads everything anew") {
  Newsroom room;
  room.write("a.jsonl", line("1", "one"));
  room.update();
  room.remove("a.jsonl");
  room.write("b.jsonl", line("2", "two"));
  const UpdateSummary summary = room.update([](UpdateSettings& s) { s.rebuild = true; });
  CHECK(counts(summary) == "1 1 0 0 0 0");
  CHECK(room.titles() == "two");
}

TEST_CASE("index update: rebuilding mends a damaged stub or intent") {
  for (const std::string file : {"XAPIANDB", "intent"}) {
    CAPTURE(file);
    Newsroom room;
    room.write("a.jsonl", line("1", "one"));
    room.update();
    room.damage(file);
    CHECK_THROWS_AS(room.update(), IndexError);
    room.update([](UpdateSettings& s) { s.rebuild = true; });
    CHECK(room.titles() == "one");
    CHECK(counts(room.update()) == "0 0 0 1 0 0");
  }
}

TEST_CASE("index update: any number of threads and of checkpoints gives the same articles") {
  std::string expected;
  struct Way {
    std::size_t threads;
    std::uint64_t checkpoint_bytes;
  };
  for (const Way& way : {Way{1, 1'000'000'000}, Way{4, 1}}) {
    Newsroom room;
    for (int file = 0; file < 4; ++file) room.write(std::to_string(file) + ".jsonl", lines(file));
    const UpdateSummary summary = room.update([&way](UpdateSettings& s) {
      s.threads = way.threads;
      s.checkpoint_bytes = way.checkpoint_bytes;
    });
    CHECK(summary.articles_read == 1200);
    CHECK(summary.articles_in_index == 1050);
    CHECK((summary.segments_in_index > 1) == (way.checkpoint_bytes == 1));
    if (expected.empty()) expected = room.titles();
    CHECK(room.titles() == expected);
  }
}

TEST_CASE("index update: when it is stopped what was read is published and the rest is left") {
  Newsroom room;
  for (int i = 0; i < 5; ++i) {
    const std::string id = std::to_string(i);
    room.write(id + ".jsonl", line(id, "t" + id));
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

TEST_CASE("index update: a stopped rebuild leaves the old index") {
  Newsroom room;
  room.write("a.jsonl", line("1", "one"));
  room.update();
  room.write("a.jsonl", line("2", "two"));
  room.stop = true;
  CHECK(room.update([](UpdateSettings& s) { s.rebuild = true; }).interrupted);
  CHECK(room.titles() == "one");
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
  room.write("a.jsonl", line("1", "one"));
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
