// SPDX-License-Identifier: GPL-3.0-or-later
// What handlers call allocates nothing and takes no lock: the program may have been stopped
// anywhere.
#include "searcher/interactive/terminal_rescue.hpp"

#include "news/cli/damage_guard.hpp"
#include "news/cli/terminal.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>

#include <termios.h>
#include <unistd.h>

namespace news {

namespace {

constexpr std::array<int, 6> deadly = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

termios settings{};
bool knows_settings = false;
std::array<char, 256> farewell{};
std::size_t farewell_size = 0;
std::atomic<bool> active{false};
static_assert(std::atomic<bool>::is_always_lock_free);
std::array<struct sigaction, deadly.size()> before{};

extern "C" void on_deadly_signal(int signal) {
  give_back_terminal();
  const auto* const at = std::find(deadly.begin(), deadly.end(), signal);
  const struct sigaction& action = before[static_cast<std::size_t>(at - deadly.begin())];
  if (action.sa_handler == SIG_IGN) return;
  if (action.sa_handler != SIG_DFL) return action.sa_handler(signal);
  std::signal(signal, SIG_DFL);
  ::raise(signal);
}

}  // namespace

TerminalRescue::TerminalRescue() {
  knows_settings = ::tcgetattr(STDIN_FILENO, &settings) == 0;
  clear_up_before_damage(give_back_terminal);
  for (std::size_t i = 0; i < deadly.size(); ++i) {
    struct sigaction action {};
    action.sa_handler = on_deadly_signal;
    action.sa_flags = SA_ONSTACK;  // on the stack of its own that the guard against damage made
    ::sigaction(deadly[i], &action, &before[i]);
  }
}

TerminalRescue::~TerminalRescue() {
  active = false;
  clear_up_before_damage(nullptr);
  for (std::size_t i = 0; i < deadly.size(); ++i) ::sigaction(deadly[i], &before[i], nullptr);
}

void TerminalRescue::set_farewell(const std::string& sequences) {
  farewell_size = std::min(sequences.size(), farewell.size());
  std::copy_n(sequences.begin(), farewell_size, farewell.begin());
}

void TerminalRescue::set_active(bool is_active) { active = is_active; }

bool TerminalRescue::is_active() const { return active; }

void give_back_terminal() {
  if (!active.exchange(false)) return;
  const int error = errno;
  write_if_taken({farewell.data(), farewell_size});
  if (knows_settings) ::tcsetattr(STDIN_FILENO, TCSANOW, &settings);
  errno = error;
}

}  // namespace news
