// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/browser.hpp"

#include "news/base/error.hpp"

#include <cerrno>
#include <sstream>

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

/// The exit code of a command; not_found if it is none.
int run_command(std::vector<std::string> command) {
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t pid = ::fork();
  if (pid < 0) throw UsageError(command.front(), "cannot be started: there are too many processes");
  if (pid == 0) {
    ::execvp(arguments[0], arguments.data());
    ::_exit(not_found);
  }
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
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

void open_in_browser(const std::string& target, const Environment& environment) {
  std::string tried;
  for (const auto& command : browser_commands(target, environment)) {
    const int code = run_command(command);
    if (code == 0) return;
    if (code != not_found) {
      throw UsageError("--open", fmt::format("{} ended with {}", command.front(), code),
                       "Set $BROWSER to a command that opens " + target + ".");
    }
    tried += (tried.empty() ? "" : ", ") + command.front();
  }
  throw UsageError("--open", "cannot run " + tried,
                   "Set $BROWSER to a command that opens addresses, or install xdg-utils.");
}

}  // namespace news
