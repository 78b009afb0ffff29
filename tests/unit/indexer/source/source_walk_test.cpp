// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/source_walk.hpp"

#include "news/base/error.hpp"
#include "tests/support/change_time.hpp"
#include "tests/support/source_names.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace fs = std::filesystem;

TEST_CASE("source walk: files come in byte order folder by folder") {
  const TemporaryFolder folder;
  for (const char* name : {"b/2", "b/10", "a.txt", "a/z", "a/Z", "c", "a-b", "\u00E9"}) {
    folder.write(name, "x");
  }
  CHECK(names_under(folder) == "a/Z a/z a-b a.txt b/10 b/2 c \u00E9");
}

TEST_CASE("source walk: a file has its path and size and time of change") {
  const TemporaryFolder folder;
  const std::string path = folder.write("news/one.txt", "12345");
  set_change_time(path, 1'234'567'890'250'000'000);
  SourceWalk walk({folder.path().string()}, {});
  const auto entry = walk.next();
  REQUIRE(entry);
  const auto& file = std::get<SourceFile>(*entry);
  CHECK(file.path == path);
  CHECK(file.name == "news/one.txt");
  CHECK(file.size == 5);
  CHECK(file.mtime_ns == 1'234'567'890'250'000'000);
  CHECK_FALSE(walk.next());
  CHECK_FALSE(walk.next());
}

TEST_CASE("source walk: a file that is asked for has its own name") {
  const TemporaryFolder folder;
  folder.write("news/one.txt", "x");
  CHECK(names_under({folder / "news/one.txt"}) == "one.txt");
}

TEST_CASE("source walk: hidden files are passed over unless they are asked for") {
  const TemporaryFolder folder;
  folder.write(".hidden", "x");
  folder.write(".folder/inside", "x");
  folder.write("plain", "x");
  CHECK(names_under(folder) == "plain");
  CHECK(names_under({folder / ".hidden"}) == ".hidden");
  CHECK(names_under({folder / ".folder"}) == "inside");
  CHECK(names_under({folder.path().string(), folder / ".hidden"}) == "plain .hidden");
}

TEST_CASE("source walk: a list of what is no news holds for its own folder") {
  const TemporaryFolder folder;
  folder.write(".newsignore", "# comment\n\n  *.log  \nREADME.md\r\ndrafts\n[ab]?\n");
  for (const char* name : {"x.log", "README.md", "drafts/1", "a1", "c1", "# comment", "news",
                           "sub/x.log", "sub/README.md"}) {
    folder.write(name, "x");
  }
  CHECK(names_under(folder) == "# comment c1 news sub/README.md sub/x.log");
}

TEST_CASE("source walk: what the list names is read all the same if it is asked for") {
  const TemporaryFolder folder;
  folder.write(".newsignore", "notes.txt\n");
  folder.write("notes.txt", "x");
  CHECK(names_under({folder / "notes.txt"}) == "notes.txt");
}

TEST_CASE("source walk: a list that is no file is no list") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / ".newsignore");
  folder.write("news", "x");
  CHECK(names_under(folder) == "news");
}

TEST_CASE("source walk: paths inside each other or repeated are read once") {
  const TemporaryFolder folder;
  folder.write("a/1", "x");
  folder.write("a/b/2", "x");
  folder.write("ab", "x");
  const std::string a = folder / "a";
  const std::string b = folder / "a/b";
  const std::string all = folder.path().string();
  struct Row {
    std::vector<std::string> paths;
    std::string_view names;
  };
  const Row rows[] = {
      {{a, b}, "1 2"},
      {{b, a}, "2 1"},
      {{a, a}, "1 b/2"},
      {{a + "/", a + "/../a/."}, "1 b/2"},
      {{a + "/1", a}, "1 b/2"},
      {{a + "/1", a + "/1", b}, "1 2"},
      {{folder / "ab", a}, "ab 1 b/2"},  // not inside of "a" for its name beginning so
      {{b, all, folder / "ab"}, "2 a/1 ab"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.paths.front());
    CAPTURE(row.paths.back());
    CHECK(names_under(row.paths) == row.names);
  }
}

TEST_CASE("source walk: paths are read in the order they were given") {
  const TemporaryFolder folder;
  folder.write("z", "x");
  folder.write("a", "x");
  CHECK(names_under({folder / "z", "-", folder / "a", "-"}) == "z - a");
}

TEST_CASE("source walk: it tells the absolute paths that were asked for") {
  const TemporaryFolder folder;
  folder.write("a/b/1", "x");
  const SourceWalk walk({folder / "a/b/../b", "-", folder / "a"}, {});
  const std::vector<fs::path> expected = {folder.path() / "a/b", "-", folder.path() / "a"};
  CHECK(walk.roots() == expected);
}

TEST_CASE("source walk: a path that is not there is an error") {
  const TemporaryFolder folder;
  const std::string missing = folder / "missing";
  CHECK_THROWS_WITH_AS(SourceWalk({folder.path().string(), missing}, {}),
                       (missing + ": No such file or directory").c_str(), InputError);
  CHECK_THROWS_AS(SourceWalk({""}, {}), InputError);
}

TEST_CASE("source walk: an empty folder has no files") {
  const TemporaryFolder folder;
  CHECK(names_under(folder).empty());
}

TEST_CASE("source walk: many paths do not take their number squared in time") {
  const TemporaryFolder folder;
  std::vector<std::string> paths;
  for (int i = 0; i < 3000; ++i) {
    paths.push_back(folder.write("folder " + std::to_string(i) + "/file", "x"));
  }
  SourceWalk walk(paths, {});
  std::size_t files = 0;
  while (walk.next()) ++files;
  CHECK(files == paths.size());
}
