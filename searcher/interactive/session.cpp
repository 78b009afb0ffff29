// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/session.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace news {

namespace {

/// Hits are fetched by so many, as they are looked at.
constexpr std::size_t hits_at_once = 20;

/// More than any list has.
constexpr int all_rows = 1'000'000'000;

std::optional<int> rows_of_letter(char32_t letter) {
  switch (letter) {
    case U'j':
      return 1;
    case U'k':
      return -1;
    case U'g':
      return -all_rows;
    case U'G':
      return all_rows;
    default:
      return std::nullopt;
  }
}

/// By how many rows a key moves the cursor of a list of which `page` are in view; nothing for a key
/// that does something else.
std::optional<int> rows_of(const Key& key, std::size_t page) {
  const int page_rows = static_cast<int>(std::max<std::size_t>(page, 1));
  switch (key.kind) {
    case Key::Kind::up:
      return -1;
    case Key::Kind::down:
      return 1;
    case Key::Kind::page_up:
      return -page_rows;
    case Key::Kind::page_down:
      return page_rows;
    case Key::Kind::home:
      return -all_rows;
    case Key::Kind::end:
      return all_rows;
    case Key::Kind::control:
      if (key.character == U'n') return 1;
      if (key.character == U'p') return -1;
      return std::nullopt;
    case Key::Kind::character:
      return rows_of_letter(key.character);
    default:
      return std::nullopt;
  }
}

constexpr SortOrder next(SortOrder order) {
  switch (order) {
    case SortOrder::relevance:
      return SortOrder::newest;
    case SortOrder::newest:
      return SortOrder::oldest;
    case SortOrder::oldest:
      break;
  }
  return SortOrder::relevance;
}

}  // namespace

Session::Session(std::string query, SortOrder sort, TerminalSize screen)
    : screen_(screen), query_(std::move(query)), sort_(sort) {
  // Where there is room the filters are shown from the start.
  shows_filters_ = layout_for(screen, false).side_by_side;
  limit_ = std::max(hits_at_once, hit_rows());
  arrange();
}

Question Session::question() const {
  return {.number = number_,
          .query = query_.text(),
          .filters = filters_.filters(),
          .sort = sort_,
          .limit = limit_,
          .with_counts = shows_filters_};
}

const Hit* Session::selected() const {
  const std::vector<Hit>& hits = answer_.result.hits;
  return selected_ < hits.size() ? &hits[selected_] : nullptr;
}

std::size_t Session::hit_rows() const { return std::max<std::size_t>(1, layout().hits.rows); }

Wish Session::press(const Key& key) {
  message_.clear();
  bool taken = true;
  const Wish wish = press_anywhere(key, taken);
  if (taken) return wish;
  switch (focus_) {
    case Focus::query:
      return press_in_query(key);
    case Focus::hits:
      return press_in_hits(key);
    case Focus::filters:
      break;
  }
  return press_in_filters(key);
}

/// Keys that mean the same everywhere.
Wish Session::press_anywhere(const Key& key, bool& taken) {
  switch (key.kind) {
    case Key::Kind::escape:
      return Wish::leave;
    case Key::Kind::tab:
      return move_focus(1);
    case Key::Kind::back_tab:
      return move_focus(-1);
    case Key::Kind::pasted:
      focus_ = Focus::query;
      return type(key);
    case Key::Kind::alt:
      return command(key.character);
    case Key::Kind::control:
      if (key.character == U'c') return Wish::interrupt;
      if (key.character == U'z') return Wish::suspend;
      if (key.character == U'l') return Wish::redraw;
      if (key.character == U't') return take_suggestion();
      break;
    default:
      break;
  }
  taken = false;
  return Wish::nothing;
}

Wish Session::press_in_query(const Key& key) {
  switch (key.kind) {
    case Key::Kind::enter:
      // What was typed a moment ago is to be seen before it is opened.
      if (is_answered()) return about_selected(Wish::read);
      focus_ = Focus::hits;
      return Wish::search_now;
    case Key::Kind::down:
      focus_ = Focus::hits;
      return Wish::nothing;
    case Key::Kind::page_down:
      focus_ = Focus::hits;
      return select_by(static_cast<int>(hit_rows()));
    case Key::Kind::control:
      if (key.character != U'n') return type(key);
      focus_ = Focus::hits;
      return Wish::nothing;
    default:
      return type(key);
  }
}

Wish Session::press_in_hits(const Key& key) {
  if (key.kind == Key::Kind::up && selected_ == 0) focus_ = Focus::query;
  if (const auto rows = rows_of(key, hit_rows())) return select_by(*rows);
  switch (key.kind) {
    case Key::Kind::enter:
      return about_selected(Wish::read);
    case Key::Kind::backspace:
      focus_ = Focus::query;
      return type(key);
    case Key::Kind::character:
      return command(key.character);
    default:
      return Wish::nothing;
  }
}

Wish Session::press_in_filters(const Key& key) {
  if (const auto rows = rows_of(key, layout().filters.rows)) {
    filters_.move(*rows);
    return Wish::nothing;
  }
  const bool is_letter = key.kind == Key::Kind::character;
  const bool chooses = key.kind == Key::Kind::enter ||
                       (is_letter && (key.character == U' ' || key.character == U'x'));
  if (chooses) return filters_.toggle() ? ask_anew(Wish::search_now) : Wish::nothing;
  if (is_letter && key.character == U'c') {
    filters_.clear();
    return ask_anew(Wish::search_now);
  }
  return is_letter ? command(key.character) : Wish::nothing;
}

/// A letter that stands for what is to be done.
Wish Session::command(char32_t letter) {
  if (const auto rows = rows_of_letter(letter)) return select_by(*rows);
  switch (letter) {
    case U'o':
      return about_selected(Wish::open);
    case U'y':
      return about_selected(Wish::copy);
    case U' ':
      article_.page(1);
      return Wish::nothing;
    case U'b':
      article_.page(-1);
      return Wish::nothing;
    case U'n':
      seek(1);
      return Wish::nothing;
    case U'N':
      seek(-1);
      return Wish::nothing;
    case U's':
      sort_ = next(sort_);
      return ask_anew(Wish::search_now);
    case U'f':
      return show_filters(!shows_filters_);
    case U'/':
      focus_ = Focus::query;
      return Wish::nothing;
    case U'q':
      return Wish::leave;
    default:
      say("/ goes back to the query");
      return Wish::nothing;
  }
}

Wish Session::about_selected(Wish wish) {
  if (selected() != nullptr) return wish;
  say(is_answered() ? "There is no article to do this with" : "The search is not done yet");
  return Wish::nothing;
}

void Session::seek(int direction) {
  if (article_.seek(direction)) return;
  say(direction > 0 ? "No more of the query's words below" : "No more of the query's words above");
}

Wish Session::type(const Key& key) {
  const std::string before = query_.text();
  query_.take(key);
  return query_.text() == before ? Wish::nothing : ask_anew(Wish::search_soon);
}

/// From the query to the hits to the filters and round again.
Wish Session::move_focus(int by) {
  constexpr int count = 3;
  focus_ = static_cast<Focus>((static_cast<int>(focus_) + by + count) % count);
  const bool room_for_both = layout_for(screen_, true).hits.is_shown();
  if (focus_ == Focus::filters) return show_filters(true);
  return room_for_both ? Wish::nothing : show_filters(false);
}

Wish Session::show_filters(bool shown) {
  const bool asks = shown && !shows_filters_;
  shows_filters_ = shown;
  if (shown) focus_ = Focus::filters;
  if (!shown && focus_ == Focus::filters) focus_ = Focus::hits;
  arrange();
  show_article(false);
  if (!asks) return Wish::nothing;
  keeps_place_ = true;
  ++number_;
  return Wish::search_now;
}

/// Moves to another hit, as far as there are some.
Wish Session::select_by(int rows) {
  const auto last = static_cast<std::ptrdiff_t>(answer_.result.hits.size()) - 1;
  const auto at = static_cast<std::ptrdiff_t>(selected_) + rows;
  const std::size_t before = selected_;
  selected_ = static_cast<std::size_t>(std::max<std::ptrdiff_t>(std::min(at, last), 0));
  arrange();
  if (selected_ != before) show_article(true);
  return ask_for_more();
}

/// More hits, when those that are there come to an end.
Wish Session::ask_for_more() {
  const std::size_t there = answer_.result.hits.size();
  const bool near_end = selected_ + hit_rows() >= there;
  if (!near_end || there < limit_ || !is_answered()) return Wish::nothing;
  limit_ += std::max(hits_at_once, hit_rows());
  keeps_place_ = true;
  ++number_;
  return Wish::search_now;
}

Wish Session::ask_anew(Wish when) {
  limit_ = std::max(hits_at_once, hit_rows());
  keeps_place_ = false;
  ++number_;
  return when;
}

Wish Session::take_suggestion() {
  const std::string& suggestion = answer_.result.suggestion;
  if (suggestion.empty()) {
    say("No other spelling is suggested");
    return Wish::nothing;
  }
  query_ = QueryLine(suggestion);
  return ask_anew(Wish::search_now);
}

void Session::show(Reply reply) {
  std::visit(
      [this](auto&& content) {
        if (content.number == number_) take(std::move(content));
      },
      std::move(reply));
}

void Session::take(Answer answer) {
  const std::string before = selected() == nullptr ? "" : display_id(selected()->article);
  answered_ = number_;
  answer_ = std::move(answer);
  if (!std::exchange(keeps_place_, true)) selected_ = first_shown_ = 0;
  arrange();
  const bool same = selected() != nullptr && display_id(selected()->article) == before;
  show_article(!same);
}

void Session::take(FilterChoices choices) {
  filters_.show(std::move(choices.facets));
  if (!choices.total) return;
  answer_.result.total = *choices.total;
  answer_.result.total_is_exact = true;
}

/// `anew`: it is another article than before, and shown from its beginning.
void Session::show_article(bool anew) {
  const std::size_t columns = layout().article.columns;
  const Hit* hit = selected();
  std::vector<ScreenLine> lines;
  if (hit != nullptr) {
    lines = article_lines(*hit, columns);
  } else if (!answer_.error.empty()) {
    lines = paragraph_lines(answer_.error, columns);  // the status may have no room for all of it
  } else {
    lines = text_lines(answer_.glance, columns);
  }
  if (anew) {
    article_.show(std::move(lines));
  } else {
    article_.reflow(std::move(lines));
  }
}

Wish Session::resize(TerminalSize screen) {
  screen_ = screen;
  arrange();
  show_article(false);
  return ask_for_more();
}

/// Keeps the selected hit in view.
void Session::arrange() {
  const std::size_t rows = hit_rows();
  const std::size_t count = answer_.result.hits.size();
  selected_ = std::min(selected_, count == 0 ? 0 : count - 1);
  first_shown_ = std::min(first_shown_, selected_);
  if (selected_ >= first_shown_ + rows) first_shown_ = selected_ - rows + 1;
  article_.resize(layout().article.rows);
}

}  // namespace news
