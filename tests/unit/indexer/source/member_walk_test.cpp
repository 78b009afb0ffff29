// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/member_walk.hpp"

#include "tests/support/archives.hpp"
#include "tests/support/byte_streams.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// "a.txt[b.txt]=Bridge; x(encrypted)": label, file name where it is another, and content of each
/// member, or why it cannot be had. Long content is given as its length.
std::string shown(MemberWalk& walk) {
  std::string out;
  while (auto member = walk.next()) {
    if (!out.empty()) out += "; ";
    out += member->label;
    if (!member->defect.empty()) {
      out += "(" + member->defect + ")";
      continue;
    }
    if (!member->label.ends_with(member->file_name)) out += "[" + member->file_name + "]";
    try {
      const std::string content = drained(*member->bytes);
      out += "=" + (content.size() > 50 ? std::to_string(content.size()) : content);
    } catch (const DamagedInput& damage) {
      out += std::string("{") + damage.what() + "}";
    }
  }
  return out;
}

/// The members of a file that can only be read as a stream.
std::string streamed(const std::string& name, std::string bytes, UnpackLimits limits = {}) {
  MemberWalk walk(text_stream(std::move(bytes)), name, "", limits);
  return shown(walk);
}

/// The same where the file lies on disk. Where both are the same, `members` says so for both.
std::string from_disk(const std::string& name, const std::string& bytes, UnpackLimits limits = {}) {
  const TemporaryFolder folder;
  const std::string path = folder.write(name, bytes);
  MemberWalk walk(open_file(path), name, path, limits);
  return shown(walk);
}

const std::vector<PackedFile> two = {{"a.txt", "Bridge"}, {"b/c.jsonl", "{}\n"}};

/// A million bytes that pack to next to nothing.
const std::string swollen(1'000'000, 'x');

}  // namespace

TEST_CASE("member walk: a file that is not packed is its own member") {
  CHECK(streamed("a.txt", "Bridge closed") == "[a.txt]=Bridge closed");
  CHECK(streamed("a.txt", "") == "[a.txt]=");
  CHECK(streamed("a.txt", "BZh9 is how some files begin") ==
        "[a.txt]=BZh9 is how some files begin");
}

TEST_CASE("member walk: a compressed file is its content") {
  for (const char* form : {"gz", "bz2", "xz", "zst"}) {
    CAPTURE(form);
    const std::string name = std::string("news.jsonl.") + form;
    CHECK(streamed(name, compressed(form, "Bridge")) == "[news.jsonl]=Bridge");
    CHECK(from_disk(name, compressed(form, "Bridge")) == "[news.jsonl]=Bridge");
    CHECK(streamed("x", compressed(form, "Bridge")) == "[x]=Bridge");
    const std::string twice = compressed(form, "Bridge ") + compressed(form, "closed");
    CHECK(streamed(name, twice) == "[news.jsonl]=Bridge closed");
  }
}

TEST_CASE("member walk: the files in an archive come in their order, folders and links do not") {
  const std::vector<PackedFile> files = {
      {"b/", ""}, {"a.txt", "Bridge"}, {"l -> a.txt", ""}, {"b/c.jsonl", "{}\n"}, {"e", ""}};
  for (const char* form : {"tar", "zip", "7z"}) {
    CAPTURE(form);
    const std::string archive = archive_of(form, files);
    const std::string members = "a.txt=Bridge; b/c.jsonl={}\n; e=";
    CHECK(from_disk("x", archive) == members);
    // As a stream, a zip archive does not say what is a link.
    if (std::string(form) != "zip") CHECK(streamed("x", archive) == members);
  }
}

TEST_CASE("member walk: an archive may be compressed, and hold others") {
  const std::string tar_gz = compressed("gz", archive_of("tar", two));
  CHECK(streamed("x.tar.gz", tar_gz) == "a.txt=Bridge; b/c.jsonl={}\n");
  for (const char* form : {"tar", "zip", "7z"}) {
    CAPTURE(form);
    const std::string outer = archive_of(
        form, {{"in/x.tgz", tar_gz}, {"n.txt.gz", compressed("gz", "Flood")}, {"z", "Tarn"}});
    CHECK(from_disk("x", outer) ==
          "in/x.tgz!a.txt=Bridge; in/x.tgz!b/c.jsonl={}\n; n.txt.gz[n.txt]=Flood; z=Tarn");
    CHECK(streamed("x", outer) == from_disk("x", outer));
  }
  const std::string within = archive_of("tar", {{"i.7z", archive_of("7z", two)}, {"z", "Tarn"}});
  CHECK(streamed("x", within) == "i.7z!a.txt=Bridge; i.7z!b/c.jsonl={}\n; z=Tarn");
}

TEST_CASE("member walk: hidden files and what macOS adds are passed over") {
  const auto archive = archive_of("zip", {{"a.txt", "Bridge"},
                                          {".hidden", "x"},
                                          {"b/.git/config", "x"},
                                          {"__MACOSX/a.txt", "x"},
                                          {"./c.txt", "Flood"},
                                          {"../d.txt", "Tarn"}});
  CHECK(from_disk("x", archive) == "a.txt=Bridge; ./c.txt=Flood; ../d.txt=Tarn");
}

TEST_CASE("member walk: names are labels: one line of well-formed text, of no great length") {
  const auto label_of = [](const std::string& form, const std::string& name) {
    const std::string shown = streamed("x", archive_of(form, {{name, "t"}}));
    return shown.substr(0, shown.rfind('='));
  };
  CHECK(label_of("tar", "a\x1B[2J\nb") == "a [2J b");
  CHECK(label_of("tar", "caf\xC3\xA9") == "caf\xC3\xA9");
  CHECK(label_of("tar", "/etc/passwd") == "/etc/passwd");
  CHECK(label_of("tar", "caf\xE9").starts_with("caf"));
  CHECK(label_of("tar", std::string(3000, 'n')).size() == 512);
}

TEST_CASE("member walk: what is encrypted is named, and the rest is read") {
  CHECK(from_disk("x", encrypted_zip({{"a.txt", "Bridge"}, {"b.txt", "Flood"}})) ==
        "a.txt(encrypted); b.txt(encrypted)");
}

TEST_CASE("member walk: of a compressed file that is cut all comes that is there") {
  std::string lines;
  for (int i = 0; i < 2000; ++i) lines += "line " + std::to_string(i * 7919) + "\n";
  const std::string whole = compressed("gz", lines);
  MemberWalk walk(text_stream(whole.substr(0, whole.size() / 2)), "x.gz", "", {});
  auto member = walk.next();
  REQUIRE(member);
  const std::string head = read_head(*member->bytes, 1'000'000);
  CHECK(head.size() > lines.size() / 3);
  CHECK(lines.starts_with(head));
  CHECK_THROWS_AS(drained(*member->bytes), DamagedInput);
  CHECK_THROWS_AS(drained(*member->bytes), DamagedInput);
  CHECK_FALSE(walk.next());
}

TEST_CASE("member walk: wherever an archive is cut, it ends with at most one complaint") {
  for (const char* form : {"tar", "zip", "7z", "tar.gz"}) {
    CAPTURE(form);
    const bool gz = std::string(form) == "tar.gz";
    std::string whole =
        archive_of(gz ? "tar" : form,
                   {{"a.txt", "Bridge"}, {"b.txt", std::string(3000, 'b')}, {"c.txt", "Flood"}});
    if (gz) whole = compressed("gz", whole);
    for (std::size_t size = 1; size < whole.size(); size += 1 + whole.size() / 97) {
      CAPTURE(size);
      const std::string cut = whole.substr(0, size);
      for (const std::string& members : {streamed("x", cut), from_disk("x", cut)}) {
        const auto complaints = std::count_if(members.begin(), members.end(),
                                              [](char c) { return c == '(' || c == '{'; });
        CAPTURE(members);
        CHECK(complaints <= 1);
      }
    }
  }
}

TEST_CASE("member walk: what is before the damage in an archive is read") {
  const std::string tar = archive_of("tar", {{"a.txt", "Bridge"}, {"b.txt", swollen}});
  CHECK(streamed("x", tar.substr(0, 10'000)) ==
        "a.txt=Bridge; b.txt{cut off: the packed data end too early}");
  const std::string zip = archive_of("zip", {{"a.txt", "Bridge"}, {"b.txt", swollen}});
  CHECK(from_disk("x", zip.substr(0, zip.size() / 2)) ==
        "a.txt=Bridge; b.txt{cut off: the packed data end too early}");
}

TEST_CASE("member walk: a bomb ends with a complaint, by its size or its ratio") {
  const UnpackLimits small{.max_bytes = 500'000};
  CHECK(streamed("x.gz", compressed("gz", swollen), small) ==
        "[x]{unpacks to more than 500000 bytes (--max-unpacked)}");
  const UnpackLimits tight{.max_ratio = 50, .ratio_from_bytes = 10'000};
  const std::string why = "{unpacks to more than 50 times what is packed}";
  CHECK(streamed("x.bz2", compressed("bz2", swollen), tight) == "[x]" + why);
  for (const char* form : {"zip", "7z"}) {
    const auto bomb = archive_of(form, {{"a", "Bridge"}, {"b", swollen}, {"c", "Flood"}});
    CHECK(from_disk("x", bomb, tight) == "a=Bridge; b" + why);
    CHECK(streamed("x", bomb, tight) == "a=Bridge; b" + why);
  }
}

TEST_CASE("member walk: what a bomb hides behind files that nobody reads counts as well") {
  const UnpackLimits small{.max_bytes = 500'000};
  const std::string bomb = archive_of("7z", {{"a", swollen}, {"b", "Bridge"}});
  MemberWalk walk(text_stream(bomb), "x", "", small);
  CHECK(walk.next()->label == "a");
  CHECK(walk.next()->defect == "unpacks to more than 500000 bytes (--max-unpacked)");
  CHECK_FALSE(walk.next());
}

TEST_CASE("member walk: layers within layers have an end") {
  std::string nested = "Bridge";
  for (int i = 0; i < 3; ++i) nested = compressed("gz", nested);
  CHECK(streamed("x", nested, {.max_layers = 3}) == "[x]=Bridge");
  CHECK(streamed("x", nested, {.max_layers = 2}) == "(packed more than 2 times)");
  std::string zips = "Bridge";
  for (int i = 0; i < 9; ++i) zips = archive_of("tar", {{"i", zips}});
  CHECK(streamed("x", zips) == "i!i!i!i!i!i(packed more than 6 times)");
}

TEST_CASE("member walk: an archive that has to be kept in memory may not be large") {
  const std::string outer =
      archive_of("tar", {{"i.7z", archive_of("7z", {{"a", "Bridge"}})}, {"z", "Tarn"}});
  CHECK(streamed("x", outer, {.max_kept_bytes = 10}) ==
        "i.7z(longer than 0 MiB, and of a form that cannot be read as a stream); z=Tarn");
}

TEST_CASE("member walk: office documents are no archives") {
  const auto document = archive_of("zip", {{"mimetype", "application/epub+zip"}});
  MemberWalk walk(text_stream(document), "x.epub", "", {});
  CHECK(walk.next()->file_name == "x.epub");
  CHECK_FALSE(walk.packed());
}
