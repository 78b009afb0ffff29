// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/tag_list.hpp"

#include "indexer/reader/markup.hpp"
#include "tests/support/random_text.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;

namespace {

constexpr std::string_view nothing = "-";

std::string element(std::string_view text, std::string_view name) {
  const auto found = TagList(text).element(name, {0, text.size()});
  return std::string(found ? found->in(text) : nothing);
}

/// The same by searching the text for each tag.
std::string element_by_search(std::string_view text, std::string_view name) {
  const std::size_t open = find_open_tag(text, "<" + std::string(name));
  const std::size_t tag_end = text.find('>', open);
  if (open == std::string_view::npos || tag_end == std::string_view::npos) {
    return std::string(nothing);
  }
  const std::size_t close = find_tag(text, "</" + std::string(name) + ">", tag_end);
  return std::string(text.substr(0, close).substr(tag_end + 1));
}

}  // namespace

TEST_CASE("tag list: an element is what stands between its tags") {
  struct Row {
    std::string_view text;
    std::string_view d;
  };
  const Row rows[] = {
      {"", "-"},
      {"<D>oil</D>", "oil"},
      {"a<d>oil</d>b", "oil"},
      {"<D x=\"1\">oil</D>", "oil"},
      {"<D\n>oil</D>", "oil"},
      {"<DD>gas</DD><D>oil</D>", "oil"},
      {"<D></D>", ""},
      {"<D>oil", "oil"},
      {"<D>oil</D >", "oil</D >"},
      {"<D>oil<B>well</B></D>", "oil<B>well</B>"},
      {"<D>oil</D><D>gas</D>", "oil"},
      {"</D><D>oil</D>", "oil"},
      {"<D", "-"},
      {"<D ", "-"},
      {"<D>", ""},
      {"< D>oil</D>", "-"},
      {"<<D>oil</D>", "oil"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(element(row.text, "D") == row.d);
    CHECK(element_by_search(row.text, "D") == row.d);
  }
}

TEST_CASE("tag list: it finds in a part of a text what it finds in that part alone") {
  test::RandomText random(15);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random.of(U"<<<>>/DdBT =a", 40);
    const std::size_t begin = random.below(text.size() + 1);
    const ByteRange range{begin, begin + random.below(text.size() - begin + 1)};
    CAPTURE(text);
    const TagList tags(text);
    for (const char* name : {"D", "DB", "BTD"}) {
      const auto found = tags.element(name, range);
      REQUIRE(std::string(found ? found->in(text) : nothing) ==
              element_by_search(range.in(text), name));
    }
  }
}
