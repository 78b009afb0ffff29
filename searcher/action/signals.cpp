// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/signals.hpp"

#include "news/cli/exit_code.hpp"
#include "news/cli/terminal.hpp"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <string_view>

#include <unistd.h>

namespace news {

namespace {

std::atomic<pid_t> pager{0};
std::atomic<bool> signalled{false};
std::atomic<bool> told_to_end{false};
std::atomic<TerminalReset> reset{TerminalReset::nothing};
std::atomic<int> receiver{-1};
std::atomic<void (*)()> clear_up{nullptr};
std::atomic<int> not_taken{0};
static_assert(std::atomic<pid_t>::is_always_lock_free && std::atomic<bool>::is_always_lock_free &&
              std::atomic<TerminalReset>::is_always_lock_free &&
              std::atomic<void (*)()>::is_always_lock_free);

void write_reset() {
  constexpr std::string_view colors = "\033[0m";
  // The first two bytes end an address that is half written.
  constexpr std::string_view links = "\033\\\033]8;;\033\\\033[0m";
  const TerminalReset what = reset;
  if (what == TerminalReset::nothing) return;
  write_if_taken(what == TerminalReset::colors ? colors : links);
}

void send_to_receiver(int signal) {
  const auto byte = static_cast<unsigned char>(signal);
  [[maybe_unused]] const ssize_t written = ::write(receiver, &byte, 1);
}

/// The signals that mean an end.
extern "C" void on_signal(int signal) {
  const int error = errno;
  const pid_t reader = pager;
  if (reader == 0 && receiver >= 0 && not_taken++ == 0) {
    send_to_receiver(signal);
    errno = error;
    return;
  }
  if (reader == 0) {
    void (*const first)() = clear_up;
    if (first != nullptr) first();
    write_reset();
    ::_exit(to_int(ExitCode::interrupted));
  }
  signalled = true;
  if (signal != SIGINT) {
    told_to_end = true;
    ::kill(reader, SIGTERM);
  }
  errno = error;
}

/// Those that do not.
extern "C" void on_job_signal(int signal) {
  const int error = errno;
  send_to_receiver(signal);
  errno = error;
}

}  // namespace

void end_at_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) continue;
    action = {};
    action.sa_handler = on_signal;  // without SA_RESTART: a wait for the pager ends
    ::sigaction(signal, &action, nullptr);
  }
  std::signal(SIGPIPE, SIG_DFL);
}

void reset_terminal_at_end(TerminalReset what) { reset = what; }

void send_signals_to(const SignalReceiver& to) {
  clear_up = to.clear_up;
  receiver = to.pipe;
  not_taken = 0;
}

void send_job_signals(bool wanted) {
  for (const int signal : {SIGWINCH, SIGTSTP, SIGCONT}) {
    struct sigaction action {};
    action.sa_handler = wanted ? on_job_signal : SIG_DFL;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
  }
}

void note_signal_taken() { not_taken = 0; }

void leave_signals_to(pid_t process) {
  if (process != 0) signalled = false;
  pager = process;
}

bool was_signalled() { return signalled; }

bool was_told_to_end() { return told_to_end; }

}  // namespace news
