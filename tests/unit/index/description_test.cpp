// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/description.hpp"

#include "news/base/error.hpp"
#include "news/index/directory.hpp"
#include "tests/support/index_parts.hpp"
#include "tests/support/temporary_folder.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

Article article_of(const std::string& id, const std::string& outlet) {
  Article article = article_from("/n", id, id, "Of " + id);
  article.outlet = outlet;
  return article;
}

}  // namespace

TEST_CASE("index description: outlets are counted over all segments") {
  const TemporaryFolder folder;
  build_segment(folder.path() / "segment-000001",
                {article_of("1", "Reef"), article_of("2", "Norwick Courier"),
                 article_of("3", "Norwick Courier")});
  build_segment(folder.path() / "segment-000002",
                {article_of("4", "Norwick Courier"), article_of("5", "")});
  IndexDirectory(folder.path()).publish({"segment-000001", "segment-000002"});
  const IndexDescription description = describe_index(folder.path());
  CHECK(description.articles == 5);
  CHECK(description.outlets == IndexDescription::Counts{{"Norwick Courier", 3}, {"Reef", 1}});
  CHECK(description.segments.size() == 2);
  const auto age = std::chrono::system_clock::now() - description.changed;
  CHECK(age > std::chrono::seconds(-2));
  CHECK(age < std::chrono::hours(1));
}

TEST_CASE("index description: where there is no index there is nothing to describe") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(describe_index(folder.path() / "none"), IndexError);
}
