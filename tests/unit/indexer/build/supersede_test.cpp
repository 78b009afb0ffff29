// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/supersede.hpp"

#include "news/article/identity.hpp"
#include "tests/support/index_parts.hpp"
#include "tests/support/temporary_folder.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::string flood = "Water had risen above the arches of the old bridge at Tarn.";
const std::string storm = "Nobody in Marel had seen hail of such a size for forty years.";

Article with_url(Article article, std::string_view url) {
  article.id.clear();
  article.url = url;
  return article;
}

Article on_day(Article article, int day) {
  article.published = Timestamp{.year = 2011, .month = 3, .day = day};
  return article;
}

using Shadowed = std::map<std::string, std::set<std::string>>;

/// What a segment makes of older ones.
class Segments {
 public:
  Segments& older(const std::vector<Article>& articles, bool of_this_run = false) {
    const std::string name = "s" + std::to_string(older_.size() + 1);
    older_.push_back({name, build_segment(folder_ / name, articles), of_this_run});
    return *this;
  }

  Supersession find(const std::vector<Article>& fresh, const std::vector<std::string>& whole = {},
                    const std::vector<std::string>& partial = {}) const {
    return find_superseded(build_segment(folder_ / "fresh", fresh), older_, {whole, partial});
  }

 private:
  TemporaryFolder folder_;
  std::vector<OlderSegment> older_;
};

/// "s1:1,2 s2:1"
std::string shown(const SegmentDocuments& documents) {
  std::string out;
  for (const auto& [segment, ids] : documents) {
    if (ids.empty()) continue;
    if (!out.empty()) out += " ";
    out += segment + ":";
    for (const Xapian::docid id : ids) out += (out.back() == ':' ? "" : ",") + std::to_string(id);
  }
  return out;
}

std::string shown(const std::vector<Xapian::docid>& ids) {
  return shown(SegmentDocuments{{"", ids}});
}

}  // namespace

TEST_CASE("supersede: articles that have nothing to do with one another stay") {
  const auto found = Segments()
                         .older({article_from("/a", "1", "Flood", flood)})
                         .find({article_from("/b", "2", "Storm", storm)}, {"/b"});
  CHECK(shown(found.replaced).empty());
  CHECK(shown(found.dropped).empty());
  CHECK(found.repeated.empty());
  CHECK(found.updated == 0);
}

TEST_CASE("supersede: what a source said before goes when it is read to its end") {
  Segments segments;
  segments.older({article_from("/a", "1", "Flood", flood), article_from("/a", "2", "Storm", storm),
                  article_from("/b", "3", "Frost", flood)});
  const auto found = segments.find({article_from("/a", "1", "Flood again", flood)}, {"/a"});
  CHECK(shown(found.replaced) == "s1:1");
  CHECK(shown(found.dropped) == "s1:2");
  CHECK(found.updated == 1);
}

TEST_CASE("supersede: a source that was not read to its end loses only what is replaced") {
  Segments segments;
  segments.older(
      {article_from("/a", "1", "Flood", flood), article_from("/a", "2", "Storm", storm)});
  const auto found = segments.find({article_from("/a", "1", "Flood again", storm)});
  CHECK(shown(found.replaced) == "s1:1");
  CHECK(shown(found.dropped).empty());
}

TEST_CASE("supersede: of a source that is broken what is not met again stays and is counted") {
  Segments segments;
  segments.older({article_from("/a", "1", "Flood", flood), article_from("/a", "2", "Storm", storm),
                  article_from("/b", "3", "Frost", flood)});
  const auto found = segments.find({article_from("/a", "1", "Flood again", flood)}, {}, {"/a"});
  CHECK(shown(found.replaced) == "s1:1");
  CHECK(shown(found.dropped).empty());
  CHECK(found.kept == std::map<std::string, std::uint64_t>{{"/a", 1}});
}

TEST_CASE("supersede: what counts as met again in a source that is broken") {
  Article placed = article_from("/a", "", "Flood", flood);
  placed.origin.record = 6;
  Article in_its_place = article_from("/a", "", "Storm", storm);
  in_its_place.origin.record = 6;
  Article reworded = placed;
  reworded.body += " It is shut.";
  struct Row {
    std::string_view what;
    std::vector<Article> older;
    Article fresh;
    std::string_view replaced;
  };
  const Row rows[] = {
      {"the only one of its id, whatever it says now",
       {article_from("/a", "17", "Flood", flood)},
       article_from("/a", "17", "Storm", storm),
       "s1:1"},
      {"of several with one id, the one with its title",
       {article_from("/a", "17", "Flood", flood), article_from("/a", "17", "Storm", storm)},
       article_from("/a", "17", "Storm", "Hail fell."),
       "s1:2"},
      {"or none",
       {article_from("/a", "17", "Flood", flood), article_from("/a", "17", "Storm", storm)},
       article_from("/a", "17", "Frost", "Cold."),
       ""},
      {"what only its place tells, with another wording", {placed}, reworded, "s1:1"},
      {"but not another story: behind damage, records may have moved up",
       {placed},
       in_its_place,
       ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(shown(Segments().older(row.older).find({row.fresh}, {}, {"/a"}).replaced) ==
          row.replaced);
  }
}

TEST_CASE("supersede: a source that is empty now loses all it had") {
  Segments segments;
  segments.older(
      {article_from("/a", "1", "Flood", flood), article_from("/a", "2", "Storm", storm)});
  CHECK(shown(segments.find({article_from("/b", "9", "Frost", flood)}, {"/a", "/b"}).dropped) ==
        "s1:1,2");
}

TEST_CASE("supersede: what an earlier part of the same reading said stays") {
  Segments segments;
  segments.older({article_from("/a", "1", "Flood", flood)}, /*of_this_run=*/true);
  const auto found = segments.find({article_from("/a", "2", "Storm", storm)}, {"/a"});
  CHECK(shown(found.dropped).empty());
  CHECK(shown(found.replaced).empty());
}

TEST_CASE("supersede: which articles of two sources are the same one") {
  struct Row {
    std::string_view what;
    Article older;
    Article fresh;
    bool same;
  };
  const Row rows[] = {
      {"a URL may be that of a feed",
       with_url(article_from("/a", "", "Flood", flood), "https://example.com/1"),
       with_url(article_from("/b", "", "Storm", storm), "https://example.com/1"), false},
      {"or that of one page whose title was changed",
       with_url(article_from("/a", "", "Flood", flood), "https://example.com/1"),
       with_url(article_from("/b", "", "Storm", flood), "https://example.com/1"), true},
      {"an id may be misused", article_from("/a", "desk@1", "Flood", flood),
       article_from("/b", "desk@1", "Storm", storm), false},
      {"a small number proves nothing", article_from("/a", "17", "Flood", flood),
       article_from("/b", "17", "Storm", storm), false},
      {"but it does with the same title", article_from("/a", "17", "Flood", flood),
       article_from("/b", "17", "FLOOD", storm), true},
      {"or with much the same text", article_from("/a", "17", "Flood", flood),
       article_from("/b", "17", "Bridge shut", flood + " It is shut."), true},
      {"another id is another article", article_from("/a", "17", "Flood", flood),
       article_from("/b", "18", "Flood", flood), false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const auto found = Segments().older({row.older}).find({row.fresh}, {"/b"});
    CHECK(shown(found.replaced) == (row.same ? "s1:1" : ""));
    CHECK(found.updated == (row.same ? 1 : 0));
  }
}

TEST_CASE("supersede: a title that was made from the text proves nothing") {
  Article older = article_from("/a", "17", "Flood", flood);
  Article fresh = article_from("/b", "17", "Flood", storm);
  fresh.title_from_text = true;
  CHECK(shown(Segments().older({older}).find({fresh}).replaced).empty());
}

TEST_CASE("supersede: a URL that several articles of a source share proves nothing") {
  const std::string url = "https://example.com/";
  Segments segments;
  segments.older({with_url(article_from("/a", "", "Flood", flood), url)});
  const auto found = segments.find({with_url(article_from("/b", "", "Storm", storm), url),
                                    with_url(article_from("/b", "", "Frost", "Cold."), url)});
  CHECK(shown(found.replaced).empty());
  CHECK(found.repeated.empty());
}

TEST_CASE("supersede: of two versions the later news is kept") {
  const Article early = on_day(article_from("/a", "17", "Flood", flood), 3);
  const Article late = on_day(article_from("/b", "17", "Flood", flood), 9);
  const auto newer = Segments().older({early}).find({late});
  CHECK(shown(newer.replaced) == "s1:1");
  CHECK(newer.repeated.empty());
  CHECK(newer.shadowed == Shadowed{{identity_of(late), {"/a"}}});
  const auto older = Segments().older({late}).find({early});
  CHECK(shown(older.replaced).empty());
  CHECK(shown(older.repeated) == ":1");
  CHECK(older.shadowed == Shadowed{{identity_of(late), {"/a"}}});
  CHECK(older.updated == 0);
}

TEST_CASE("supersede: the source's own reading counts for more than dates") {
  const Article late = on_day(article_from("/a", "17", "Flood", flood), 9);
  const Article early = on_day(article_from("/a", "17", "Flood", flood), 3);
  CHECK(shown(Segments().older({late}).find({early}, {"/a"}).replaced) == "s1:1");
}

TEST_CASE("supersede: of copies in one segment the last is kept") {
  const auto found = Segments().find({article_from("/a", "17", "Flood", flood),
                                      article_from("/b", "17", "Flood", flood),
                                      article_from("/c", "17", "Storm", storm)});
  CHECK(shown(found.repeated) == ":1");
  CHECK(found.updated == 0);
}

TEST_CASE("supersede: of one source only copies to the letter are dropped") {
  const auto found = Segments().find({article_from("/a", "17", "Flood", flood),
                                      article_from("/a", "17", "Flood", flood + " So."),
                                      article_from("/a", "17", "Flood", flood)});
  CHECK(shown(found.repeated) == ":1");
}

TEST_CASE("supersede: versions in several older segments all go") {
  Segments segments;
  segments.older({article_from("/a", "17", "Flood", flood)});
  segments.older(
      {article_from("/a", "9", "Frost", storm), article_from("/a", "17", "Flood", flood)});
  const auto found = segments.find({article_from("/a", "17", "Flood now", flood)}, {"/a"});
  CHECK(shown(found.replaced) == "s1:1 s2:2");
  CHECK(shown(found.dropped) == "s2:1");
  CHECK(found.updated == 1);
}

TEST_CASE("supersede: of a version in many files each other file is remembered") {
  const auto found = Segments().find({article_from("/a", "17", "Flood", flood),
                                      article_from("/b", "17", "Flood", flood),
                                      article_from("/c", "17", "Flood", flood)});
  CHECK(shown(found.repeated) == ":1,2");
  REQUIRE(found.shadowed.size() == 1);
  CHECK(found.shadowed.begin()->second == std::set<std::string>{"/a", "/b"});
}

TEST_CASE("supersede: what very many articles share is no identity") {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < 40 * most_versions; ++i) {
    articles.push_back(
        with_url(article_from("/a" + std::to_string(i % 2), "", "Flood", flood + std::to_string(i)),
                 "https://example.com/feed"));
  }
  CHECK(Segments().find(articles).repeated.empty());
  Segments segments;
  segments.older(articles);
  CHECK(shown(segments
                  .find({with_url(article_from("/b", "", "Flood", flood),
                                  "https://example.com/feed")})
                  .replaced)
            .empty());
}

TEST_CASE("supersede: articles without text or id are told apart by their place") {
  Article one = article_from("/a", "", "", "");
  Article two = one;
  one.origin.record = 1;
  two.origin.record = 2;
  const auto found = Segments().older({one, two}).find({two}, {"/a"});
  CHECK(shown(found.replaced) == "s1:2");
  CHECK(shown(found.dropped) == "s1:1");
}
