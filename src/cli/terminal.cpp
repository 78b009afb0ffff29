// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/terminal.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace news {

namespace {

/// The number that a text begins with; 0 if there is none, or no sensible one.
int leading_number(std::string_view text) {
  constexpr int most = 1'000'000;
  int number = 0;
  for (const char c : text) {
    if (!ascii::is_digit(c) || number > most) break;
    number = 10 * number + (c - '0');
  }
  return number;
}

std::size_t size_or(const std::string& text, std::size_t otherwise) {
  constexpr std::size_t most_digits = 4;
  if (!ascii::all_digits(text) || text.size() > most_digits) return otherwise;
  const int number = leading_number(text);
  return number == 0 ? otherwise : static_cast<std::size_t>(number);
}

/// tmux has passed hyperlinks on since 3.4; what it passes them to is not known.
bool tmux_shows_hyperlinks(const std::string& version) {
  const int major = leading_number(version);
  const std::size_t dot = version.find('.');
  const int minor = dot == std::string::npos ? 0 : leading_number(version.substr(dot + 1));
  return major > 3 || (major == 3 && minor >= 4);
}

}  // namespace

Environment environment_of_process() {
  return [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
  };
}

TerminalSize terminal_size(int fd, const Environment& environment) {
  TerminalSize size;
  winsize window{};
  if (::ioctl(fd, TIOCGWINSZ, &window) == 0) {
    if (window.ws_col > 0) size.columns = window.ws_col;
    if (window.ws_row > 0) size.rows = window.ws_row;
  }
  return {.columns = size_or(environment("COLUMNS"), size.columns),
          .rows = size_or(environment("LINES"), size.rows)};
}

bool wants_colors(const Environment& environment) {
  const std::string term = environment("TERM");
  return environment("NO_COLOR").empty() && !term.empty() && term != "dumb";
}

bool shows_hyperlinks(const Environment& environment) {
  const std::string term = environment("TERM");
  const std::string program = environment("TERM_PROGRAM");
  if (term.empty() || term == "dumb" || term == "linux") return false;
  // Inside of tmux and screen the variables of the terminal around them tell nothing.
  if (program == "tmux") return tmux_shows_hyperlinks(environment("TERM_PROGRAM_VERSION"));
  if (term.starts_with("screen") || term.starts_with("tmux")) return false;
  constexpr int first_vte = 5000;  // 0.50
  if (leading_number(environment("VTE_VERSION")) >= first_vte) return true;
  for (const char* of_one_terminal :
       {"KONSOLE_VERSION", "KITTY_WINDOW_ID", "WT_SESSION", "DOMTERM"}) {
    if (!environment(of_one_terminal).empty()) return true;
  }
  constexpr std::array<std::string_view, 5> programs = {"iTerm.app", "WezTerm", "vscode", "ghostty",
                                                        "Hyper"};
  if (std::find(programs.begin(), programs.end(), program) != programs.end()) return true;
  constexpr std::array<std::string_view, 6> terms = {"xterm-kitty", "alacritty", "foot",
                                                     "wezterm",     "contour",   "xterm-ghostty"};
  return std::any_of(terms.begin(), terms.end(),
                     [&term](std::string_view known) { return term.starts_with(known); });
}

void write_if_taken(std::string_view text) noexcept {
  pollfd terminal{.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
  if (::poll(&terminal, 1, 0) != 1 || (terminal.revents & POLLOUT) == 0) return;
  [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
}

}  // namespace news
