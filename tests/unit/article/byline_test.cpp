// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/article/byline.hpp"

#include "tests/support/random_text.hpp"

#include <doctest/doctest.h>

using namespace news;

namespace {

/// The authors of a byline, each in brackets.
std::string authors(std::string_view byline) {
  std::string out;
  for (const std::string& author : authors_of(byline)) out += "[" + author + "]";
  return out;
}

struct Row {
  std::string_view byline;
  std::string_view authors;
};

}  // namespace

TEST_CASE("byline: the names in a byline of many languages") {
  const Row rows[] = {
      {"By Jane Doe", "[Jane Doe]"},
      {"BY JANE DOE", "[JANE DOE]"},
      {"By Jane Doe and John Roe", "[Jane Doe][John Roe]"},
      {"By Jane Doe & John Roe", "[Jane Doe][John Roe]"},
      {"By Jane Doe, John Roe and Max Moe", "[Jane Doe][John Roe][Max Moe]"},
      {"Von A. Schmidt", "[A. Schmidt]"},
      {"Von Eva Klein und Jan Groß", "[Eva Klein][Jan Groß]"},
      {"Par Jeanne Dubois et Luc Petit", "[Jeanne Dubois][Luc Petit]"},
      {"Por Ana de la Cruz y Luis Paz", "[Ana de la Cruz][Luis Paz]"},
      {"Di Mario Neri e Lia Verdi", "[Mario Neri][Lia Verdi]"},
      {"Автор: Иван Лесной и Анна Речная", "[Иван Лесной][Анна Речная]"},
      {"记者 张三 李四", "[张三][李四]"},
      {"記者：山田太郎、鈴木花子", "[山田太郎][鈴木花子]"},
      {"بقلم: هدى الرمال وفارس النقاش", "[هدى الرمال][فارس النقاش]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.byline);
    CHECK(authors(row.byline) == row.authors);
  }
}

TEST_CASE("byline: what is not a name is left out") {
  const Row rows[] = {
      {"By Jane Doe in Tokyo", "[Jane Doe]"},
      {"By Jane Doe | Staff writer", "[Jane Doe]"},
      {"By Jane Doe (Reuters)", "[Jane Doe]"},
      {"By Jane Doe, Political Correspondent", "[Jane Doe]"},
      {"By Jane Doe, Staff Writer, and John Roe", "[Jane Doe][John Roe]"},
      {"By Jane Doe, CNN", "[Jane Doe]"},
      {"By Jane Doe, Reuters", "[Jane Doe]"},
      {"By Jane Doe, CNN, and John Roe", "[Jane Doe][John Roe]"},
      {"Jane Doe, CNN", "[Jane Doe]"},
      {"By Valley News Science Editor Dr Jane Doe", "[Dr Jane Doe]"},
      {"By JANE DOE, Valley Press Writer Jane Doe, Valley Press Writer", "[JANE DOE]"},
      {"By our Staff Writer in Tokyo", ""},
      {"By Jane Doe, Correspondent New York", "[Jane Doe]"},
      {"By Jane Doe,", "[Jane Doe]"},
      {"By a staff reporter", ""},
      {"Staff", ""},
      {"", ""},
      {" \n ", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.byline);
    CHECK(authors(row.byline) == row.authors);
  }
}

TEST_CASE("byline: a field that is only a name is that name") {
  const Row rows[] = {
      {"Jane Doe", "[Jane Doe]"},
      {"Doe, Jane", "[Doe, Jane]"},
      {"van Doe, Jane", "[van Doe, Jane]"},
      {"VAN DOE, JANE", "[VAN DOE, JANE]"},
      {"Doe, Jane; Roe, John", "[Doe, Jane][Roe, John]"},
      {"Byron Smith", "[Byron Smith]"},
      {"Reuters", "[Reuters]"},
      {"Jane\n  Doe", "[Jane Doe]"},
      {"Jane Doe \xFF", "[Jane Doe \uFFFD]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.byline);
    CHECK(authors(row.byline) == row.authors);
  }
}

TEST_CASE("byline: the length of its opening") {
  CHECK(byline_opening("By Jane Doe") == 3);
  CHECK(byline_opening("Auteur : Luc") == 9);
  CHECK(byline_opening("记者：张三") == std::string_view("记者：").size());
  CHECK(byline_opening("Byron Smith") == 0);
  CHECK(byline_opening("By") == 0);
  CHECK(byline_opening("") == 0);
}

TEST_CASE("byline: a hundred thousand names are taken apart in one pass") {
  for (const std::string_view name : {"A B;", "A B, ", "A B and ", " و و", "A B、"}) {
    CAPTURE(name);
    std::string byline = "By ";
    for (int i = 0; i < 100'000; ++i) byline += name;
    CHECK(authors_of(byline).size() >= 99'999);
  }
}

TEST_CASE("byline: no name is empty and white space is folded whatever the bytes") {
  test::RandomText random(15);
  for (int i = 0; i < 3000; ++i) {
    const std::string byline =
        i % 2 == 0 ? random.bytes(40) : random.of(U"By JD,;&| and\n(و、记者", 40);
    CAPTURE(byline);
    for (const std::string& author : authors_of(byline)) {
      REQUIRE_FALSE(author.empty());
      REQUIRE(utf8::is_valid(author));
      REQUIRE(author.find('\n') == std::string::npos);
    }
  }
}
