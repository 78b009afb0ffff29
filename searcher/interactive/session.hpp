// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/interactive/article_view.hpp"
#include "searcher/interactive/filter_panel.hpp"
#include "searcher/interactive/key.hpp"
#include "searcher/interactive/layout.hpp"
#include "searcher/interactive/query_line.hpp"
#include "searcher/interactive/question.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace news {

/// What a key asks for that the session cannot do itself.
enum class Wish : std::uint8_t {
  nothing,
  search_soon,  ///< an answer to question(), when no more is typed
  search_now,
  read,  ///< the selected article in the pager
  open,  ///< it in the browser
  copy,  ///< its citation
  leave,
  interrupt,
  suspend,
  redraw
};

/// What an interactive search shows and what was typed, without a terminal and without an index:
/// keys and answers go in, wishes and a picture (drawing.hpp) come out.
///
///   Key -> Session::press -> Wish -> SearchWorker -> Answer -> Session::show -> draw -> Frame
class Session {
 public:
  /// What keys go to.
  enum class Focus : std::uint8_t { query, hits, filters };

  /// Begins with a question to be answered.
  Session(std::string query, SortOrder sort, TerminalSize screen);

  /// What was said to the user before is gone.
  Wish press(const Key& key);

  /// A larger screen may show more hits.
  Wish resize(TerminalSize screen);

  /// Takes what came; what was for a question that is not asked any more is passed over.
  void show(Reply reply);

  /// Says something to the user until the next key.
  void say(std::string message) { message_ = std::move(message); }

  Question question() const;

  /// Whether the hits are those of the question.
  bool is_answered() const { return answered_ == number_; }

  /// Nothing if there is none.
  const Hit* selected() const;

  TerminalSize screen() const { return screen_; }
  Layout layout() const { return layout_for(screen_, shows_filters_); }
  Focus focus() const { return focus_; }
  const QueryLine& query() const { return query_; }
  const SearchResult& result() const { return answer_.result; }
  const Answer& answer() const { return answer_; }
  const std::string& message() const { return message_; }
  SortOrder sort() const { return sort_; }
  const FilterPanel& filters() const { return filters_; }
  const ArticleView& article() const { return article_; }
  std::size_t selected_at() const { return selected_; }
  std::size_t first_shown() const { return first_shown_; }

 private:
  void take(Answer answer);
  void take(FilterChoices choices);
  Wish press_anywhere(const Key& key, bool& taken);
  Wish press_in_query(const Key& key);
  Wish press_in_hits(const Key& key);
  Wish press_in_filters(const Key& key);
  Wish command(char32_t letter);
  Wish about_selected(Wish wish);
  Wish type(const Key& key);
  Wish move_focus(int by);
  Wish show_filters(bool shown);
  Wish select_by(int rows);
  Wish ask_anew(Wish when);
  Wish ask_for_more();
  Wish take_suggestion();
  void seek(int direction);
  void show_article(bool anew);
  void arrange();
  std::size_t hit_rows() const;

  TerminalSize screen_;
  QueryLine query_;
  SortOrder sort_;
  FilterPanel filters_;
  ArticleView article_;
  Answer answer_;
  std::string message_;
  Focus focus_ = Focus::query;
  bool shows_filters_ = false;
  bool keeps_place_ = false;  ///< the next answer only has more hits
  std::size_t limit_ = 0;
  std::size_t selected_ = 0;
  std::size_t first_shown_ = 0;
  std::uint64_t number_ = 1;
  std::uint64_t answered_ = 0;
};

}  // namespace news
