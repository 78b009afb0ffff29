// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/index_check.hpp"

#include "indexer/build/intent.hpp"
#include "indexer/build/segment_record.hpp"
#include "news/base/error.hpp"
#include "news/index/directory.hpp"
#include "news/index/schema.hpp"
#include "tests/support/index_parts.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// An index of two segments with an article each.
class TwoSegments {
 public:
  TwoSegments() {
    for (const std::string name : {"segment-000001", "segment-000002"}) {
      build_segment(folder.path() / name, {article_from("/n", name, "Quay", "Of the quay.")});
      record_segment(folder.path() / name);
    }
    IndexDirectory(folder.path()).publish({"segment-000001", "segment-000002"});
  }

  /// Changes one byte of a file.
  void damage(const std::string& file, std::size_t at) const {
    std::string bytes = content_of(folder / file);
    REQUIRE(at < bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    folder.write(file, bytes);
  }

  CheckResult check() const { return check_index(folder.path()); }

  TemporaryFolder folder;
};

std::string advice(const TemporaryFolder& folder) {
  return "Bring the index to its last whole state: news-index --index " + folder.path().string() +
         " --repair\n";
}

}  // namespace

TEST_CASE("index check: a whole index is found to be so") {
  const TwoSegments index;
  const CheckResult result = index.check();
  CHECK(result.whole);
  CHECK(result.report == "segment-000001: whole\nsegment-000002: whole\n");
}

TEST_CASE("index check: a bit that flipped in a text is found by its checksum") {
  const TwoSegments index;
  const std::string table = content_of(index.folder / "segment-000002/docdata.glass");
  index.damage("segment-000002/docdata.glass", table.find("Of the quay"));
  const CheckResult result = index.check();
  CHECK_FALSE(result.whole);
  CHECK(result.report ==
        "segment-000001: whole\nsegment-000002: 1 error\n"
        "docdata.glass is not as it was written\n" +
            advice(index.folder));
}

TEST_CASE("index check: without checksums Xapian finds what it can") {
  const TwoSegments index;
  std::filesystem::remove(index.folder / "segment-000002/made");
  const std::string file = "segment-000002/termlist.glass";
  std::string bytes = content_of(index.folder / file);
  for (std::size_t i = 20; i < bytes.size(); ++i) bytes[i] = '\x7E';
  index.folder.write(file, bytes);
  const CheckResult result = index.check();
  CHECK_FALSE(result.whole);
  CHECK(result.report.starts_with("segment-000001: whole\nsegment-000002: "));
  CHECK(result.report.ends_with(advice(index.folder)));
}

TEST_CASE("index check: a segment that is missing, a table that is") {
  const TwoSegments index;
  std::filesystem::remove_all(index.folder / "segment-000001");
  std::filesystem::remove(index.folder / "segment-000002/position.glass");
  CHECK(index.check().report ==
        "segment-000001: 1 error\nis missing\nsegment-000002: 1 error\n"
        "position.glass is missing\n" +
            advice(index.folder));
}

TEST_CASE("index check: the stub, the record of a segment and the intent") {
  for (const std::string file : {"XAPIANDB", "segment-000001/made", "intent"}) {
    const TwoSegments index;
    write_intent(IndexDirectory(index.folder.path()), {.published_segment = "segment-000002",
                                                       .deletions = {{"segment-000001", {1}}},
                                                       .forgotten_sources = {}});
    CHECK(index.check().report.ends_with("the next one finishes its work\n"));
    index.damage(file, 30);
    const CheckResult result = index.check();
    CHECK_FALSE(result.whole);
    CHECK(result.report.find(file + ": is damaged: it is not as it was written\n") !=
          std::string::npos);
    CHECK(result.report.ends_with(advice(index.folder)));
  }
}

TEST_CASE("index check: a stub without a checksum is not whole") {
  const TwoSegments index;
  index.folder.write("XAPIANDB", "# my own\nauto segment-000002\n");
  const CheckResult result = index.check();
  CHECK_FALSE(result.whole);
  CHECK(result.report ==
        "XAPIANDB: has no checksum\nsegment-000002: whole\n" + advice(index.folder));
}

TEST_CASE("index check: where there is no index there is nothing to check") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(check_index(folder.path() / "none"), IndexError);
}
