// SPDX-License-Identifier: GPL-3.0-or-later
// What README and docs/ say is there is there.
#include "bench/throughput/options.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <regex>
#include <set>

#include <doctest/doctest.h>

using namespace news::test;
namespace fs = std::filesystem;

namespace {

const fs::path root = NEWS_SOURCE_FOLDER;

/// Every page that people read.
std::vector<fs::path> pages() {
  std::vector<fs::path> found{root / "README.md", root / "CONTRIBUTING.md", root / "CHANGELOG.md",
                              root / "corpus/README.md"};
  for (const auto& entry : fs::recursive_directory_iterator(root / "docs")) {
    if (entry.path().extension() == ".md") found.push_back(entry.path());
  }
  return found;
}

/// All that the first group of a pattern matches in a text.
std::set<std::string> matches(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match) {
    found.insert((*match)[1]);
  }
  return found;
}

}  // namespace

TEST_CASE("docs: every link inside the project leads somewhere") {
  for (const fs::path& page : pages()) {
    CAPTURE(page.string());
    for (const std::string& link : matches(content_of(page), R"(\]\(([^)#:]+)\))")) {
      CAPTURE(link);
      CHECK(fs::exists(page.parent_path() / link));
    }
  }
}

TEST_CASE("docs: every option that is mentioned is one") {
  const std::string known =
      news_index({"--help"}).out + news_search({"--help"}).out + news::bench::throughput_help() +
      // of CMake, bench/relevance, bench/extraction, bench/duplicates, bench/scale and
      // google-benchmark
      "--preset --build --install --target --data --benchmark --pages --show --half --topics "
      "--errors --sizes --fit --queries --keep "
      // of xapian-tcpsrv, xapian-replicate, rsync and bench/shards
      "--port --interface --idle-timeout --active-timeout --writable --exclude --kills "
      "--host --master ";
  for (const fs::path& page : pages()) {
    CAPTURE(page.string());
    for (const std::string& option : matches(content_of(page), R"([ `(](--[a-z][a-z-]+))")) {
      CAPTURE(option);
      CHECK(known.find(option) != std::string::npos);
    }
  }
}

TEST_CASE("docs: every script that is mentioned can be run") {
  for (const fs::path& page : pages()) {
    CAPTURE(page.string());
    for (const std::string& script :
         matches(content_of(page), R"(\b((?:scripts|bench)/[a-z-]+)\b)")) {
      CAPTURE(script);
      CHECK(fs::exists(root / script));
    }
  }
}
