// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/renderer.hpp"
#include "tests/support/hits.hpp"

#include <doctest/doctest.h>

using namespace news;
using namespace news::test;

namespace {

std::string rendered(const std::vector<Hit>& hits) {
  return make_bibtex_renderer()->result(result_of(hits), "");
}

/// The field of an entry for a hit that a change makes, as it is written.
template <typename Change>
std::string field(const char* name, Change change) {
  Hit hit = full_hit();
  change(hit.article);
  const std::string out = rendered({hit});
  const std::size_t at = out.find(std::string("\n  ") + name + " ");
  if (at == std::string::npos) return "";
  const std::size_t begin = out.find("= ", at) + 2;
  const std::size_t end = out.find('\n', begin);
  return out.substr(begin, end - begin);
}

}  // namespace

TEST_CASE("bibtex renderer: an entry with everything") {
  CHECK(rendered({full_hit()}) ==
        "@article{norwick2005ferry,\n"
        "  author   = {Ada Marsh and Jon Reed},\n"
        "  title    = {{Ferry late}},\n"
        "  journal  = {Norwick Courier},\n"
        "  year     = {2005},\n"
        "  month    = nov,\n"
        "  date     = {2005-11-20},\n"
        "  url      = {https://courier.example.org/ferry},\n"
        "  langid   = {en}\n"
        "}\n\n");
}

TEST_CASE("bibtex renderer: an entry with nothing") {
  CHECK(rendered({bare_hit()}) == "@misc{fog,\n  title    = {{Fog}}\n}\n\n");
}

TEST_CASE("bibtex renderer: keys are letters and digits, and each is there once") {
  const std::string out = rendered({full_hit(), full_hit()});
  CHECK(out.find("@article{norwick2005ferry,") != std::string::npos);
  CHECK(out.find("@article{norwick2005ferry-2,") != std::string::npos);
  Hit hit = bare_hit();
  hit.article.title = "\u706B\u5C71";
  CHECK(rendered({hit}).starts_with("@misc{article,"));
  hit.article.title = "\"\u00C9t\u00E9 froid\"";
  CHECK(rendered({hit}).starts_with("@misc{ete,"));
}

TEST_CASE("bibtex renderer: what TeX would take for commands is text") {
  CHECK(field("title", [](Article& article) { article.title = "5 % of R&D_#1 {\\$} ~^"; }) ==
        "{{5 \\% of R\\&D\\_\\#1 \\textbraceleft{}\\textbackslash{}\\$\\textbraceright{} "
        "\\textasciitilde{}\\textasciicircum{}}},");
  CHECK(field("url", [](Article& article) { article.url = "http://a.example/%20_{x}"; }) ==
        "{http://a.example/%20_%7Bx%7D},");
}

TEST_CASE("bibtex renderer: a name that could be read as two stays one") {
  CHECK(field("author", [](Article& article) {
          article.authors = {"Sea and Sky", "Marsh, Ada", "Jon Reed"};
        }) == "{{Sea and Sky} and {Marsh, Ada} and Jon Reed},");
}

TEST_CASE("bibtex renderer: a date is as precise as it is known") {
  const auto of_a_year = [](Article& article) {
    article.published = Timestamp::from_iso8601("2005");
  };
  CHECK(field("month", of_a_year).empty());
  CHECK(field("date", of_a_year) == "{2005},");
}
