// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/file_stream.hpp"

#include "news/base/error.hpp"
#include "tests/support/random_text.hpp"
#include "tests/support/small_files_only.hpp"
#include "tests/support/temporary_folder.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// Pieces of some bytes and of many, more than any buffer holds.
std::string random_piece(RandomText& random) {
  return random.bytes(random.below(20) == 0 ? 600'000 : 5000);
}

/// A file read in pieces of so many bytes.
std::string read_in_pieces(const std::string& path, std::size_t bytes) {
  FileReader reader(path);
  std::string all;
  for (std::string_view seen = reader.peek(bytes); !seen.empty(); seen = reader.peek(bytes)) {
    const std::string_view piece = seen.substr(0, bytes);
    all += piece;
    reader.consume(piece.size());
  }
  return all;
}

}  // namespace

TEST_CASE("file stream: pieces of all sizes make one file") {
  const TemporaryFolder folder;
  RandomText random(1);
  FileWriter writer(folder / "file");
  std::string expected;
  for (int i = 0; i < 60; ++i) {
    const std::string piece = random_piece(random);
    writer.write(piece);
    expected += piece;
  }
  writer.flush();
  CHECK((content_of(folder / "file") == expected));
}

TEST_CASE("file stream: pieces around the size of the buffer are whole") {
  for (const std::size_t before : {0U, 1U}) {
    for (std::size_t bytes = 256 * 1024 - 2; bytes <= 256 * 1024 + 2; ++bytes) {
      const TemporaryFolder folder;
      FileWriter writer(folder / "file");
      writer.write(std::string(before, 'a'));
      writer.write(std::string(bytes, 'b'));
      writer.write("c");
      writer.sync();
      CHECK((content_of(folder / "file") ==
             std::string(before, 'a') + std::string(bytes, 'b') + "c"));
    }
  }
}

TEST_CASE("file stream: a file that was there begins anew") {
  const TemporaryFolder folder;
  const std::string path = folder.write("file", "much that was there before");
  FileWriter writer(path);
  CHECK(content_of(path).empty());
  writer.write("new");
  writer.flush();
  CHECK(content_of(path) == "new");
  writer.write("er");
  writer.sync();
  CHECK(content_of(path) == "newer");
}

TEST_CASE("file stream: a reader gives as much as is asked for until the end") {
  const TemporaryFolder folder;
  const std::string path = folder.write("file", "abcdef");
  FileReader reader(path);
  CHECK(reader.peek(2).substr(0, 2) == "ab");
  CHECK(reader.peek(2).substr(0, 2) == "ab");
  reader.consume(2);
  CHECK(reader.peek(3).substr(0, 3) == "cde");
  reader.consume(3);
  CHECK(reader.peek(100) == "f");
  reader.consume(1);
  CHECK(reader.peek(1).empty());
  CHECK(reader.peek(1).empty());
}

TEST_CASE("file stream: what is read in pieces of any size is the file") {
  const TemporaryFolder folder;
  RandomText random(2);
  std::string content;
  while (content.size() < 1'000'000) content += random_piece(random);
  const std::string path = folder.write("file", content);
  for (const std::size_t bytes : {1000U, 128U * 1024 - 1, 128U * 1024, 128U * 1024 + 1, 700'000U}) {
    CAPTURE(bytes);
    CHECK((read_in_pieces(path, bytes) == content));
  }
  CHECK(read_in_pieces(folder.write("empty", ""), 10).empty());
}

TEST_CASE("file stream: a piece may be longer than what was read before") {
  const TemporaryFolder folder;
  const std::string path = folder.write("file", "head" + std::string(500'000, 'x') + "tail");
  FileReader reader(path);
  CHECK(reader.peek(4).starts_with("headx"));
  CHECK(reader.peek(500'008).ends_with("xtail"));
  reader.consume(500'004);
  CHECK(reader.peek(1'000'000) == "tail");
}

TEST_CASE("file stream: what cannot be opened is an error") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(FileWriter(folder / "missing/file"), FileError);
  CHECK_THROWS_AS(FileWriter(folder.path()), FileError);
  CHECK_THROWS_AS(FileReader(folder / "missing"), FileError);
}

TEST_CASE("file stream: a folder cannot be read") {
  const TemporaryFolder folder;
  FileReader reader(folder.path());
  CHECK_THROWS_AS(reader.peek(1), FileError);
}

TEST_CASE("file stream: what the system does not take is an error") {
  const TemporaryFolder folder;
  FileWriter writer(folder / "file");
  const SmallFilesOnly limit;
  writer.write(std::string(100'000, 'x'));
  CHECK_THROWS_AS(writer.flush(), FileError);
  CHECK_THROWS_AS(writer.sync(), FileError);
  CHECK_THROWS_AS(writer.write(std::string(300'000, 'x')), FileError);
}
