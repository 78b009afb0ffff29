// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/page/author_names.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ";") + name;
  return out;
}

struct Row {
  std::string_view text;
  std::string_view names;
};

}  // namespace

TEST_CASE("author names: what pages write in a field for the author") {
  const Row rows[] = {
      {"Jane Doe", "Jane Doe"},
      {"JANE DOE", "JANE DOE"},
      {"By Jane Doe and John Roe", "Jane Doe;John Roe"},
      {"Jane Doe og John Roe", "Jane Doe;John Roe"},
      {"Jane Doe och John Roe", "Jane Doe;John Roe"},
      {"Jane Doe dan John Roe", "Jane Doe;John Roe"},
      {"Jane Doe/John Roe", "Jane Doe;John Roe"},
      {"Jane Doe (jdo)", "Jane Doe"},
      {"Jane Doe | The Post", "Jane Doe"},
      {"Jane Doe |", "Jane Doe"},
      {"Jane Doe, jane@example.com", "Jane Doe"},
      {"https://example.com/authors/jane-doe", ""},
      {"Jane Doe, thepost.example", "Jane Doe"},
      {"Jane Doe, POST WIRE", "Jane Doe"},
      {"Jane Doe, professor of old history at the university", "Jane Doe"},
      {"김하나 기자", "김하나"},
      {"Post Staff", "Post Staff"},
      {"By", ""},
      {"105092", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(joined(author_names(row.text)) == row.names);
  }
}

TEST_CASE("author names: a line at the heading opens with small letters or a colon") {
  const Row rows[] = {
      {"von Jane Doe", "Jane Doe"},
      {"par Jane Doe", "Jane Doe"},
      {"Von: Jane Doe, John Roe", "Jane Doe;John Roe"},
      {"5 minutes", ""},
      {"View All", ""},
      {"read more about it", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(joined(shown_author_names(row.text)) == row.names);
  }
  CHECK(opens_byline("von Jane Doe"));
  CHECK_FALSE(opens_byline("Jane Doe"));
}

TEST_CASE("author names: a line of nothing but names") {
  for (const char* line : {"Jane Doe", "Jane Doe/John Roe", "Jane van der Doe", "Lê Phương"}) {
    CAPTURE(line);
    CHECK(is_only_names(line));
  }
  for (const char* line : {"Jane", "A SHOUT", "Jane walks home", "Who is Jane Doe?", "Jane Doe 2",
                           "", "Jane Doe writes for the Post about the old towns of the coast"}) {
    CAPTURE(line);
    CHECK_FALSE(is_only_names(line));
  }
}

TEST_CASE("author names: names in a program's writing") {
  for (const char* name : {"jane-doe", "@janedoe", "jane_doe", "105092", ""}) {
    CAPTURE(name);
    CHECK(is_handle(name));
  }
  for (const char* name : {"Jane Doe", "dpa", "Anne-Marie", "김하나"}) {
    CAPTURE(name);
    CHECK_FALSE(is_handle(name));
  }
}
