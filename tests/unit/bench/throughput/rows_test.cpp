// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/rows.hpp"

#include "news/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <doctest/doctest.h>

using namespace news::bench;

namespace {

const Row storm{.id = "17", .title = "Storm", .body = "First paragraph.\nid=2"};
const Row untitled{.id = "18", .title = "", .body = "Naïve"};

/// A file of these two rows.
std::string two_rows(const news::test::TemporaryFolder& folder) {
  RowWriter writer(folder / "rows");
  writer.write(storm);
  writer.write(untitled);
  writer.close();
  return folder / "rows";
}

}  // namespace

TEST_CASE("bench rows: what is written is read") {
  const news::test::TemporaryFolder folder;
  RowReader reader(two_rows(folder));
  Row row;
  CHECK(reader.read(row));
  CHECK(row == storm);
  CHECK(reader.read(row));
  CHECK(row == untitled);
  CHECK_FALSE(reader.read(row));
}

TEST_CASE("bench rows: the size is that of titles and bodies, in bytes") {
  const news::test::TemporaryFolder folder;
  const TextSize size = size_of_rows(two_rows(folder));
  CHECK(size.documents == 2);
  CHECK(size.bytes == 5 + 21 + 0 + 6);
}

TEST_CASE("bench rows: a dump has a line for each line, and none that could be a field") {
  const news::test::TemporaryFolder folder;
  write_dump(two_rows(folder), folder / "dump");
  CHECK(news::test::content_of(folder / "dump") ==
        "id=17\ntitle=Storm\ntext=First paragraph.\n=id=2\n\n"
        "id=18\ntitle=\ntext=Naïve\n\n");
}

TEST_CASE("bench rows: a file that is not there is an error") {
  const news::test::TemporaryFolder folder;
  CHECK_THROWS_AS(RowReader(folder / "none"), news::FileError);
  CHECK_THROWS_AS(RowWriter(folder / "none/rows"), news::FileError);
}
