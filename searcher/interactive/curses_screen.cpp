// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/curses_screen.hpp"

#include "news/base/error.hpp"
#include "searcher/interactive/farewell.hpp"

#include <clocale>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#define NCURSES_NOMACROS 1  // they have names like "clear" and "timeout"
#include <curses.h>

namespace news {

namespace {

constexpr char32_t escape = 27;

constexpr std::chrono::seconds longest_pause_in_paste{2};
constexpr int escape_delay_ms = 50;  ///< enough for a sequence that comes over ssh
/// Codes of ours for keys: those right behind KEY_MAX ncurses gives to keys that only some
/// terminals have.
constexpr int paste_begins = 0x4000;
constexpr int paste_ends = 0x4001;
constexpr std::string_view mark_pastes = "\033[?2004h";
constexpr std::string_view mark_no_pastes = "\033[?2004l";

enum Pair : short { red = 1, cyan };

attr_t attributes_of(Look look, bool color) {
  switch (look) {
    case Look::plain:
      break;
    case Look::bold:
      return A_BOLD;
    case Look::faint:
      return A_DIM;
    case Look::marked:
      return A_BOLD | (color ? static_cast<attr_t>(COLOR_PAIR(red)) : A_UNDERLINE);
    case Look::named:
      return color ? static_cast<attr_t>(COLOR_PAIR(cyan)) : A_NORMAL;
    case Look::heading:
      return A_BOLD | (color ? static_cast<attr_t>(COLOR_PAIR(cyan)) : A_NORMAL);
  }
  return A_NORMAL;
}

/// In reverse, where colours would make patches.
attr_t selected_attributes_of(Look look) {
  return A_REVERSE | (look == Look::marked ? A_BOLD | A_UNDERLINE : A_NORMAL);
}

Key::Kind kind_of(int code) {
  switch (code) {
    case KEY_UP:
      return Key::Kind::up;
    case KEY_DOWN:
      return Key::Kind::down;
    case KEY_LEFT:
      return Key::Kind::left;
    case KEY_RIGHT:
      return Key::Kind::right;
    case KEY_PPAGE:
      return Key::Kind::page_up;
    case KEY_NPAGE:
      return Key::Kind::page_down;
    case KEY_HOME:
      return Key::Kind::home;
    case KEY_END:
      return Key::Kind::end;
    case KEY_BACKSPACE:
      return Key::Kind::backspace;
    case KEY_DC:
      return Key::Kind::remove;
    case KEY_ENTER:
      return Key::Kind::enter;
    case KEY_BTAB:
      return Key::Kind::back_tab;
    default:
      return Key::Kind::unknown;
  }
}

/// A character that the keyboard sent, or what the control characters are called.
Key key_of(char32_t c) {
  constexpr char32_t delete_character = 0x7F;
  switch (c) {
    case U'\r':
    case U'\n':
      return {Key::Kind::enter, 0};
    case U'\t':
      return {Key::Kind::tab, 0};
    case U'\b':
    case delete_character:
      return {Key::Kind::backspace, 0};
    default:
      break;
  }
  if (c == 0) return {};
  if (c < U' ') return {Key::Kind::control, c + U'a' - 1};
  return {Key::Kind::character, c};
}

}  // namespace

CursesScreen::CursesScreen(bool color, const Environment& environment) : color_(color) {
  const std::string name = environment("TERM");
  // ncurses asks the locale how text is written; this one every Debian has.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  ::set_escdelay(escape_delay_ms);
  const bool has_no_screen = name.empty() || name == "dumb";
  if (has_no_screen || ::newterm(nullptr, stdout, stdin) == nullptr) {
    throw UsageError("--interactive", fmt::format("no screen is known of the terminal '{}'", name),
                     "Set $TERM to the name of what you have.");
  }
  ::raw();
  ::noecho();
  ::nonl();
  ::nodelay(stdscr, TRUE);
  ::keypad(stdscr, TRUE);
  ::define_key("\033[200~", paste_begins);
  ::define_key("\033[201~", paste_ends);
  ::define_key("\033[Z", KEY_BTAB);  // which some descriptions call otherwise
  color_ = color && ::has_colors() && ::start_color() == OK && ::use_default_colors() == OK;
  if (color_) {
    ::init_pair(red, COLOR_RED, -1);
    ::init_pair(cyan, COLOR_CYAN, -1);
  }
  rescue_.set_farewell(std::string(mark_no_pastes) + farewell_of_terminal());
  rescue_.set_active(true);
  ::wrefresh(stdscr);
  send(mark_pastes);
}

CursesScreen::~CursesScreen() { pause(); }

void CursesScreen::show(const Frame& frame) {
  if (!rescue_.is_active()) return;
  ::werase(stdscr);
  for (const Frame::Placed& placed : frame.lines) {
    ::wmove(stdscr, static_cast<int>(placed.row), static_cast<int>(placed.column));
    for (const Span& span : placed.line) {
      const attr_t attributes =
          placed.selected ? selected_attributes_of(span.look) : attributes_of(span.look, color_);
      ::wattrset(stdscr, static_cast<int>(attributes));
      ::waddnstr(stdscr, span.text.c_str(), static_cast<int>(span.text.size()));
    }
  }
  ::wattrset(stdscr, A_NORMAL);
  ::curs_set(frame.cursor ? 1 : 0);
  if (frame.cursor) {
    ::wmove(stdscr, static_cast<int>(frame.cursor->row), static_cast<int>(frame.cursor->column));
  }
  ::wrefresh(stdscr);
}

void CursesScreen::forget() { ::clearok(stdscr, TRUE); }

void CursesScreen::resize(TerminalSize size) {
  ::resizeterm(static_cast<int>(size.rows), static_cast<int>(size.columns));
  forget();
}

std::optional<Key> CursesScreen::read_key() {
  wint_t c = 0;
  const int got = ::wget_wch(stdscr, &c);
  if (got == ERR) return std::nullopt;
  if (got == KEY_CODE_YES) {
    if (c == paste_begins || c == paste_ends) {
      pasting_ = c == paste_begins;
      pasted_at_ = Clock::now();
      return Key{};
    }
    return Key{kind_of(static_cast<int>(c)), 0};
  }
  if (pasting_ && Clock::now() < pasted_at_ + longest_pause_in_paste) {
    return pasted(static_cast<char32_t>(c));
  }
  pasting_ = false;
  return c == escape ? key_behind_escape() : key_of(static_cast<char32_t>(c));
}

/// Alt sends an escape before its key, as do keys that the terminal's description does not have:
/// those are a sequence with a letter at its end.
Key CursesScreen::key_behind_escape() {
  wint_t c = 0;
  if (::wget_wch(stdscr, &c) != OK) return {Key::Kind::escape, 0};
  if (c != U'[' && c != U'O') return {Key::Kind::alt, static_cast<char32_t>(c)};
  while (::wget_wch(stdscr, &c) == OK && (c < U'@' || c > U'~')) {
  }
  return {};
}

/// A text that is pasted is one line, and none of it a command, whatever is in it. Should its end
/// never come, a pause ends it, too.
Key CursesScreen::pasted(char32_t c) {
  pasted_at_ = Clock::now();
  if (c == escape) swallow_sequence();
  return {Key::Kind::pasted, c < U' ' ? U' ' : c};
}

/// The end of a paste, or an escape sequence in it, that came in pieces.
void CursesScreen::swallow_sequence() {
  wint_t c = 0;
  if (::wget_wch(stdscr, &c) != OK || c != U'[') return;
  std::u32string parameters;
  while (::wget_wch(stdscr, &c) == OK && (c < U'@' || c > U'~')) {
    parameters.push_back(static_cast<char32_t>(c));
  }
  if (c == U'~' && parameters == U"201") pasting_ = false;
}

void CursesScreen::send(std::string_view sequence) {
  while (!sequence.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, sequence.data(), sequence.size());
    if (written <= 0) return;  // the terminal is gone, which is found out elsewhere
    sequence.remove_prefix(static_cast<std::size_t>(written));
  }
}

void CursesScreen::pause() {
  send(mark_no_pastes);
  ::endwin();
  rescue_.set_active(false);
}

void CursesScreen::resume() {
  rescue_.set_active(true);
  forget();
  ::wrefresh(stdscr);  // takes the terminal back
  send(mark_pastes);
}

}  // namespace news
