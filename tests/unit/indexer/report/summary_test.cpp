// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report/summary.hpp"

#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace news;

namespace {

UpdateSummary some() {
  UpdateSummary summary;
  summary.files = 5;
  summary.unchanged_files = 2;
  summary.bytes = 4'000'000;
  summary.articles_read = 2000;
  summary.articles_new = 2000;
  summary.seconds = 2;
  summary.articles_in_index = 2500;
  summary.segments_in_index = 1;
  summary.index_bytes = 9'000'000;
  return summary;
}

BadRecord bad(const std::string& path, std::uint64_t record) {
  return {Origin{path, path, "", record}, "cut off"};
}

}  // namespace

TEST_CASE("summary: for people") {
  CHECK(summary_text(some(), "/i") ==
        "Read 2,000 articles from 3 files, 4.0 MB, in 2.0 s (1000 articles/s, 2.0 MB/s)\n"
        "  2,000 new\n"
        "Index /i: 2,500 articles in 1 segment, 9.0 MB\n");
}

TEST_CASE("summary: what did not happen is not mentioned and what did is") {
  UpdateSummary summary = some();
  summary.interrupted = true;
  summary.articles_updated = 1;
  summary.articles_unchanged = 2;
  summary.articles_removed = 3;
  summary.articles_repeated = 4000;
  summary.unreadable.add(bad("a", 1));
  summary.unreadable.add(bad("b", 0));
  summary.unreadable_in_unchanged = 1;
  CHECK(summary_text(summary, "/i") ==
        "Interrupted: what was read so far is in the index; run again for the rest.\n"
        "Read 2,000 articles from 3 files, 4.0 MB, in 2.0 s (1000 articles/s, 2.0 MB/s)\n"
        "  2,000 new, 1 updated, 2 unchanged, 3 removed, 4,000 repeated, kept once\n"
        "  2 records could not be read and were skipped (named above)\n"
        "  1 record in unchanged files could not be read when they were indexed\n"
        "Index /i: 2,500 articles in 1 segment, 9.0 MB\n");
}

TEST_CASE("summary: a rebuild that was interrupted kept nothing") {
  UpdateSummary summary = some();
  summary.interrupted = summary.abandoned = true;
  CHECK(summary_text(summary, "/i") ==
        "Interrupted: the index is as it was; nothing of what was built anew is kept.\n"
        "Read 2,000 articles from 3 files, 4.0 MB, in 2.0 s (1000 articles/s, 2.0 MB/s)\n"
        "Index /i: 2,500 articles in 1 segment, 9.0 MB\n");
}

TEST_CASE("summary: segments that were merged or left") {
  UpdateSummary summary = some();
  CHECK(summary_json(summary, "/i").find("segments_left") == std::string::npos);
  summary.segments_merged = 9;
  summary.segments_left = "/i/segment-000001: is damaged";
  const std::string text = summary_text(summary, "/i");
  CHECK(text.find("  9 segments merged\n"
                  "  segments were left as they are, since merging failed: "
                  "/i/segment-000001: is damaged\n"
                  "Index /i: ") != std::string::npos);
  const auto json = nlohmann::json::parse(summary_json(summary, "/i"));
  CHECK(json["segments_merged"] == 9);
  CHECK(json["segments_left"] == summary.segments_left);
}

TEST_CASE("summary: a run of no time at all divides by nothing") {
  CHECK(summary_text(UpdateSummary(), "/i") ==
        "Read 0 articles from 0 files, 0 B, in 0.0 s (0 articles/s, 0 B/s)\n"
        "  0 new\n"
        "Index /i: 0 articles in 0 segments, 0 B\n");
}

TEST_CASE("summary: no name of an index reaches the terminal as it is") {
  CHECK(summary_text(some(), "/i\x1B[2J").find('\x1B') == std::string::npos);
}

TEST_CASE("summary: as JSON on one line") {
  UpdateSummary summary = some();
  summary.gone_files = 7;
  summary.articles_updated = 1;
  summary.unreadable.add(bad("/a\xFF", 3));
  BadRecord in_archive = bad("/b", 0);
  in_archive.origin.member = "m";
  summary.unreadable.add(in_archive);
  const std::string text = summary_json(summary, "/i");
  CHECK(text.find('\n') == std::string::npos);
  const auto json = nlohmann::json::parse(text);
  CHECK(json["schema"] == 1);
  CHECK(json["index"] == "/i");
  CHECK(json["interrupted"] == false);
  CHECK(json["files"].dump() == R"({"bytes":4000000,"gone":7,"partial":0,"read":3,"unchanged":2})");
  CHECK(json["articles"].dump() ==
        R"({"kept":0,"new":2000,"read":2000,"removed":0,"repeated":0,"unchanged":0,"updated":1})");
  CHECK(json["unreadable_records"] == 2);
  CHECK(json["unreadable"][0] ==
        nlohmann::json({{"path", "/a\uFFFD"}, {"record", 3}, {"reason", "cut off"}}));
  CHECK(json["unreadable"][1] ==
        nlohmann::json({{"path", "/b"}, {"member", "m"}, {"reason", "cut off"}}));
  CHECK(json["in_index"].dump() == R"({"articles":2500,"bytes":9000000,"segments":1})");
}

TEST_CASE("summary: of very many unreadable records the first are named and all are counted") {
  UpdateSummary summary;
  for (std::uint64_t i = 1; i <= 10'001; ++i) summary.unreadable.add(bad("/a", i));
  const auto json = nlohmann::json::parse(summary_json(summary, "news.idx"));
  CHECK(json["unreadable_records"] == 10'001);
  REQUIRE(json["unreadable"].size() == 10'000);
  CHECK(json["unreadable"].back()["record"] == 10'000);
}

TEST_CASE("summary: records without news are counted") {
  UpdateSummary summary = some();
  CHECK(summary_text(summary, "/i").find("passed over") == std::string::npos);
  summary.records_passed_over = 1;
  CHECK(summary_text(summary, "/i").find("  1 record holds no news and was passed over\n") !=
        std::string::npos);
  summary.records_passed_over = 1200;
  CHECK(summary_text(summary, "/i").find("  1,200 records hold no news and were passed over\n") !=
        std::string::npos);
  CHECK(nlohmann::json::parse(summary_json(summary, "/i")).at("records_passed_over") == 1200);
}

TEST_CASE("summary: records without news in unchanged files") {
  UpdateSummary summary = some();
  summary.passed_over_in_unchanged = 1;
  CHECK(summary_text(summary, "/i").find("  1 record in unchanged files holds no news\n") !=
        std::string::npos);
  const auto json = nlohmann::json::parse(summary_json(summary, "/i"));
  CHECK(json.at("records_passed_over_in_unchanged_files") == 1);
}

TEST_CASE("summary: files that could only be read in part") {
  UpdateSummary summary = some();
  summary.partial_files = 1;
  CHECK(summary_text(summary, "/i").find("  1 file could only be read in part\n") !=
        std::string::npos);
  summary.articles_kept = 1200;
  CHECK(summary_text(summary, "/i")
            .find("  1 file could only be read in part; 1,200 articles that "
                  "were not met again are kept\n") != std::string::npos);
  const auto json = nlohmann::json::parse(summary_json(summary, "/i"));
  CHECK(json.at("files").at("partial") == 1);
  CHECK(json.at("articles").at("kept") == 1200);
}

TEST_CASE("summary: of extracted articles only where something was left out") {
  CHECK(extract_summary_text({.articles = 3}).empty());
  CHECK(extract_summary_text({.articles = 3, .interrupted = true}) ==
        "Interrupted: read 3 articles\n");
  CHECK(extract_summary_text({.articles = 1, .unreadable = 2, .passed_over = 1}) ==
        "Read 1 article\n"
        "  1 record holds no news and was passed over\n"
        "  2 records could not be read and were skipped (named above)\n");
}
