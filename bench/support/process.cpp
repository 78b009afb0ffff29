// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/support/process.hpp"

#include "news/base/error.hpp"
#include "news/base/file.hpp"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sstream>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace news::bench {

namespace {

std::atomic<pid_t> running_child{0};
std::atomic<bool> stop{false};
static_assert(std::atomic<pid_t>::is_always_lock_free);

extern "C" void end_child(int /*signal*/) {
  stop = true;
  const pid_t child = running_child;
  if (child > 0) ::kill(child, SIGTERM);
}

/// What a child left behind.
struct Ending {
  Measured measured;
  int status = 0;
};

void send_output_to(const std::filesystem::path& log) {
  const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  const int nothing = ::open("/dev/null", O_RDONLY);
  if (file < 0 || nothing < 0) ::_exit(126);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(file, STDOUT_FILENO);
  ::dup2(file, STDERR_FILENO);
}

std::uint64_t peak_of(const rusage& usage) {
  constexpr std::uint64_t unit = 1024;  // Linux counts in KiB
  return static_cast<std::uint64_t>(usage.ru_maxrss) * unit;
}

double cpu_seconds_of(const rusage& usage) {
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Forks, does `work` in the child, which never returns from here, and waits for its end.
Ending run_child(const std::filesystem::path& log, const std::function<void()>& work) {
  if (stop) throw Interrupted("", "interrupted");
  std::fflush(nullptr);
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child < 0) throw Error("fork", std::strerror(errno));
  if (child == 0) {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    send_output_to(log);
    work();
    ::_exit(0);
  }
  running_child = child;
  if (stop) ::kill(child, SIGTERM);
  Ending ending;
  rusage usage{};
  while (::wait4(child, &ending.status, 0, &usage) < 0 && errno == EINTR) {
  }
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  running_child = 0;
  if (stop) throw Interrupted("", "interrupted");
  ending.measured = {.seconds = elapsed.count(),
                     .cpu_seconds = cpu_seconds_of(usage),
                     .peak_memory_bytes = peak_of(usage)};
  return ending;
}

/// Becomes the program; called in the child.
void become(std::vector<std::string> words, std::vector<std::string> environment) {
  for (std::string& variable : environment) ::putenv(variable.data());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  std::fprintf(stderr, "%s: %s\n", arguments[0], std::strerror(errno));
  ::_exit(127);
}

/// The last part of what a program wrote: enough to see why it failed.
std::string end_of_log(const std::filesystem::path& log) {
  constexpr std::size_t enough = 4000;
  const std::string text = read_file(log).value_or("");
  return text.size() <= enough ? text : "..." + text.substr(text.size() - enough);
}

void expect_success(const std::string& name, int status, const std::filesystem::path& log) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  const std::string how = WIFSIGNALED(status) ? fmt::format("signal {}", WTERMSIG(status))
                                              : fmt::format("exit code {}", WEXITSTATUS(status));
  throw Error(name, how, end_of_log(log));
}

Ending run(const Command& command) {
  return run_child(command.log, [&command] { become(command.words, command.environment); });
}

}  // namespace

Measured measure(const Command& command) {
  const Ending ending = run(command);
  expect_success(command.words.front(), ending.status, command.log);
  return ending.measured;
}

Measured measure_in_child(const std::string& name, const std::filesystem::path& log,
                          const std::function<void()>& work) {
  const Ending ending = run_child(log, [&work] {
    try {
      work();
    } catch (const std::exception& error) {
      std::fprintf(stderr, "%s\n", error.what());
      std::fflush(stderr);
      ::_exit(2);
    }
  });
  expect_success(name, ending.status, log);
  return ending.measured;
}

std::optional<std::string> output_of(const Command& command) {
  if (run(command).status != 0) return std::nullopt;
  return read_file(command.log);
}

bool is_installed(const std::string& program) {
  if (program.find('/') != std::string::npos) return ::access(program.c_str(), X_OK) == 0;
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (::access((folder + "/" + program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

void listen_to_signals() {
  struct sigaction action {};
  action.sa_handler = end_child;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

}  // namespace news::bench
