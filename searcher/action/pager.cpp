// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/pager.hpp"

#include "news/base/error.hpp"
#include "news/base/utf8.hpp"
#include "news/text/display_width.hpp"
#include "searcher/action/signals.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

namespace news {

namespace {

constexpr int not_found = 127;  // as the shell has it

/// What only a shell understands.
constexpr std::string_view shell_marks = "|&;<>()$`\\\"'*?[]#~=%{}!\n";

bool is_on_path(const std::string& program, const Environment& environment) {
  std::istringstream folders(environment("PATH"));
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (::access((folder + "/" + program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

/// $PAGER is the user's own, and may be a command line for a shell.
std::vector<std::string> words_of(const std::string& command) {
  if (command.find_first_of(shell_marks) != std::string::npos) return {"/bin/sh", "-c", command};
  std::istringstream in(command);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// Becomes the pager; called in the child. What it needs was made before the fork.
[[noreturn]] void become(int pipe, const std::vector<char*>& arguments) {
  ::dup2(pipe, STDIN_FILENO);
  std::signal(SIGPIPE, SIG_DFL);
  ::setenv("LESS", "FIRX", /*overwrite=*/0);
  ::setenv("LESSCHARSET", "utf-8", 0);  // whatever the locale says, that is what is written
  ::execvp(arguments[0], arguments.data());
  ::_exit(not_found);
}

/// Where an escape sequence that begins at `at` ends.
std::size_t end_of_escape(std::string_view text, std::size_t at) {
  constexpr std::string_view string_end = "\033\\";
  if (text.substr(at).starts_with("\033]")) {
    const std::size_t end = text.find(string_end, at + 2);
    return end == std::string_view::npos ? text.size() : end + string_end.size();
  }
  const std::size_t end = text.find('m', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

}  // namespace

std::string pager_command(const Environment& environment) {
  const std::string pager = environment("PAGER");
  if (pager == "cat") return {};
  if (!words_of(pager).empty()) return pager;
  return is_on_path("less", environment) ? "less -FIRX" : "";
}

bool is_less_command(std::string_view command) {
  const std::string_view program = command.substr(0, command.find(' '));
  return program.substr(program.rfind('/') + 1) == "less";
}

bool pager_shows_hyperlinks(const Environment& environment) {
  const std::string command = pager_command(environment);
  return command.empty() || is_less_command(command);
}

std::size_t screen_rows(std::string_view text, std::size_t columns) {
  std::size_t rows = 0;
  std::size_t width = 0;
  const auto end_line = [&] {
    rows += std::max<std::size_t>(1, (width + columns - 1) / columns);
    width = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\033') {
      at = end_of_escape(text, at);
    } else if (text[at] == '\n') {
      end_line();
      ++at;
    } else {
      width += display_width(utf8::decode(text, at));
    }
  }
  if (width > 0) end_line();
  return rows;
}

PagedOutput::PagedOutput(PagerSettings settings) : Output(stdout), settings_(std::move(settings)) {}

PagedOutput::~PagedOutput() {
  try {
    flush();
  } catch (const Error&) {
    // Another error is under way, or this one was thrown before.
  }
}

void PagedOutput::write(std::string_view text) {
  if (pager_ != 0) return send(text);
  waiting_ += text;
  rows_ += screen_rows(text, settings_.screen.columns);
  // The shell's prompt takes a row.
  if (settings_.always || rows_ + 1 > settings_.screen.rows) start();
}

void PagedOutput::flush() {
  if (pager_ != 0) return end_pager();
  Output::write(std::exchange(waiting_, {}));
  Output::flush();
}

void PagedOutput::start() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw FileError("$PAGER", std::generic_category().message(errno), system_remedy(errno));
  }
  knows_terminal_ = ::tcgetattr(STDOUT_FILENO, &terminal_) == 0;
  std::vector<std::string> words = words_of(settings_.command);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t pager = ::fork();
  if (pager == 0) become(ends[0], arguments);
  ::close(ends[0]);
  if (pager < 0) {
    ::close(ends[1]);
    throw FileError("$PAGER", "cannot be started: " + std::generic_category().message(errno));
  }
  pager_ = pager;
  pipe_ = ends[1];
  leave_signals_to(pager_);
  std::signal(SIGPIPE, SIG_IGN);  // the user may leave before the end
  send(std::exchange(waiting_, {}));
}

void PagedOutput::send(std::string_view text) {
  while (!closed_ && !text.empty()) {
    const ssize_t written = ::write(pipe_, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR || was_signalled()) {
      closed_ = true;
    }
  }
}

/// The pager's exit status as waitpid gives it. One that does not end when it is told to is left
/// alone after a while.
int PagedOutput::wait_for_end() {
  constexpr std::chrono::milliseconds between_looks{10};
  constexpr int looks = 100;
  int status = 0;
  for (int look = 0; look < looks;) {
    const pid_t ended = ::waitpid(pager_, &status, was_told_to_end() ? WNOHANG : 0);
    if (ended == pager_ || (ended < 0 && errno != EINTR)) break;
    if (ended != 0) continue;
    ++look;
    std::this_thread::sleep_for(between_looks);
  }
  return status;
}

void PagedOutput::end_pager() {
  ::close(std::exchange(pipe_, -1));
  const int status = wait_for_end();
  leave_signals_to(0);
  pager_ = 0;
  closed_ = true;
  // A pager that was ended by a signal leaves the terminal without an echo.
  if (WIFSIGNALED(status) && knows_terminal_) ::tcsetattr(STDOUT_FILENO, TCSADRAIN, &terminal_);
  if (was_signalled()) throw Interrupted("", "interrupted");
  if (WIFEXITED(status) && WEXITSTATUS(status) == not_found) {
    throw UsageError("$PAGER", fmt::format("'{}' cannot be run", settings_.command),
                     "Set it to a program that shows text, or use --no-pager.");
  }
}

}  // namespace news
