// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/browser.hpp"

#include "news/base/error.hpp"
#include "searcher/action/signals.hpp"
#include "searcher/render/hyperlink.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <sstream>
#include <string_view>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

namespace news {

namespace {

constexpr int not_found = 127;

/// "lynx -nocolor %s" as words, the target where it belongs: at the end if nothing else is said.
std::vector<std::string> command_of(const std::string& text, const std::string& target) {
  std::vector<std::string> words;
  bool placed = false;
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    const std::size_t place = word.find("%s");
    if (place != std::string::npos) {
      word.replace(place, 2, target);
      placed = true;
    }
    words.push_back(word);
  }
  if (!placed && !words.empty()) words.push_back(target);
  return words;
}

/// A browser with a window of its own has nothing to say in this one, nor does Ctrl-C concern it.
void leave_terminal() {
  ::setsid();
  const int nowhere = ::open("/dev/null", O_RDWR);
  if (nowhere < 0) return;
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, fd);
}

/// The exit status of a child as waitpid gives it; 0 for one that has started and goes on.
int status_of(pid_t pid, BrowserWait wait) {
  constexpr std::chrono::milliseconds between_looks{10};
  constexpr int looks = 40;
  int status = 0;
  if (wait == BrowserWait::end) {
    leave_signals_to(pid);
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    leave_signals_to(0);
    return status;
  }
  for (int look = 0; look < looks; ++look) {
    if (::waitpid(pid, &status, WNOHANG) != 0) return status;
    std::this_thread::sleep_for(between_looks);
  }
  return 0;
}

/// The exit code of a command; not_found if it is none.
int run_command(std::vector<std::string> command, BrowserWait wait) {
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t pid = ::fork();
  if (pid < 0) throw UsageError(command.front(), "cannot be started: there are too many processes");
  if (pid == 0) {
    if (wait == BrowserWait::start) leave_terminal();
    std::signal(SIGPIPE, SIG_DFL);
    ::execvp(arguments[0], arguments.data());
    ::_exit(not_found);
  }
  const int status = status_of(pid, wait);
  constexpr int signals = 128;
  return WIFEXITED(status) ? WEXITSTATUS(status) : signals + WTERMSIG(status);
}

}  // namespace

std::vector<std::vector<std::string>> browser_commands(const std::string& target,
                                                       const Environment& environment) {
  std::vector<std::vector<std::string>> commands;
  std::istringstream choices(environment("BROWSER"));
  for (std::string choice; std::getline(choices, choice, ':');) {
    auto command = command_of(choice, target);
    if (!command.empty()) commands.push_back(std::move(command));
  }
  if (commands.empty()) commands.push_back({"xdg-open", target});
  return commands;
}

std::string browser_target(const Article& article) {
  if (is_safe_url(article.url)) return article.url;
  return article.origin.path.starts_with('/') ? article.origin.path : "";
}

bool browser_needs_terminal(const Environment& environment) {
  if (environment("DISPLAY").empty() && environment("WAYLAND_DISPLAY").empty()) return true;
  constexpr std::array<std::string_view, 7> known = {"lynx",   "w3m",    "links",      "links2",
                                                     "elinks", "browsh", "www-browser"};
  const std::string program = browser_commands("", environment).front().front();
  const std::string name = program.substr(program.rfind('/') + 1);
  return std::find(known.begin(), known.end(), name) != known.end();
}

void open_in_browser(const std::string& target, const Environment& environment, BrowserWait wait) {
  std::string tried;
  for (const auto& command : browser_commands(target, environment)) {
    const int code = run_command(command, wait);
    if (was_told_to_end()) throw Interrupted("", "interrupted");
    const bool was_stopped =
        wait == BrowserWait::end && was_signalled();  // Ctrl-C was meant for it
    if (code == 0 || was_stopped) return;
    if (code != not_found) {
      throw UsageError("$BROWSER", fmt::format("{} ended with {}", command.front(), code),
                       "Set $BROWSER to a command that opens " + target + ".");
    }
    tried += (tried.empty() ? "" : ", ") + command.front();
  }
  throw UsageError("$BROWSER", "cannot run " + tried,
                   "Set $BROWSER to a command that opens addresses, or install xdg-utils.");
}

}  // namespace news
