// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract.hpp"

#include "indexer/reader/registry.hpp"
#include "news/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace news;
using namespace news::test;

namespace {

/// What an extraction hands out: titles, and in brackets why something is unreadable.
struct Extraction {
  ExtractSummary summary;
  std::string said;
};

Extraction extract(const ExtractSettings& settings, bool stopped = false) {
  Extraction out;
  const std::atomic<bool> stop = stopped;
  out.summary = extract_articles(
      settings,
      [&](const std::string& line) {
        out.said += nlohmann::json::parse(line).at("title").get<std::string>() + " ";
      },
      [&](const BadRecord& record) { out.said += "[" + record.reason + "] "; }, stop);
  return out;
}

ExtractSettings settings_for(const TemporaryFolder& folder, std::size_t threads = 1) {
  return {.paths = {folder.path().string()},
          .format = nullptr,
          .default_language = {},
          .threads = threads};
}

}  // namespace

TEST_CASE("extract: articles and complaints come in the order of the input") {
  const TemporaryFolder folder;
  folder.write("a.jsonl", "{\"title\": \"one\"}\n[]\n{\"title\": \"two\"}\n");
  folder.write("b.bin", std::string("\0\0", 2));
  folder.write("c.jsonl", "{\"title\": \"three\"}\n");
  for (const std::size_t threads : {1U, 4U}) {
    const Extraction out = extract(settings_for(folder, threads));
    CHECK(out.said == "one [not a JSON object] two [binary data] three ");
    CHECK(out.summary.articles == 3);
    CHECK(out.summary.unreadable == 2);
    CHECK_FALSE(out.summary.interrupted);
  }
}

TEST_CASE("extract: a format can be given") {
  const TemporaryFolder folder;
  folder.write("a.jsonl", "[\"Tarn\"]");
  ExtractSettings settings = settings_for(folder);
  settings.format = find_reader("text");
  CHECK(extract(settings).said == "[\"Tarn\"] ");
}

TEST_CASE("extract: stopped before it began it hands out nothing") {
  const TemporaryFolder folder;
  folder.write("a.jsonl", "{\"title\": \"one\"}\n");
  const Extraction out = extract(settings_for(folder), /*stopped=*/true);
  CHECK(out.said.empty());
  CHECK(out.summary.interrupted);
}

TEST_CASE("extract: a path that is not there is an error") {
  ExtractSettings settings;
  settings.paths = {"/no/such/path"};
  CHECK_THROWS_AS(extract(settings), InputError);
}
