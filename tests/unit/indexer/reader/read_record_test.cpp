// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/read_record.hpp"

#include "tests/support/reading.hpp"

#include <functional>
#include <new>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

/// A reader of which only parsing matters.
class FakeReader : public Reader {
 public:
  using Parse = std::function<std::vector<Parsed>()>;
  explicit FakeReader(Parse parse) : parse_(std::move(parse)) {}

  std::string_view name() const override { return "fake"; }
  bool recognizes(const Sample& /*sample*/) const override { return false; }
  std::unique_ptr<RecordFramer> frame(InputWindow& /*input*/) const override { return nullptr; }
  std::vector<Parsed> parse(const RawRecord& /*record*/) const override { return parse_(); }

 private:
  Parse parse_;
};

Article titled(const std::string& title) {
  Article article;
  article.title = title;
  return article;
}

std::vector<Record> read(FakeReader::Parse parse, RawRecord raw = {}, Language language = {}) {
  return read_record(FakeReader(std::move(parse)), raw, Origin{"/n/x", "x", "", 0}, language);
}

/// What became of one record: where it is and why it was refused.
std::string outcome(const std::vector<Record>& records) {
  REQUIRE(records.size() == 1);
  const auto* bad = std::get_if<BadRecord>(&records.front());
  return bad == nullptr ? to_string(std::get<Article>(records.front()).origin)
                        : to_string(bad->origin) + ": " + bad->reason;
}

}  // namespace

TEST_CASE("read record: an article gets its place") {
  const auto parse = [] { return std::vector<Parsed>{titled("a")}; };
  CHECK(outcome(read(parse)) == "x");
  CHECK(outcome(read(parse, {.number = 7, .bytes = "", .defect = ""})) == "x#7");
}

TEST_CASE("read record: several articles in one record are numbered") {
  const auto parse = [] { return std::vector<Parsed>{titled("a"), titled("b")}; };
  CHECK(to_string(std::get<Article>(read(parse)[1]).origin) == "x#2");
  CHECK(to_string(
            std::get<Article>(read(parse, {.number = 7, .bytes = "", .defect = ""})[1]).origin) ==
        "x!2#7");
}

TEST_CASE("read record: several articles in one record of an archive's file keep its name") {
  const FakeReader reader([] { return std::vector<Parsed>{titled("a"), titled("b")}; });
  const auto records = read_record(reader, {.number = 7, .bytes = "", .defect = ""},
                                   Origin{"/n/x.zip", "x.zip", "in.json", 0}, Language());
  CHECK(to_string(std::get<Article>(records[1]).origin) == "x.zip!in.json!2#7");
}

TEST_CASE("read record: what cannot be read says where and why") {
  CHECK(outcome(read([] { return std::vector<Parsed>{Unreadable{"odd"}}; },
                     {.number = 3, .bytes = "", .defect = ""})) == "x#3: odd");
  CHECK(outcome(read([] { return std::vector<Parsed>{titled("a")}; },
                     {.number = 3, .bytes = "", .defect = "cut off"})) == "x#3: cut off");
}

TEST_CASE("read record: a reader that throws costs one record") {
  CHECK(outcome(read([]() -> std::vector<Parsed> { throw std::runtime_error("bug"); })) ==
        "x: the reader failed: bug");
  CHECK_THROWS_AS(read([]() -> std::vector<Parsed> { throw std::bad_alloc(); }), std::bad_alloc);
}

TEST_CASE("read record: an article without text needs a name of its own") {
  CHECK(outcome(read([] { return std::vector<Parsed>{Article()}; })) == "x: no text");
  CHECK(outcome(read([] { return std::vector<Parsed>{titled(" \u00A0\n")}; })) == "x: no text");
  CHECK(outcome(read([] {
          Article article;
          article.id = "7";
          return std::vector<Parsed>{article};
        })) == "x");
}

TEST_CASE("read record: the language is the article's own then the given then the text's") {
  const auto language = [](std::string_view own, std::string_view given) {
    Article article = titled("Die alte Br\u00FCcke wurde am Freitag wegen Hochwassers gesperrt.");
    article.language = Language::parse(own).value_or(Language());
    const auto records = read([&] { return std::vector<Parsed>{article}; }, {},
                              Language::parse(given).value_or(Language()));
    return std::string(std::get<Article>(records.front()).language.code());
  };
  CHECK(language("fr", "es") == "fr");
  CHECK(language("", "es") == "es");
  CHECK(language("", "") == "de");
}

TEST_CASE("read record: articles are normalized") {
  const auto records = read([] { return std::vector<Parsed>{titled(" a \n b\xFF ")}; });
  CHECK(std::get<Article>(records.front()).title == "a b\uFFFD");
}

TEST_CASE("read record: a record without news gives nothing, and is not bad") {
  CHECK(read([] { return std::vector<Parsed>(); }).empty());
}
