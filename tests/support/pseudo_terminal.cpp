// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pseudo_terminal.hpp"

#include "news/text/display_width.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <utility>

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace news::test {

namespace {

constexpr int long_ms = 60'000;

bool names_terminal(const Invocation& invocation) {
  const auto& variables = invocation.environment;
  return std::any_of(variables.begin(), variables.end(),
                     [](const std::string& variable) { return variable.starts_with("TERM="); });
}

}  // namespace

PseudoTerminal::PseudoTerminal(Invocation invocation, ScreenSize size) {
  if (!names_terminal(invocation)) invocation.environment.emplace_back("TERM=xterm-256color");
  winsize window{};
  window.ws_col = size.columns;
  window.ws_row = size.rows;
  pid_ = ::forkpty(&terminal_, nullptr, nullptr, &window);
  if (pid_ < 0) throw std::runtime_error("no pseudo-terminal");
  if (pid_ == 0) become(invocation);
}

PseudoTerminal::~PseudoTerminal() {
  if (terminal_ >= 0) ::close(terminal_);
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  exit_code_of(pid_);
}

bool PseudoTerminal::read_more(int patience_ms) {
  if (terminal_ < 0) return false;
  pollfd ready{.fd = terminal_, .events = POLLIN, .revents = 0};
  if (::poll(&ready, 1, patience_ms) <= 0) return false;
  std::array<char, 65536> buffer{};
  const ssize_t got = ::read(terminal_, buffer.data(), buffer.size());
  if (got <= 0) return false;  // the program's side is closed
  output_.append(buffer.data(), static_cast<std::size_t>(got));
  return true;
}

bool PseudoTerminal::shows(std::string_view text) {
  while (output_.find(text) == std::string::npos) {
    if (!read_more(long_ms)) return false;
  }
  return true;
}

void PseudoTerminal::type(std::string_view keys) const {
  if (::write(terminal_, keys.data(), keys.size()) < 0) throw std::runtime_error("not typed");
}

void PseudoTerminal::keep_typing(std::string_view keys) {
  constexpr int pause_ms = 100;
  constexpr int tries = long_ms / pause_ms;
  for (int i = 0; i < tries; ++i) {
    siginfo_t ended{};
    ::waitid(P_PID, static_cast<id_t>(pid_), &ended, WEXITED | WNOHANG | WNOWAIT);
    if (ended.si_pid == pid_) return;
    type(keys);
    read_more(pause_ms);
  }
}

void PseudoTerminal::signal(int number) const { ::kill(pid_, number); }

void PseudoTerminal::hang_up() { ::close(std::exchange(terminal_, -1)); }

bool PseudoTerminal::echoes() const {
  termios settings{};
  return ::tcgetattr(terminal_, &settings) == 0 && (settings.c_lflag & ECHO) != 0;
}

int PseudoTerminal::wait() {
  while (read_more(long_ms)) {
  }
  constexpr int pause_ms = 20;
  for (int waited = 0; waited < long_ms; waited += pause_ms) {
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) {
      pid_ = -1;
      return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
  }
  return -1;
}

std::string PseudoTerminal::output() const {
  std::string out;
  for (std::size_t i = 0; i < output_.size(); ++i) {
    if (output_[i] == '\r' && i + 1 < output_.size() && output_[i + 1] == '\n') continue;
    out += output_[i];
  }
  return out;
}

std::string without_escapes(std::string_view output) {
  std::string out;
  for (std::size_t at = 0; at < output.size(); ++at) {
    if (output[at] != '\033') {
      out += output[at];
    } else if (output.substr(at).starts_with("\033]")) {
      at = std::min(output.find("\033\\", at), output.size() - 2) + 1;
    } else {
      at = std::min(output.find_first_of("mKhlHJ", at), output.size() - 1);
    }
  }
  return out;
}

std::size_t widest_line(std::string_view output) {
  const std::string text = without_escapes(output);
  std::size_t widest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    widest = std::max(widest, display_width(line));
    begin = end + 1;
  }
  return widest;
}

}  // namespace news::test
