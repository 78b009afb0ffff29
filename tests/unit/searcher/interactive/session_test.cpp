// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and answers make of an interactive search, and the picture of it.
#include "searcher/interactive/session.hpp"

#include "news/text/display_width.hpp"
#include "searcher/interactive/drawing.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace news;

namespace {

using Focus = Session::Focus;
using Kind = Key::Kind;

constexpr TerminalSize narrow{80, 24};
constexpr TerminalSize wide{200, 50};

Session session_with(std::string query = "", TerminalSize screen = narrow) {
  return Session(std::move(query), SortOrder::relevance, screen);
}

Wish press(Session& session, Kind kind) { return session.press({kind, 0}); }
Wish press(Session& session, char32_t c) { return session.press({Kind::character, c}); }

void type(Session& session, std::u32string_view text) {
  for (const char32_t c : text) press(session, c);
}

/// As many hits as were asked for, of `total`.
Answer answer_to(const Question& question, std::size_t total) {
  Answer answer;
  answer.number = question.number;
  answer.result.total = total;
  for (std::size_t i = 1; i <= std::min(question.limit, total); ++i) {
    Hit hit;
    hit.rank = i;
    hit.article.id = std::to_string(i);
    hit.article.title = "Title " + std::to_string(i);
    hit.article.outlet = "Courier";
    hit.article.body = "Body of " + std::to_string(i) + ".";
    answer.result.hits.push_back(std::move(hit));
  }
  return answer;
}

Session answered(std::size_t total, TerminalSize screen = narrow) {
  Session session = session_with("ferry", screen);
  session.show(answer_to(session.question(), total));
  return session;
}

/// The screen as text: what is placed on each row, one after the other.
std::vector<std::string> rows_of(const Frame& frame) {
  std::vector<std::string> rows(frame.size.rows);
  for (const Frame::Placed& placed : frame.lines) {
    std::string& row = rows.at(placed.row);
    const std::size_t width = display_width(row);
    if (width < placed.column) row += std::string(placed.column - width, ' ');
    for (const Span& span : placed.line) row += span.text;
  }
  return rows;
}

bool shows(const Session& session, std::string_view text) {
  const std::vector<std::string> rows = rows_of(draw(session));
  return std::any_of(rows.begin(), rows.end(), [text](const std::string& row) {
    return row.find(text) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("interactive session: what is typed is a question, soon") {
  Session session = session_with();
  const std::uint64_t before = session.question().number;
  CHECK(press(session, U'f') == Wish::search_soon);
  CHECK(session.question().query == "f");
  CHECK(session.question().number > before);
  CHECK(press(session, Kind::left) == Wish::nothing);
}

TEST_CASE("interactive session: an answer to an older question is passed over") {
  Session session = session_with("ferry");
  const Question old = session.question();
  type(session, U" late");
  session.show(answer_to(old, 3));
  CHECK_FALSE(session.is_answered());
  CHECK(session.selected() == nullptr);
  session.show(answer_to(session.question(), 3));
  CHECK(session.is_answered());
  CHECK(session.selected()->article.id == "1");
}

TEST_CASE("interactive session: arrows go from the query to the hits and back") {
  Session session = answered(3);
  CHECK(session.focus() == Focus::query);
  press(session, Kind::down);
  CHECK(session.focus() == Focus::hits);
  CHECK(session.selected()->article.id == "1");
  press(session, Kind::down);
  CHECK(session.selected()->article.id == "2");
  press(session, Kind::up);
  press(session, Kind::up);
  CHECK(session.focus() == Focus::query);
}

TEST_CASE("interactive session: letters are commands among the hits, and text in the query") {
  Session session = answered(3);
  CHECK(press(session, U'o') == Wish::search_soon);
  session.show(answer_to(session.question(), 3));
  press(session, Kind::down);
  CHECK(press(session, U'o') == Wish::open);
  CHECK(press(session, U'y') == Wish::copy);
  CHECK(press(session, Kind::enter) == Wish::read);
  CHECK(session.press({Kind::pasted, U'o'}) == Wish::search_soon);
  CHECK(session.query().text() == "ferryoo");
  CHECK(session.press({Kind::alt, U'y'}) == Wish::copy);  // of the hit that can be seen
}

TEST_CASE("interactive session: keys with the same meaning everywhere") {
  for (const Focus focus : {Focus::query, Focus::hits, Focus::filters}) {
    Session session = answered(3);
    while (session.focus() != focus) press(session, Kind::tab);
    CHECK(press(session, Kind::escape) == Wish::leave);
    CHECK(session.press({Kind::control, U'c'}) == Wish::interrupt);
    CHECK(session.press({Kind::control, U'z'}) == Wish::suspend);
    CHECK(session.press({Kind::control, U'l'}) == Wish::redraw);
    CHECK(session.press({Kind::alt, U'o'}) == Wish::open);
  }
}

TEST_CASE(
    "interactive session: Enter right behind a word shows its hits, and opens none of others") {
  Session session = answered(3);
  type(session, U" late");
  CHECK(press(session, Kind::enter) == Wish::search_now);
  CHECK(session.focus() == Focus::hits);
  CHECK(press(session, Kind::enter) == Wish::read);  // of the hits that can be seen
}

TEST_CASE("interactive session: nothing can be done with an article that is not there") {
  Session session = answered(0);
  press(session, Kind::down);
  for (const char32_t letter : {U'o', U'y'}) {
    CHECK(press(session, letter) == Wish::nothing);
    CHECK_FALSE(session.message().empty());
  }
  CHECK(press(session, Kind::enter) == Wish::nothing);
  CHECK(shows(session, "There is no article to do this with"));
}

TEST_CASE("interactive session: more hits are asked for when those that are there come to an end") {
  Session session = answered(1000);
  press(session, Kind::down);
  CHECK(press(session, Kind::end) == Wish::search_now);
  const std::string last = session.selected()->article.id;
  session.show(answer_to(session.question(), 1000));
  CHECK(session.selected()->article.id == last);
  CHECK(session.result().hits.size() > 20);
  Session all = answered(5);
  press(all, Kind::down);
  CHECK(press(all, Kind::end) == Wish::nothing);
}

TEST_CASE("interactive session: the selected hit is in view, whatever the size of the screen") {
  Session session = answered(20);
  press(session, Kind::down);
  press(session, Kind::page_down);
  press(session, Kind::page_down);
  for (const TerminalSize size : {narrow, wide, TerminalSize{40, 8}, TerminalSize{20, 3}}) {
    session.resize(size);
    const std::size_t rows = session.layout().hits.rows;
    CHECK(session.selected_at() >= session.first_shown());
    CHECK(session.selected_at() < session.first_shown() + std::max<std::size_t>(rows, 1));
  }
}

TEST_CASE("interactive session: another order is another question, from the first hit on") {
  Session session = answered(20);
  press(session, Kind::down);
  press(session, Kind::down);
  CHECK(press(session, U's') == Wish::search_now);
  CHECK(session.question().sort == SortOrder::newest);
  session.show(answer_to(session.question(), 20));
  CHECK(session.selected()->article.id == "1");
  CHECK(shows(session, "newest first"));
}

TEST_CASE("interactive session: filters are shown where there is room, else when asked for") {
  CHECK(session_with("", wide).question().with_counts);
  Session session = answered(20);
  CHECK_FALSE(session.question().with_counts);
  press(session, Kind::down);
  press(session, Kind::down);
  CHECK(press(session, U'f') == Wish::search_now);
  CHECK(session.focus() == Focus::filters);
  CHECK(session.question().with_counts);
  session.show(answer_to(session.question(), 20));
  CHECK(session.selected()->article.id == "2");  // the place is kept
  press(session, U'f');
  CHECK(session.focus() == Focus::hits);
  CHECK_FALSE(session.layout().filters.is_shown());
}

TEST_CASE("interactive session: a value that is chosen narrows the question") {
  Session session = answered(20);
  press(session, Kind::down);
  press(session, U'f');
  session.show(answer_to(session.question(), 20));
  FilterChoices choices{.number = session.question().number,
                        .facets = {{FacetField::outlet, {{"Courier", 9}}, 1, 0}},
                        .total = 15};
  session.show(choices);
  CHECK(shows(session, "15 articles"));
  CHECK(shows(session, "[ ] Courier"));
  CHECK(press(session, U' ') == Wish::search_now);
  CHECK(session.question().filters == std::vector<Filter>{{SearchField::outlet, "Courier"}});
  CHECK(shows(session, "[x] Courier"));
  CHECK(press(session, U'c') == Wish::search_now);
  CHECK(session.question().filters.empty());
}

TEST_CASE("interactive session: a spelling that is suggested can be taken") {
  Session session = session_with("fery");
  Answer answer = answer_to(session.question(), 0);
  answer.result.suggestion = "ferry";
  session.show(answer);
  CHECK(shows(session, "Did you mean ferry?"));
  CHECK(session.press({Kind::control, U't'}) == Wish::search_now);
  CHECK(session.question().query == "ferry");
}

TEST_CASE("interactive session: an error is shown") {
  Session session = session_with("ferry");
  Answer answer;
  answer.number = session.question().number;
  answer.error = "news.idx: is damaged\x1B[31m";
  session.show(answer);
  CHECK(shows(session, "news.idx: is damaged"));
  CHECK_FALSE(shows(session, "\x1B"));
}

TEST_CASE("interactive session: no line leaves the screen, and all that fits is there") {
  for (std::size_t columns = 1; columns <= 210; columns += 11) {
    for (std::size_t rows = 1; rows <= 50; rows += 7) {
      Session session = answered(30, {columns, rows});
      for (const Kind kind : {Kind::down, Kind::tab, Kind::tab}) {
        const Frame frame = draw(session);
        for (const Frame::Placed& placed : frame.lines) {
          CAPTURE(columns);
          CAPTURE(rows);
          REQUIRE(placed.row < rows);
          REQUIRE(placed.column + display_width(placed.line) <= columns);
        }
        if (frame.cursor) {
          REQUIRE(frame.cursor->row < rows);
          REQUIRE(frame.cursor->column < columns);
        }
        press(session, kind);
      }
    }
  }
  for (const TerminalSize size : {narrow, wide}) {
    const Session session = answered(30, size);
    for (const char* text : {"> ferry", "30 articles", "Title 1", "Courier", "Body of 1."}) {
      CAPTURE(text);
      CHECK(shows(session, text));
    }
  }
}

TEST_CASE("interactive session: emoji stand by themselves, and columns stay where they are") {
  Session session = session_with("ferry");
  Answer answer = answer_to(session.question(), 2);
  answer.result.hits.front().article.title = "👍🏽 ⛴️ 👨‍👩‍👧 ferry";
  session.show(answer);
  CHECK(shows(session, "👍 ⛴ 👨👩👧 ferry"));
  const std::vector<std::string> rows = rows_of(draw(session));
  const auto column_of_outlet = [&rows](std::size_t row) {
    return display_width(rows[row].substr(0, rows[row].find("Courier")));
  };
  CHECK(column_of_outlet(2) == column_of_outlet(3));
}

TEST_CASE("interactive session: news cannot disturb the screen") {
  Session session = session_with("ferry");
  Answer answer = answer_to(session.question(), 1);
  const std::string evil = "\x1B]0;owned\x07 \x1B[31m \u202E\nferry";
  Article& article = answer.result.hits.front().article;
  article.title = article.outlet = article.section = article.url = article.body = article.id = evil;
  answer.result.notes = {evil};
  session.show(answer);
  for (const std::string& row : rows_of(draw(session))) {
    CHECK(std::none_of(row.begin(), row.end(), [](char c) { return c >= 0 && c < ' '; }));
    CHECK(row.find("\u202E") == std::string::npos);
  }
}
