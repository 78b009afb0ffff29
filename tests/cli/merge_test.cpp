// SPDX-License-Identifier: GPL-3.0-or-later
// Segments that pile up are merged, and whatever comes between loses nothing.
#include "tests/support/news_folder.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

using namespace news::test;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_small_segments = 8;

std::string story(int number, const std::string& more = {}) {
  const std::string n = std::to_string(number);
  return article_line("s" + n, "Report " + n, "The harvest of field " + n + " is in. " + more);
}

/// A folder of news to which each run adds.
class GrowingNews : public NewsFolder {
 public:
  /// Adds files of one article each, one a run.
  void grow(int runs) {
    for (int i = 0; i < runs; ++i) {
      add();
      CHECK(index().exit_code == 0);
    }
  }

  void add(const std::string& more = {}) {
    write("part-" + std::to_string(size_) + ".jsonl", story(size_, more));
    ++size_;
  }

  int size() const { return size_; }

  std::string count(const std::string& word = "harvest") const {
    std::string out = search({"--count", word}).out;
    return out.substr(0, out.find('\n'));
  }

  std::size_t segment_folders() const {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(index_folder())) count += entry.is_directory();
    return count;
  }

  bool is_whole() const { return news_index({"-i", index_folder(), "--check"}).exit_code == 0; }

  /// Runs news-index behind other words of a command.
  Outcome run_behind(std::vector<std::string> command,
                     const std::vector<std::string>& options) const {
    command.insert(command.end(), {NEWS_INDEX_PROGRAM, "-i", index_folder()});
    command.insert(command.end(), options.begin(), options.end());
    return run({.command = std::move(command)});
  }

 private:
  int size_ = 0;
};

/// A run that cannot write files of more than so many bytes, as on a disk that is full.
std::vector<std::string> with_files_up_to(std::size_t bytes) {
  return {"sh", "-c", "trap '' XFSZ; exec prlimit --fsize=" + std::to_string(bytes) + " -- \"$@\"",
          "sh"};
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// So many different words that their positions and postings take some room.
std::string many_words(int number) {
  std::string words;
  for (int i = 0; i < 2000; ++i) {
    words += "w" + std::to_string(number) + "x" + std::to_string(i) + " ";
  }
  return words;
}

/// Nine segments, of which the whole is larger than a file may get.
class CrampedNews : public GrowingNews {
 public:
  static constexpr std::size_t most_bytes = 200'000;

  CrampedNews() {
    for (int i = 0; i < static_cast<int>(most_small_segments); ++i) {
      add(many_words(i));
      CHECK(index().exit_code == 0);
    }
  }
};

}  // namespace

TEST_CASE("merge: forty runs that each add a file leave few segments and lose nothing") {
  GrowingNews folder;
  for (int i = 0; i < 40; ++i) {
    folder.add();
    const auto summary = folder.summary();
    CHECK(summary["in_index"]["segments"] <= most_small_segments);
    CHECK(summary["in_index"]["articles"] == i + 1);
    CHECK_FALSE(summary.contains("segments_left"));
  }
  CHECK(folder.count() == "40");
  for (const int number : {0, 8, 9, 39}) {
    CHECK(folder.ids({"title:" + std::to_string(number)}) == "s" + std::to_string(number));
  }
  CHECK(folder.is_whole());
  CHECK(folder.segment_folders() <= most_small_segments);
  CHECK(folder.summary()["files"]["unchanged"] == 40);
}

TEST_CASE("merge: the run that makes one too many says that it merged") {
  GrowingNews folder;
  folder.grow(8);
  folder.add();
  const Outcome outcome = folder.index();
  CHECK(contains(outcome.out, "\n  9 segments merged\nIndex "));
  CHECK(contains(outcome.out, ": 9 articles in 1 segment, "));
  CHECK(outcome.err.empty());
}

TEST_CASE("merge: what was changed or removed stays so") {
  GrowingNews folder;
  folder.grow(4);
  folder.write("part-0.jsonl", story(0, "It was poor."));
  folder.write("part-1.jsonl", "");
  fs::remove(folder.news() + "/part-2.jsonl");
  folder.index({"--prune"});
  folder.grow(4);
  CHECK(folder.segment_folders() == 1);
  CHECK(folder.ids({"poor"}) == "s0");
  CHECK(folder.count() == "6");
  CHECK(folder.is_whole());
  // Back again, the file and the article are news.
  folder.write("part-1.jsonl", story(1));
  folder.write("part-2.jsonl", story(2));
  CHECK(folder.summary()["articles"]["new"] == 2);
  CHECK(folder.count() == "8");
}

TEST_CASE("merge: what several files have outlives all of them but one") {
  GrowingNews folder;
  for (const char* name : {"x.jsonl", "y.jsonl", "z.jsonl"}) {
    folder.write(name, article_line("urn:uuid:1", "Flood", "Water rose above the arches."));
    folder.index();
  }
  folder.grow(8);
  CHECK(folder.count("arches") == "1");
  fs::remove(folder.news() + "/z.jsonl");
  fs::remove(folder.news() + "/x.jsonl");
  folder.index({"--prune"});
  CHECK(folder.count("arches") == "1");
}

TEST_CASE("merge: killed at any moment nothing is lost and the next run completes") {
  GrowingNews folder;
  folder.grow(8);
  const fs::path eight = folder.outside().path() / "eight.idx";
  fs::copy(folder.index_folder(), eight, fs::copy_options::recursive);
  folder.add();
  std::mt19937 random(11);
  for (int round = 0; round < 12; ++round) {
    fs::remove_all(folder.index_folder());
    fs::copy(eight, folder.index_folder(), fs::copy_options::recursive);
    {
      BackgroundProcess writer({NEWS_INDEX_PROGRAM, "-i", folder.index_folder(), folder.news()});
      std::this_thread::sleep_for(std::chrono::milliseconds(random() % 400));
      writer.signal(SIGKILL);
    }
    CAPTURE(round);
    CHECK(folder.is_whole());
    const std::string count = folder.count();
    CHECK((count == "8" || count == "9"));
    CHECK(folder.index().exit_code == 0);
    CHECK(folder.count() == "9");
    CHECK(folder.segment_folders() == 1);
    CHECK(folder.is_whole());
  }
}

TEST_CASE("merge: readers are not disturbed while segments come and go") {
  GrowingNews folder;
  folder.grow(1);
  std::atomic<bool> stop = false;
  std::vector<std::string> complaints;
  std::thread reader([&] {
    while (!stop) {
      for (const Outcome& outcome : {folder.search({"--count", "harvest"}),
                                     news_index({"-i", folder.index_folder(), "--stats"})}) {
        if (outcome.exit_code != 0) complaints.push_back(outcome.err);
      }
    }
  });
  folder.grow(24);
  stop = true;
  reader.join();
  CHECK(complaints.empty());
  for (const std::string& complaint : complaints) MESSAGE(complaint);
}

TEST_CASE("merge: on a full disk the news is in the index and the segments are left") {
  CrampedNews folder;
  folder.add();
  const Outcome outcome =
      folder.run_behind(with_files_up_to(CrampedNews::most_bytes), {folder.news()});
  CHECK(outcome.exit_code == 0);
  CHECK(contains(outcome.out, "\n  segments were left as they are, since merging failed: "));
  CHECK(contains(outcome.out, ": 9 articles in 9 segments, "));
  CHECK(folder.segment_folders() == 9);
  CHECK(folder.count() == "9");
  CHECK(folder.is_whole());
  // With room again, the next run that has something to publish or not makes it good.
  CHECK(folder.summary()["segments_merged"] == 9);
  CHECK(folder.count() == "9");
}

TEST_CASE("merge: on a full disk --compact fails and leaves nothing lying about") {
  const CrampedNews folder;
  const Outcome outcome =
      folder.run_behind(with_files_up_to(CrampedNews::most_bytes), {"--compact"});
  CHECK(outcome.exit_code == 2);
  CHECK(contains(outcome.err, "segments cannot be merged: "));
  CHECK(contains(outcome.err, "\n  Free some disk space"));
  CHECK(folder.segment_folders() == 8);
  CHECK(folder.count() == "8");
}

TEST_CASE("merge: a damaged segment is named and left, and the news is in the index") {
  GrowingNews folder;
  folder.grow(8);
  const std::string table = folder.index_folder() + "/segment-000003/termlist.glass";
  std::string bytes = content_of(table);
  std::fill(bytes.begin() + 20, bytes.end(), '\x7E');
  folder.outside().write("news.idx/segment-000003/termlist.glass", bytes);
  folder.add();
  const Outcome outcome = folder.index();
  CHECK(outcome.exit_code == 0);
  CHECK(contains(
      outcome.out,
      "\n  segments were left as they are, since merging failed: " + folder.index_folder() +
          "/segment-000003: is damaged and cannot be merged: termlist.glass is "
          "not as it was written\n"));
  CHECK(folder.segment_folders() == 9);
  CHECK(folder.count() == "9");
}

TEST_CASE("merge: the room of removed articles is taken back when they are many") {
  GrowingNews folder;
  std::string lines;
  for (int i = 0; i < 400; ++i) lines += story(i, many_words(i % 3));
  folder.write("large.jsonl", lines);
  for (int i = 400; i < 500; ++i) {
    folder.write("small-" + std::to_string(i) + ".jsonl", story(i, many_words(i % 3)));
  }
  const auto bytes = folder.summary()["in_index"]["bytes"].get<double>();
  for (int i = 400; i < 420; ++i) {
    fs::remove(folder.news() + "/small-" + std::to_string(i) + ".jsonl");
  }
  // Few articles went, but nearly all blocks of a table were written anew for it.
  CHECK(folder.summary({"--prune"})["in_index"]["bytes"] < bytes * 4 / 3);
  fs::remove(folder.news() + "/large.jsonl");
  const auto summary = folder.summary({"--prune"});
  CHECK(summary["segments_merged"] == 1);
  CHECK(summary["in_index"]["bytes"] < bytes / 2);
  CHECK(folder.count() == "80");
  CHECK(folder.is_whole());
}

TEST_CASE("merge: --compact takes the room of removed articles out of a single segment") {
  GrowingNews folder;
  folder.write("a.jsonl", story(1));
  for (int i = 2; i < 12; ++i) folder.write(std::to_string(i) + ".jsonl", story(i));
  folder.index();
  CHECK(news_index({"-i", folder.index_folder(), "--compact"}).out == "Nothing to merge.\n");
  fs::remove(folder.news() + "/2.jsonl");
  folder.index({"--prune"});
  CHECK(news_index({"-i", folder.index_folder(), "--compact"}).out ==
        "Took the room of removed articles out of the segment.\n");
  CHECK(folder.count() == "10");
}

TEST_CASE("merge: segments of which nothing is left") {
  GrowingNews folder;
  folder.grow(8);
  for (int i = 0; i < 8; ++i) fs::remove(folder.news() + "/part-" + std::to_string(i) + ".jsonl");
  folder.write("part-9.jsonl", article_line("last", "Last", "The last word."));
  CHECK(folder.summary({"--prune"})["segments_merged"] == 9);
  CHECK(folder.count() == "0");
  CHECK(folder.ids({"word"}) == "last");
  CHECK(folder.is_whole());
}

namespace {

/// An index of many segments, all alike.
class ManySegments : public GrowingNews {
 public:
  explicit ManySegments(int count) {
    grow(1);
    const fs::path folder = index_folder();
    std::string stub;
    for (int i = 1; i <= count; ++i) {
      const std::string name = "segment-" + std::to_string(100'000 + i);
      fs::copy(folder / "segment-000001", folder / name,
               fs::copy_options::create_hard_links | fs::copy_options::recursive);
      stub += "auto " + name + "\n";
    }
    outside().write("news.idx/XAPIANDB", stub);
  }
};

const std::vector<std::string> few_files = {"prlimit", "--nofile=256:256", "--"};

}  // namespace

TEST_CASE("merge: --compact merges more segments than can be open at once") {
  const ManySegments folder(1000);
  const Outcome outcome = folder.run_behind(few_files, {"--compact"});
  CHECK(outcome.err.empty());
  CHECK(outcome.out == "Merged 1,000 segments into one.\n");
  CHECK(folder.count() == "1000");
  CHECK(folder.is_whole());
}

TEST_CASE("merge: more segments than can be open are an error with its own remedy") {
  const ManySegments folder(300);
  // Whichever file of a segment it is that is one too many.
  for (int files = 250; files < 257; ++files) {
    const std::vector<std::string> few = {"prlimit", fmt::format("--nofile={0}:{0}", files), "--"};
    std::vector<std::string> search = few;
    search.insert(search.end(), {NEWS_SEARCH_PROGRAM, "--index", folder.index_folder(), "harvest"});
    for (const Outcome& outcome :
         {run({.command = search}), folder.run_behind(few, {folder.news()})}) {
      CAPTURE(files);
      CAPTURE(outcome.err);
      CHECK(outcome.exit_code == 2);
      CHECK(contains(outcome.err, "(Too many open files)"));
      CHECK(contains(outcome.err,
                     "\n  Allow more open files (ulimit -n), or merge segments with news-index "
                     "--compact.\n"));
    }
  }
}

TEST_CASE("merge: a soft limit of open files is raised") {
  const ManySegments folder(300);
  CHECK(run({.command = {"prlimit", "--nofile=256:", "--", NEWS_SEARCH_PROGRAM, "--index",
                         folder.index_folder(), "harvest"}})
            .exit_code == 0);
}

TEST_CASE("merge: --check by who may not write says that it cannot be done") {
  GrowingNews folder;
  folder.grow(1);
  const std::string segment = folder.index_folder() + "/segment-000001";
  for (const auto& file : fs::directory_iterator(segment)) {
    fs::permissions(file, fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write,
                    fs::perm_options::remove);
  }
  fs::permissions(folder.outside().path(), fs::perms::all);
  std::vector<std::string> other;
  if (::getuid() == 0) {  // root may write everything; become nobody
    other = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
  }
  const Outcome outcome = folder.run_behind(other, {"--check"});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "news-index: " + segment +
                           ": cannot be checked by who may not write to it: Permission denied\n"
                           "  Run the check as the owner of the index, or on a copy of it.\n");
}
