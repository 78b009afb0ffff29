// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/table/columns.hpp"

#include "tests/support/reading.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

const std::string prose =
    "The bridge over the river stays closed until spring, the council said on Tuesday evening.";
const std::string other_prose =
    "Farmers in the valley expect the largest harvest for years, and prices that will fall again.";

/// The fields of the columns, "-" for none and "header:" before them; or the refusal.
std::string found(const std::vector<Cells>& rows, std::string_view choice = {}) {
  std::string problem;
  ColumnChoice chosen;
  if (!choice.empty()) chosen = parse_column_choice(choice, problem).value();
  const TableColumns columns = find_columns(rows, chosen);
  if (!columns.refusal.empty()) return columns.refusal;
  std::string out = columns.has_header ? "header:" : "";
  for (const std::string& field : columns.fields) out += " " + (field.empty() ? "-" : field);
  return out;
}

std::string problem_of(std::string_view choice) {
  std::string problem;
  return parse_column_choice(choice, problem) ? "" : problem;
}

}  // namespace

TEST_CASE("table columns: names in the header come first") {
  struct Row {
    Cells header;
    Cells row;
    std::string_view fields;
  };
  const Row rows[] = {
      {{"Headline", "Text", "URL"}, {"Bridge closed", prose, "x"}, "header: Headline Text URL"},
      {{"", "title", "content"}, {"1", "Bridge closed", prose}, "header: - title content"},
      {{"titre", "texte", "rubrique"}, {"Pont", prose, "monde"}, "header: titre texte rubrique"},
      {{"T\u00EDtulo", "Contenido"}, {"Puente", prose}, "header: T\u00EDtulo Contenido"},
      {{"Schlagzeile", "Inhalt", "Datum"},
       {"Steg", prose, "20.11.2005"},
       "header: Schlagzeile Inhalt Datum"},
      {{"text", "label"}, {prose, "sport"}, "header: text labels"},
      {{"data", "titolo", "testo"}, {"2005-11-20", "Ponte", prose}, "header: date titolo testo"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.fields);
    if (row.header.back() == "label") {
      CHECK(found({row.header, row.row}) == "header: text section");
    } else {
      CHECK(found({row.header, row.row}) == row.fields);
    }
  }
}

TEST_CASE("table columns: without names, what they hold tells") {
  CHECK(found({{"1", prose}, {"2", other_prose}}) == " - body");
  CHECK(found({{"3", "Bridge closed until spring", prose},
               {"1", "Large harvest in the valley", other_prose}}) == " - title body");
  CHECK(found({{"https://a.example/1", prose, "2005-11-20"},
               {"https://a.example/2", other_prose, "2005-11-21"}}) == " url body date");
  CHECK(found({{"colA", "colB"}, {"1", prose}, {"2", other_prose}}) == "header: - body");
}

TEST_CASE("table columns: values that come back are the section") {
  std::vector<Cells> rows;
  for (int i = 0; i < 8; ++i) {
    rows.push_back({i % 2 == 0 ? "sport" : "world", prose + std::to_string(i)});
  }
  CHECK(found(rows) == " section body");
}

TEST_CASE("table columns: the user's word counts for more") {
  const std::vector<Cells> rows = {{"title", "text", "lead"}, {"B1", "x", prose}};
  CHECK(found(rows, "title=1,body=3") == "header: title - body");
  CHECK(found(rows, "body=lead") == "header: title - body");
  CHECK(found({{"a", prose}}, "body=2") == " - body");
  CHECK(found(rows, "body=4") == "a table without a column '4'");
  CHECK(found(rows, "body=3,title=lead") ==
        "a table whose column 'lead' is to be 'body' and 'title'");
  CHECK(found(rows, "body=story") == "a table without a column 'story'");
}

TEST_CASE("table columns: a table that is not of news says so") {
  CHECK(found({}) == "a table without rows");
  CHECK(found({{"1", "2"}, {"3", "4"}}) == "a table without a column of text");
  CHECK(found({{"name", "age"}, {"Ann", "5"}, {"Bob", "6"}}) ==
        "a table without a column of text; its columns: name, age");
}

TEST_CASE("table columns: a choice says which field and which column") {
  std::string problem;
  const auto choice = parse_column_choice("title=2, body = Full Text", problem);
  REQUIRE(choice.has_value());
  CHECK((*choice)[0].number() == std::size_t{2});
  CHECK((*choice)[1].field == "body");
  CHECK((*choice)[1].column == "Full Text");
  CHECK(problem_of("title") == "'title' is not FIELD=COLUMN");
  CHECK(problem_of("") == "'' is not FIELD=COLUMN");
  CHECK(problem_of("colour=2") == "knows no field 'colour'");
  CHECK(problem_of("title=0") == "has no column for 'title'; columns are counted from 1");
  CHECK(problem_of("title=2,body=4,headline=3") ==
        "has two columns for one field, 'title=2' and 'headline=3'");
  CHECK(problem_of("title=Text,body=text") ==
        "has two fields for one column, 'title=Text' and 'body=text'");
  CHECK(problem_of("title=") == "has no column for 'title'; columns are counted from 1");
}
