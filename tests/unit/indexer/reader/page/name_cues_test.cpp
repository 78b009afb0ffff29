// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/name_cues.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace news;

namespace {

NameCues cues_of(std::string_view attributes) {
  const std::string html = "<div " + std::string(attributes) + ">x</div>";
  return name_cues(HtmlDocument::parse(html), 1);
}

}  // namespace

TEST_CASE("name cues: words in the names of an element") {
  struct Row {
    std::string_view attributes;
    NameCue cue;
  };
  const Row rows[] = {
      {"class='articleBody'", NameCue::story},
      {"class='c-article__body x'", NameCue::story},
      {"itemprop=articleBody", NameCue::story},
      {"id=entry-content", NameCue::story},
      {"class='relatedStories'", NameCue::furniture},
      {"class='site-nav'", NameCue::furniture},
      {"class='box most-read'", NameCue::furniture},
      {"role=navigation", NameCue::furniture},
      {"id='comments-2'", NameCue::comments},
      {"class='image_caption'", NameCue::caption},
      {"class=byline", NameCue::byline},
      {"class='ad'", NameCue::advert},
      {"class='standfirst'", NameCue::standfirst},
      {"hidden", NameCue::hidden},
      {"style='color: red; display: none'", NameCue::hidden},
  };
  for (const Row& row : rows) {
    CAPTURE(row.attributes);
    CHECK(cues_of(row.attributes).has(row.cue));
  }
}

TEST_CASE("name cues: parts of words say nothing, nor do words of different names") {
  for (const std::string_view attributes :
       {"class=header", "class=shadow", "class='canvas x1'", "title='related'", "href='/nav'",
        "class='article x' id=y", "class='entry body-x'", "style='display: block'", "",
        "id=speakable-summary"}) {
    CAPTURE(attributes);
    const NameCues cues = cues_of(attributes);
    CHECK_FALSE(cues.has(NameCue::story));
    CHECK_FALSE(cues.has(NameCue::furniture));
    CHECK_FALSE(cues.has(NameCue::advert));
    CHECK_FALSE(cues.has(NameCue::standfirst));
    CHECK_FALSE(cues.has(NameCue::hidden));
  }
}
