// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/file.hpp"

#include "news/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

using namespace news;

namespace {

bool is_open(int fd) { return ::fcntl(fd, F_GETFD) != -1; }

}  // namespace

TEST_CASE("file: read file gives the whole of a file") {
  const test::TemporaryFolder folder;
  const std::string large(300'000, 'x');
  CHECK(read_file(folder.write("empty", "")) == "");
  CHECK(read_file(folder.write("small", std::string("a\0b\n", 4))) == std::string("a\0b\n", 4));
  CHECK(read_file(folder.write("large", large)) == large);
}

TEST_CASE("file: read file gives nothing where there is no file") {
  const test::TemporaryFolder folder;
  folder.write("file", "x");
  CHECK_FALSE(read_file(folder / "missing").has_value());
  CHECK_FALSE(read_file(folder / "missing/too").has_value());
  CHECK_FALSE(read_file(folder / "file/too").has_value());
  CHECK_FALSE(read_file("").has_value());
}

TEST_CASE("file: read file refuses what is no file") {
  const test::TemporaryFolder folder;
  CHECK_THROWS_AS(read_file(folder.path()), FileError);
  CHECK_THROWS_AS(read_file(folder / std::string(5000, 'x')), FileError);
}

TEST_CASE("file: replace file writes a new file or a new content") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "a";
  replace_file(path, "one");
  CHECK(test::content_of(path) == "one");
  replace_file(path, "");
  CHECK(test::content_of(path).empty());
  const std::string large(300'000, 'x');
  replace_file(path, large);
  CHECK(test::content_of(path) == large);
  CHECK_FALSE(std::filesystem::exists(path + std::string(replacement_suffix)));
}

TEST_CASE("file: who has the old file open keeps its content") {
  const test::TemporaryFolder folder;
  const std::string path = folder.write("a", "one");
  const FileDescriptor old(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  replace_file(path, "two");
  std::string content(3, '\0');
  CHECK(::read(old.get(), content.data(), 3) == 3);
  CHECK(content == "one");
}

TEST_CASE("file: what cannot be replaced is an error that names it") {
  const test::TemporaryFolder folder;
  folder.write("folder/file", "x");
  CHECK_THROWS_AS(replace_file(folder / "missing/a", "x"), FileError);
  CHECK_THROWS_AS(replace_file(folder / "folder", "x"), FileError);
  CHECK_THROWS_WITH_AS(replace_file("/dev/full/a", "x"),
                       "/dev/full/a.new: cannot write: Not a directory", FileError);
}

TEST_CASE("file: remove file takes a file away and is content with none") {
  const test::TemporaryFolder folder;
  const std::string path = folder.write("a", "one");
  remove_file(path);
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK_NOTHROW(remove_file(path));
  folder.write("folder/file", "x");
  CHECK_THROWS_AS(remove_file(folder / "folder"), FileError);
}

TEST_CASE("file: sync folder wants a folder") {
  const test::TemporaryFolder folder;
  folder.write("a", "one");
  folder.write("sub/b", "two");
  CHECK_NOTHROW(sync_folder(folder.path()));
  CHECK_THROWS_AS(sync_folder(folder / "missing"), FileError);
}

TEST_CASE("file: a descriptor is closed once when its last owner ends") {
  const int fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  {
    FileDescriptor first(fd);
    CHECK(first);
    FileDescriptor second(std::move(first));
    CHECK(second.get() == fd);
    FileDescriptor third;
    CHECK_FALSE(third);
    third = std::move(second);
    CHECK(third.get() == fd);
    CHECK(is_open(fd));
  }
  CHECK_FALSE(is_open(fd));
}

TEST_CASE("file: a lock is held by one and ends with its object") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "lock";
  {
    const auto lock = FileLock::try_acquire(path);
    REQUIRE(lock.has_value());
    CHECK_FALSE(FileLock::try_acquire(path).has_value());
  }
  CHECK(FileLock::try_acquire(path).has_value());
  CHECK(std::filesystem::exists(path));
}

TEST_CASE("file: a lock says who holds it in place of who held it") {
  const test::TemporaryFolder folder;
  const std::string path = folder.write("lock", "a long line about another holder");
  auto lock = FileLock::try_acquire(path);
  REQUIRE(lock.has_value());
  lock->describe_holder("pid 17");
  CHECK(test::content_of(path) == "pid 17");
  lock->describe_holder("me");
  CHECK(test::content_of(path) == "me");
}

TEST_CASE("file: a lock that cannot be made is an error") {
  const test::TemporaryFolder folder;
  CHECK_THROWS_AS(FileLock::try_acquire(folder / "missing/lock"), FileError);
  CHECK_THROWS_AS(FileLock::try_acquire(folder.path()), FileError);
}
