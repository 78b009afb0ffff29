// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/page_title_choice.hpp"

#include "indexer/reader/page/page_heading.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

struct Said {
  ClaimSource source;
  std::string_view title;
};

std::string chosen(std::initializer_list<Said> said, std::string_view heading) {
  PageClaims claims;
  for (const Said& claim : said) claims.add(PageField::title, claim.source, claim.title);
  return choose_title(claims, heading, "The Post");
}

constexpr auto json_ld = ClaimSource::json_ld;
constexpr auto open_graph = ClaimSource::open_graph;
constexpr auto named_meta = ClaimSource::named_meta;
constexpr auto document_title = ClaimSource::document_title;

}  // namespace

TEST_CASE("page title: the outlet's name is cut off at both ends") {
  struct Row {
    std::string_view title;
    std::string_view outlet;
    std::string_view known;
    std::string_view cut;
  };
  const Row rows[] = {
      {"River rises - The Post", "The Post", "", "River rises"},
      {"River rises | The Post", "The Post", "", "River rises"},
      {"River rises | Post", "The Post", "", "River rises"},
      {"River rises | thepost.com", "The Post", "", "River rises"},
      {"The Post: River rises", "The Post", "", "The Post: River rises"},
      {"The Post - River rises", "The Post", "", "River rises"},
      {"River rises - Local - The Post", "", "River rises", "River rises"},
      {"River rises-Local|The Post", "", "River rises", "River rises"},
      {"Local - River rises and falls", "", "Local", "Local - River rises and falls"},
      {"River rises - and falls", "The Post", "", "River rises - and falls"},
      {"River rises - and falls - The Post", "The Post", "", "River rises - and falls"},
      {"River rises", "", "", "River rises"},
      {"The Post", "The Post", "", "The Post"},
      {"", "The Post", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CHECK(without_outlet(row.title, row.outlet, {squeezed_title(row.known)}) == row.cut);
  }
}

TEST_CASE("page title: the headline of JSON-LD comes first") {
  CHECK(chosen({{json_ld, "River rises"}, {open_graph, "Flood!"}, {document_title, "Flood!"}},
               "Flood!") == "River rises");
  CHECK(chosen({{json_ld, "River rises - The Post"}, {open_graph, "Flood!"}}, "") == "River rises");
}

TEST_CASE("page title: a wording of its own to share wins over one that is for everything else") {
  CHECK(chosen({{json_ld, "River rises"}, {open_graph, "Flood!"}, {document_title, "River rises"}},
               "River rises") == "Flood!");
}

TEST_CASE("page title: a wording to share is none of its own where others say otherwise") {
  // made by a program, with the outlet's name in it
  CHECK(chosen({{json_ld, "River rises"},
                {open_graph, "Flood! - The Post"},
                {document_title, "River rises"}},
               "River rises") == "River rises");
  // what is written for another service is the common one
  CHECK(chosen({{json_ld, "River rises"},
                {open_graph, "Flood!"},
                {named_meta, "Flood!"},
                {named_meta, "River rises"},
                {document_title, "River rises"}},
               "River rises") == "River rises");
}

TEST_CASE("page title: a section's name is cut off where another source goes without") {
  CHECK(chosen({{open_graph, "River rises-Local|The Post"}, {named_meta, "River rises"}}, "") ==
        "River rises");
}

TEST_CASE("page title: without the word that stands over the heading") {
  CHECK(chosen({{json_ld, "Weather: River rises"}, {open_graph, "River rises"}}, "River rises") ==
        "River rises");
}

TEST_CASE("page title: without JSON-LD the wording that most sources have") {
  CHECK(chosen({{open_graph, "Flood!"}, {document_title, "River rises - The Post"}},
               "River rises now") == "Flood!");
  CHECK(chosen({{document_title, "River rises - The Post"}}, "River rises") == "River rises");
  CHECK(chosen({{document_title, "River rises - The Post"}}, "") == "River rises");
  CHECK(chosen({}, "River rises") == "River rises");
  CHECK(chosen({}, "").empty());
}

TEST_CASE("page title: a headline is taken where the page has no heading and no og:title") {
  CHECK(chosen({{json_ld, "Bridge to close"}}, "") == "Bridge to close");
  CHECK(chosen({{json_ld, "Bridge to close"}, {document_title, "Bridge to close - The Post"}},
               "") == "Bridge to close");
}
