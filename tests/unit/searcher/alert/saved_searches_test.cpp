// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of saved searches.
#include "searcher/alert/saved_searches.hpp"

#include "news/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>

#include <doctest/doctest.h>

using namespace news;
using news::test::TemporaryFolder;

namespace {

const SavedSearch ferries = {.name = "ferries",
                             .query = "ferry OR mole",
                             .like_id = "17",
                             .filters = {{SearchField::outlet, "Courier"}},
                             .since = "7d",
                             .until = "2006",
                             .require_all = true,
                             .asked = "2005-11-20 05:36:10"};

}  // namespace

TEST_CASE("saved searches: all of one is kept") {
  const TemporaryFolder folder;
  ToldArticles told;
  told.add(Article());
  SavedSearches(folder.path()).write(ferries, told);
  const SavedSearches searches(folder.path());
  CHECK(searches.find("ferries") == ferries);
  CHECK(searches.told("ferries") == told);
  CHECK_FALSE(searches.find("none").has_value());
}

TEST_CASE("saved searches: they are listed by name, and can be dropped") {
  const TemporaryFolder folder;
  SavedSearches searches(folder.path());
  SavedSearch first = ferries;
  first.name = "a";
  searches.write(ferries, {});
  searches.write(first, {});
  REQUIRE(searches.all().size() == 2);
  CHECK(searches.all().front().name == "a");
  CHECK(searches.remove("a"));
  CHECK_FALSE(searches.remove("a"));
  CHECK(searches.all().size() == 1);
}

TEST_CASE("saved searches: who waits for another long enough is told so") {
  const TemporaryFolder folder;
  const SavedSearches first(folder.path());
  CHECK_THROWS_AS(SavedSearches(folder.path(), std::chrono::milliseconds(1)), IndexBusy);
}

TEST_CASE("saved searches: names are names of files") {
  for (const char* name : {"ferries", "a.b-c_1", "X"}) CHECK_NOTHROW(check_search_name("-", name));
  for (const char* name : {"", ".hidden", "a/b", "..", "a b", "\xC3\xA9"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(check_search_name("--save", name), UsageError);
  }
}

TEST_CASE("saved searches: a folder that cannot be made is an error") {
  const TemporaryFolder folder;
  folder.write("file", "");
  CHECK_THROWS_AS(SavedSearches(folder.path() / "file" / "saved"), FileError);
}
