// SPDX-License-Identifier: GPL-3.0-or-later
// Links, what is no file, and the folder that is left out.
#include "indexer/source/source_walk.hpp"
#include "tests/support/source_names.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace news;
using namespace news::test;

namespace fs = std::filesystem;

namespace {

/// The working folder is another one for as long as this lives.
class WorkingFolder {
 public:
  explicit WorkingFolder(const fs::path& path) : before_(fs::current_path()) {
    fs::current_path(path);
  }
  ~WorkingFolder() { fs::current_path(before_); }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

 private:
  fs::path before_;
};

}  // namespace

TEST_CASE("source walk: a link to a place outside is followed under its own name") {
  const TemporaryFolder folder;
  folder.write("outside/1", "x");
  folder.write("elsewhere.txt", "x");
  folder.write("root/news", "x");
  fs::create_symlink("../outside", folder / "root/linked");
  fs::create_symlink(folder / "elsewhere.txt", folder / "root/a link");
  CHECK(names_under({folder / "root"}) == "a link linked/1 news");
}

TEST_CASE("source walk: a linked file has the path it really has") {
  const TemporaryFolder folder;
  const std::string target = folder.write("elsewhere.txt", "x");
  fs::create_directory(folder.path() / "root");
  fs::create_symlink(target, folder / "root/link");
  SourceWalk walk({folder / "root"}, {});
  const auto entry = walk.next();
  REQUIRE(entry);
  CHECK(std::get<SourceFile>(*entry).path == target);
}

TEST_CASE("source walk: a link to what is read anyway is passed over") {
  const TemporaryFolder folder;
  folder.write("root/a/1", "x");
  folder.write("other/2", "x");
  fs::create_symlink("a", folder / "root/again");
  fs::create_symlink("a/1", folder / "root/one again");
  fs::create_symlink("../other", folder / "root/other");
  CHECK(names_under({folder / "root", folder / "other"}) == "a/1 2");
}

TEST_CASE("source walk: two links to one place are one") {
  const TemporaryFolder folder;
  folder.write("outside/deep/1", "x");
  fs::create_directory(folder.path() / "root");
  fs::create_symlink("../outside", folder / "root/b");
  fs::create_symlink("../outside", folder / "root/c");
  fs::create_symlink("../outside/deep", folder / "root/d");
  CHECK(names_under({folder / "root"}) == "b/deep/1");
}

TEST_CASE("source walk: a link into a place that is later linked as a whole is read once") {
  const TemporaryFolder folder;
  folder.write("outside/deep/1", "x");
  folder.write("outside/2", "x");
  fs::create_directory(folder.path() / "root");
  fs::create_symlink("../outside/deep", folder / "root/a");
  fs::create_symlink("../outside", folder / "root/b");
  CHECK(names_under({folder / "root"}) == "a/1 b/2");
}

TEST_CASE("source walk: loops of links end and read nothing twice") {
  const TemporaryFolder folder;
  folder.write("outer/root/1", "x");
  folder.write("outer/2", "x");
  SUBCASE("to itself") {
    fs::create_symlink(".", folder / "outer/root/self");
    CHECK(names_under({folder / "outer/root"}) == "1");
  }
  SUBCASE("to the folder above") {
    fs::create_symlink("..", folder / "outer/root/up");
    CHECK(names_under({folder / "outer/root"}) == "1 up/2");
  }
  SUBCASE("to each other") {
    fs::create_symlink("b", folder / "outer/a");
    fs::create_symlink("a", folder / "outer/b");
    CHECK(names_under({folder / "outer"}) ==
          "2 a(link that leads nowhere: Too many levels of symbolic links) "
          "b(link that leads nowhere: Too many levels of symbolic links) root/1");
  }
}

TEST_CASE("source walk: a dangling link is reported") {
  const TemporaryFolder folder;
  fs::create_symlink("nowhere", folder / "link");
  CHECK(names_under(folder) == "link(link that leads nowhere: No such file or directory)");
}

TEST_CASE("source walk: a path that is a link is read where it leads") {
  const TemporaryFolder folder;
  folder.write("real/1", "x");
  fs::create_symlink("real", folder / "link");
  CHECK(names_under({folder / "link"}) == "1");
  CHECK(names_under({folder / "link", folder / "real"}) == "1");
}

TEST_CASE("source walk: what is neither file nor folder is reported and not opened") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  folder.write("outside/news", "x");
  fs::create_symlink("../pipe", folder / "outside/to pipe");
  CHECK(names_under({folder / "outside"}) == "news to pipe(neither a file nor a folder)");
  CHECK(names_under({folder / "pipe"}) == "pipe(neither a file nor a folder)");
}

TEST_CASE("source walk: a pipe in the place of the list of what is no news is not opened") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder / ".newsignore").c_str(), 0600) == 0);
  folder.write("news", "x");
  CHECK(names_under(folder) == "news");
}

TEST_CASE("source walk: a folder that cannot be listed is reported and the rest is read") {
  if (::geteuid() == 0) return;  // root may read everything
  const TemporaryFolder folder;
  folder.write("a/1", "x");
  folder.write("b/2", "x");
  fs::permissions(folder / "a", fs::perms::none);
  CHECK(names_under(folder) == "a(folder cannot be listed: Permission denied) b/2");
  const std::string a = folder / "a";
  CHECK(names_under({a}) == a + "(folder cannot be listed: Permission denied)");
  fs::permissions(folder / "a", fs::perms::owner_all);
}

TEST_CASE("source walk: a file that vanishes before its turn is reported") {
  const TemporaryFolder folder;
  folder.write("1", "x");
  folder.write("2", "x");
  SourceWalk walk({folder.path().string()}, {});
  REQUIRE(std::holds_alternative<SourceFile>(walk.next().value()));
  fs::remove(folder / "2");
  const auto gone = walk.next();
  REQUIRE(gone);
  CHECK(std::get<BadRecord>(*gone).origin.path == folder / "2");
  CHECK(std::get<BadRecord>(*gone).reason == "No such file or directory");
}

TEST_CASE("source walk: the index is left out however it is written") {
  const TemporaryFolder folder;
  folder.write("news", "x");
  folder.write("sub/news.idx/lock", "x");
  folder.write("sub/news.idx2/file", "x");
  const WorkingFolder here(folder.path());
  for (const char* excluded : {"sub/news.idx", "sub/news.idx/", "./sub/../sub/news.idx"}) {
    CAPTURE(excluded);
    CHECK(names_under({"."}, excluded) == "news sub/news.idx2/file");
  }
  CHECK(names_under({folder / "sub/news.idx"}, "sub/news.idx").empty());
}

TEST_CASE("source walk: an index that is made only after the walk began is left out") {
  const TemporaryFolder folder;
  folder.write("news", "x");
  const WorkingFolder here(folder.path());
  for (const char* excluded : {"new.idx", "new.idx/", "a/../new.idx"}) {
    CAPTURE(excluded);
    SourceWalk walk({"."}, excluded);
    folder.write("new.idx/lock", "x");
    CHECK(std::get<SourceFile>(walk.next().value()).name == "news");
    CHECK_FALSE(walk.next());
    fs::remove_all(folder / "new.idx");
  }
}

TEST_CASE("source walk: with nothing to leave out the working folder is read") {
  const TemporaryFolder folder;
  folder.write("news", "x");
  const WorkingFolder here(folder.path());
  CHECK(names_under({"."}) == "news");
}
