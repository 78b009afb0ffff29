// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/batch_source.hpp"

#include "indexer/reader/registry.hpp"
#include "tests/support/archives.hpp"
#include "tests/support/change_time.hpp"
#include "tests/support/temporary_folder.hpp"

#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// "a.jsonl#1 b.txt(empty) | b.jsonl#1 -b.jsonl": the records of each batch, why one is defective,
/// and a "-" before a source that ends.
std::string shown(const std::vector<Batch>& batches) {
  std::string out;
  for (const Batch& batch : batches) {
    if (!out.empty()) out += " |";
    for (const BatchItem& item : batch.items) {
      out += " " + to_string(item.source->origin);
      if (item.raw.number != 0) out += "#" + std::to_string(item.raw.number);
      if (!item.raw.defect.empty()) out += "(" + item.raw.defect + ")";
    }
    for (const FinishedSource& done : batch.finished) out += " -" + done.source->origin.name;
    for (const SourceState& state : batch.touched) {
      out += " ~" + state.path.substr(state.path.rfind('/') + 1);
    }
  }
  return out.empty() ? out : out.substr(1);
}

/// A folder that is read again and again, with what was remembered of it.
class Folder {
 public:
  std::string write(std::string_view name, std::string_view content) const {
    return folder_.write(name, content);
  }
  const TemporaryFolder& folder() const { return folder_; }

  std::string read(ReadSettings settings = {}) {
    BatchSource source(SourceWalk({folder_.path().string()}, {}), settings,
                       [this](const std::string& path) -> std::optional<SourceState> {
                         const auto found = memory_.find(path);
                         if (found == memory_.end()) return std::nullopt;
                         return found->second;
                       });
    batches.clear();
    while (auto batch = source.next()) batches.push_back(std::move(*batch));
    counts = source.counts();
    for (const Batch& batch : batches) {
      for (const FinishedSource& done : batch.finished) memory_[done.state.path] = done.state;
      for (const SourceState& state : batch.touched) memory_[state.path] = state;
    }
    return shown(batches);
  }

  std::vector<Batch> batches;
  SourceCounts counts;

 private:
  TemporaryFolder folder_;
  std::map<std::string, SourceState> memory_;
};

}  // namespace

TEST_CASE("batch source: records come in the order of the files and sources end behind theirs") {
  Folder folder;
  folder.write("a.jsonl", "{\"a\": 1}\n\n{\"a\": 2}\n");
  folder.write("b.txt", "Bridge closed");
  CHECK(folder.read() == "a.jsonl#1 a.jsonl#3 b.txt -a.jsonl -b.txt");
  CHECK(folder.counts.files == 2);
  CHECK(folder.counts.bytes == 32);
  CHECK(folder.batches.front().items[2].raw.bytes == "Bridge closed");
}

TEST_CASE("batch source: batches are cut by the number and the bytes of their records") {
  Folder folder;
  folder.write("a.jsonl", "{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}\n");
  CHECK(folder.read({.batch_records = 2}) == "a.jsonl#1 a.jsonl#2 | a.jsonl#3 -a.jsonl");
  CHECK(folder.batches[0].number == 0);
  CHECK(folder.batches[1].number == 1);
  Folder same;
  same.write("a.jsonl", "{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}\n");
  CHECK(same.read({.batch_bytes = 1}) == "a.jsonl#1 | a.jsonl#2 | a.jsonl#3 | -a.jsonl");
}

TEST_CASE("batch source: what cannot be recognized is a defect and looked into once") {
  Folder folder;
  folder.write("a", std::string("a\0b", 3));
  folder.write("b", "");
  folder.write("c.txt", "Bridge");
  CHECK(folder.read() == "a(binary data) b(empty) c.txt -a -b -c.txt");
  CHECK(folder.batches.front().items[0].source->reader == nullptr);
  CHECK(folder.read().empty());
  CHECK(folder.counts.unchanged_files == 3);
  set_change_time(folder.folder() / "a", 1'000'000'000'000'000'000);
  CHECK(folder.read() == "a(binary data) -a");
}

TEST_CASE("batch source: a format that is given reads what was not recognized before") {
  Folder folder;
  folder.write("a", "{\\rtf Bridge");
  folder.write("b", "");
  folder.read();
  CHECK(folder.read({.format = find_reader("text")}) == "a -a");
}

TEST_CASE("batch source: a given format is used for everything but empty files") {
  Folder folder;
  folder.write("a.jsonl", "{\"a\": 1}\n{\"a\": 2}\n");
  folder.write("b", "");
  CHECK(folder.read({.format = find_reader("text")}) == "a.jsonl b(empty) -a.jsonl -b");
}

TEST_CASE("batch source: where a given format finds nothing that is said and tried again") {
  Folder folder;
  folder.write("a.txt", "Bridge");
  folder.write("b.jsonl", "{\"a\": 1}\n");
  folder.write("c.txt", " \n");
  const ReadSettings as_trec{.format = find_reader("trec")};
  const std::string read =
      "a.txt(no record of the format trec; leave --format out to have it recognized) "
      "b.jsonl(no record of the format trec; leave --format out to have it recognized) "
      "c.txt(empty) -c.txt";
  CHECK(folder.read(as_trec) == read);
  CHECK(folder.read(as_trec).starts_with("a.txt(no record"));
  CHECK(folder.read() == "a.txt b.jsonl#1 -a.txt -b.jsonl");
}

TEST_CASE("batch source: no format that is given is silent about a file it does not fit") {
  for (const std::string_view format : reader_names()) {
    CAPTURE(format);
    Folder folder;
    folder.write("a", "Bridge");
    folder.read({.format = find_reader(format)});
    REQUIRE(folder.batches.size() == 1);
    CHECK(folder.batches.front().items.size() == 1);
  }
}

TEST_CASE(
    "batch source: a member in which a given format finds nothing is named, others are read") {
  Folder folder;
  folder.write("x.zip",
               archive_of("zip", {{"a", "<DOC><DOCNO>1</DOCNO></DOC>"}, {"b.txt", "Bridge"}}));
  CHECK(folder.read({.format = find_reader("trec")}) ==
        "x.zip!a#1 x.zip!b.txt(no record of the format trec; leave --format out to have it "
        "recognized)");
}

TEST_CASE("batch source: byte order marks are read and taken off") {
  Folder folder;
  folder.write("a.jsonl", "\xEF\xBB\xBF{\"a\": 1}\n");
  folder.write("b.jsonl", std::string("\xFF\xFE{\0}\0\n\0", 8));
  folder.read();
  CHECK(folder.batches.front().items[0].raw.bytes == "{\"a\": 1}");
  CHECK(folder.batches.front().items[1].raw.bytes == "{}");
}

TEST_CASE("batch source: unchanged files are not read") {
  Folder folder;
  folder.write("a.txt", "Bridge");
  folder.write("b.txt", "Flood");
  folder.read();
  folder.write("b.txt", "Flood again");
  CHECK(folder.read() == "b.txt -b.txt");
  CHECK(folder.counts.files == 2);
  CHECK(folder.counts.unchanged_files == 1);
  CHECK(folder.read().empty());
}

TEST_CASE("batch source: a file that was only touched is looked into once") {
  Folder folder;
  const std::string path = folder.write("a.txt", "Bridge");
  folder.read();
  set_change_time(path, 1'000'000'000'000'000'000);
  CHECK(folder.read() == "~a.txt");
  CHECK(folder.counts.unchanged_files == 1);
  CHECK(folder.batches.front().touched.front().mtime_ns == 1'000'000'000'000'000'000);
  CHECK(folder.read().empty());
}

TEST_CASE("batch source: another content of the same size is read") {
  Folder folder;
  const std::string path = folder.write("a.txt", "Bridge");
  folder.read();
  folder.write("a.txt", "Frozen");
  set_change_time(path, 1'000'000'000'000'000'000);
  CHECK(folder.read() == "a.txt -a.txt");
}

TEST_CASE("batch source: the members of an archive are read, the archive is one source") {
  Folder folder;
  folder.write("x.zip", archive_of("zip", {{"a.jsonl", "{\"a\": 1}\n{\"a\": 2}\n"},
                                           {"b.bin", std::string("\0\0", 2)},
                                           {"c.txt", "Bridge"}}));
  folder.write("y.jsonl.gz", compressed("gz", "{\"a\": 1}\n{\"a\": 2}\n"));
  CHECK(folder.read() ==
        "x.zip!a.jsonl#1 x.zip!a.jsonl#2 x.zip!b.bin(binary data) x.zip!c.txt "
        "y.jsonl.gz#1 y.jsonl.gz#2 -x.zip -y.jsonl.gz");
  CHECK(folder.counts.files == 2);
  CHECK(folder.read().empty());
  CHECK(folder.counts.unchanged_files == 2);
  set_change_time(folder.folder() / "x.zip", 1'000'000'000'000'000'000);
  CHECK(folder.read() == "~x.zip");
}

TEST_CASE("batch source: what is packed and cut off is read up to the cut") {
  Folder folder;
  std::string lines;
  for (int i = 0; i < 3000; ++i) lines += "{\"a\": " + std::to_string(i * 7919) + "}\n";
  const std::string whole = compressed("gz", lines);
  folder.write("a.jsonl.gz", whole.substr(0, whole.size() / 2));
  folder.write("b.gz", "\x1F\x8B\x08 and no more");
  folder.write("c.txt", "Bridge");
  const std::string read = folder.read({.batch_records = 10'000});
  CHECK(folder.batches.front().items[0].raw.rest_unread == false);
  CHECK(read.starts_with("a.jsonl.gz#1 a.jsonl.gz#2 "));
  CHECK(read.find("a.jsonl.gz#1000 a.jsonl.gz#1001") != std::string::npos);
  CHECK(
      read.ends_with(" a.jsonl.gz(cut off: the compressed data end too early) "
                     "b.gz(damaged: the compressed data make no sense) c.txt "
                     "-a.jsonl.gz -b.gz -c.txt"));
}

TEST_CASE("batch source: a format that is given is that of the members") {
  Folder folder;
  folder.write("x.gz", compressed("gz", "{\"a\": 1}\n{\"a\": 2}\n"));
  CHECK(folder.read({.format = find_reader("text")}) == "x.gz -x.gz");
}

TEST_CASE("batch source: behind damage to a crawl that is compressed by records the next is read") {
  const auto record = [](const std::string& text) {
    return compressed("gz", "WARC/1.0\r\nContent-Length: " + std::to_string(text.size()) +
                                "\r\n\r\n" + text + "\r\n\r\n");
  };
  std::string damaged = record("The bridge over the Tarn is closed until the flood has gone.");
  damaged[damaged.size() / 2] = '\xFF';
  damaged[damaged.size() / 2 + 1] = '\xFF';
  Folder folder;
  folder.write("a.warc.gz", record("one") + damaged + record("three") + record("four"));
  const std::string read = folder.read();
  CHECK(read ==
        "a.warc.gz#1 a.warc.gz#2(damaged: the compressed data make no sense) a.warc.gz#3 "
        "a.warc.gz#4 -a.warc.gz");
}

TEST_CASE("batch source: a file that is cut near its start stops nothing, whatever its format") {
  std::string cut = compressed("gz", "From: a@b.example\nSubject: Flood\n\nWater rose.\n");
  cut.resize(cut.size() - 8);
  Folder folder;
  folder.write("a.eml.gz", cut);
  folder.write("b.jsonl", "{}\n");
  const std::string read = folder.read();
  CHECK(read ==
        "a.eml.gz a.eml.gz(cut off: the compressed data end too early) b.jsonl#1 -a.eml.gz "
        "-b.jsonl");
}
