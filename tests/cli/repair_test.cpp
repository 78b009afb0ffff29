// SPDX-License-Identifier: GPL-3.0-or-later
// news-index --repair brings a damaged index to a whole state, and names what must be read again;
// the next run makes the index what it was.
#include "tests/support/news_folder.hpp"

#include <filesystem>

#include <doctest/doctest.h>

using namespace news::test;

namespace {

namespace fs = std::filesystem;

/// An index of three segments, each with the two articles of a file.
class DamagedNews : public NewsFolder {
 public:
  DamagedNews() {
    for (const std::string n : {"1", "2", "3"}) {
      write("part" + n + ".jsonl",
            article_line("a" + n, "Quay " + n, "The quay of part " + n + " is new.") +
                article_line("b" + n, "Mole " + n, "The mole of part " + n + " is old."));
      CHECK(index().exit_code == 0);
    }
  }

  void damage(const std::string& file, std::size_t at) const {
    std::string bytes = content_of(index_folder() + "/" + file);
    REQUIRE(at < bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    outside().write("news.idx/" + file, bytes);
  }

  Outcome do_with(const char* option) const { return news_index({"-i", index_folder(), option}); }

  std::size_t count() const {
    return nlohmann::json::parse(
        news_index({"-i", index_folder(), "--stats", "--json"}).out)["articles"];
  }
};

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("repair: there is nothing to do for a whole index") {
  const DamagedNews folder;
  const Outcome outcome = folder.do_with("--repair");
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out ==
        "Nothing to repair.\nIndex " + folder.index_folder() + ": 6 articles in 3 segments\n");
  CHECK(folder.summary()["files"]["unchanged"] == 3);
}

TEST_CASE("repair: a damaged segment is left out, and its sources are named and read again") {
  const DamagedNews folder;
  folder.damage("segment-000002/postlist.glass", 100);
  CHECK(folder.do_with("--check").exit_code == 2);
  const Outcome outcome = folder.do_with("--repair");
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out ==
        "segment-000002: left out, as it is damaged: postlist.glass is not as it was written\n"
        "  segment-000002.damaged has what is left of it, and can be removed\n"
        "Index " +
            folder.index_folder() +
            ": 4 articles in 2 segments\n"
            "1 source must be indexed again, since articles of them are gone or may be:\n  " +
            folder.news() +
            "/part2.jsonl\n"
            "Run news-index --index " +
            folder.index_folder() +
            " over all your sources: it reads what is missing, and nothing else.\n");
  CHECK(folder.do_with("--check").exit_code == 0);
  CHECK(folder.count() == 4);
  CHECK(folder.summary()["files"]["unchanged"] == 2);
  CHECK(folder.count() == 6);
  CHECK(folder.do_with("--check").exit_code == 0);
}

TEST_CASE("repair: a state elsewhere does not hide that articles of a source are lost") {
  const DamagedNews folder;
  // The second file's article goes to a later segment with a newer version from another file; the
  // second file is still remembered as read in the segment before.
  const std::string newer =
      R"({"id":"urn:uuid:0001","title":"Flood","body":"Water at the quay.","modified":"2011-02-02"})";
  const std::string older =
      R"({"id":"urn:uuid:0001","title":"Flood","body":"Water at the quay.","modified":"2011-02-01"})";
  folder.write("first.jsonl", older + "\n");
  folder.index();
  folder.write("later.jsonl", newer + "\n");
  folder.index();
  CHECK(folder.count() == 7);
  folder.damage("segment-000005/docdata.glass", 60);
  const Outcome outcome = folder.do_with("--repair");
  CHECK(contains(outcome.out, "2 sources must be indexed again"));
  CHECK(contains(outcome.out, "/first.jsonl\n"));
  CHECK(contains(outcome.out, "/later.jsonl\n"));
  fs::remove(folder.news() + "/later.jsonl");  // it cannot be read again, but the other can
  CHECK(folder.summary()["articles"]["new"] == 1);
  CHECK(folder.count() == 7);
}

TEST_CASE("repair: segments that are gone altogether") {
  const DamagedNews folder;
  fs::remove_all(folder.index_folder() + "/segment-000001");
  const Outcome outcome = folder.do_with("--repair");
  CHECK(outcome.exit_code == 0);
  CHECK(contains(outcome.out, "segment-000001: left out, as it is damaged: is missing\nIndex "));
  CHECK(contains(outcome.out, "sources that only it had are not named here"));
  CHECK(folder.summary()["articles"]["new"] == 2);
  CHECK(folder.count() == 6);
}

TEST_CASE("repair: a stub with a wrong byte, without its end, empty or gone") {
  for (const int how : {0, 1, 2, 3}) {
    const DamagedNews folder;
    const std::string stub = folder.index_folder() + "/XAPIANDB";
    CAPTURE(how);
    const std::string content = content_of(stub);
    if (how == 0) folder.damage("XAPIANDB", content.find("000002") + 5);
    if (how == 1)
      folder.outside().write("news.idx/XAPIANDB", content.substr(0, content.size() - 25));
    if (how == 2) folder.outside().write("news.idx/XAPIANDB", "");
    if (how == 3) fs::remove(stub);
    const Outcome search = folder.search({"quay"});
    CHECK(search.exit_code == 2);
    const Outcome outcome = folder.do_with("--repair");
    CHECK(outcome.exit_code == 0);
    CHECK(contains(outcome.out, "XAPIANDB: was damaged, and is whole again\n"));
    CHECK(contains(outcome.out, ": 6 articles in 3 segments\n"));
    CHECK(folder.do_with("--check").exit_code == 0);
    const bool names_known = how < 2;
    CHECK(folder.summary()["files"]["unchanged"] == (names_known ? 3 : 0));
    CHECK(folder.count() == 6);
  }
}

TEST_CASE("repair: a stub that was changed by hand is taken at its word and gets a checksum") {
  const DamagedNews folder;
  folder.outside().write("news.idx/XAPIANDB", "auto segment-000001\nauto segment-000003\n");
  CHECK(folder.do_with("--check").exit_code == 2);
  CHECK(folder.do_with("--repair").exit_code == 0);
  CHECK(folder.do_with("--check").exit_code == 0);
  CHECK(folder.count() == 4);
}

TEST_CASE("repair: a run over an index without its stub does not take its segments for leftovers") {
  const DamagedNews folder;
  folder.outside().write("news.idx/XAPIANDB", "");
  const Outcome outcome = folder.index();
  CHECK(outcome.exit_code == 2);
  CHECK(contains(outcome.err, "Bring the index to its last whole state: news-index --repair."));
  CHECK(fs::exists(folder.index_folder() + "/segment-000001"));
}

TEST_CASE("repair: segments that were live no more are not doubled for good") {
  const DamagedNews folder;
  const std::string second = folder.index_folder() + "/segment-000002";
  const std::string kept = folder.outside() / "kept";
  fs::copy(second, kept, fs::copy_options::recursive);
  folder.do_with("--compact");
  fs::copy(kept, second, fs::copy_options::recursive);  // as if a crash came before it was removed
  folder.outside().write("news.idx/XAPIANDB", "");
  CHECK(contains(folder.do_with("--repair").out, "3 sources must be indexed again"));
  folder.index();
  CHECK(folder.count() == 6);
}

TEST_CASE("repair: a damaged intent is dropped, and what it was for is read again") {
  const DamagedNews folder;
  folder.outside().write("news.idx/intent", "delete segment-000001 1\n");
  CHECK(folder.index().exit_code == 2);
  const Outcome outcome = folder.do_with("--repair");
  CHECK(contains(outcome.out, "intent: was damaged, and is whole again\n"));
  CHECK(contains(outcome.out, "/part3.jsonl\n"));
  CHECK(folder.summary()["files"]["unchanged"] == 2);
  CHECK(folder.count() == 6);
}

TEST_CASE("repair: what is no index is no index to repair") {
  const NewsFolder folder;
  CHECK(folder.search({"quay"}).exit_code == 2);
  const Outcome outcome = news_index({"-i", folder.index_folder(), "--repair"});
  CHECK(outcome.exit_code == 2);
  CHECK(contains(outcome.err, ": no such index\n"));
  CHECK_FALSE(fs::exists(folder.index_folder()));
}
