// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace news::test {

namespace {

/// The two ends of a pipe.
struct Pipe {
  int read_end = -1;
  int write_end = -1;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  return {ends[0], ends[1]};
}

std::string read_all(int fd) {
  std::string text;
  std::array<char, 65536> buffer{};
  while (true) {
    const ssize_t got = ::read(fd, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
  ::close(fd);
  return text;
}

void write_all(int fd, const std::string& text) {
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t written = ::write(fd, text.data() + done, text.size() - done);
    if (written < 0) break;  // it reads no more
    done += static_cast<std::size_t>(written);
  }
  ::close(fd);
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& text : strings) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

void become(const Invocation& invocation) {
  std::vector<std::string> command = invocation.command;
  std::vector<std::string> environment = invocation.environment;
  // No one's own configuration; what comes first holds.
  // Not a folder that a shell of the tests could make there, as root.
  environment.emplace_back("XDG_CONFIG_HOME=/proc/none");
  for (const char* name : {"PATH", "HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name))
      environment.push_back(std::string(name) + "=" + value);
  }
  std::vector<char*> arguments = pointers_to(command);
  std::vector<char*> variables = pointers_to(environment);
  if (!invocation.folder.empty() && ::chdir(invocation.folder.c_str()) != 0) ::_exit(126);
  ::execvpe(arguments[0], arguments.data(), variables.data());
  ::_exit(127);
}

int exit_code_of(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

Outcome run(const Invocation& invocation) {
  const Pipe in = make_pipe();
  const Pipe out = make_pipe();
  const Pipe err = make_pipe();
  std::signal(SIGPIPE, SIG_IGN);
  const pid_t pid = ::fork();
  if (pid == 0) {
    std::signal(SIGPIPE, SIG_DFL);
    ::dup2(in.read_end, STDIN_FILENO);
    ::dup2(out.write_end, STDOUT_FILENO);
    ::dup2(err.write_end, STDERR_FILENO);
    become(invocation);
  }
  for (const int fd : {in.read_end, out.write_end, err.write_end}) ::close(fd);
  Outcome outcome;
  std::thread writer([&] { write_all(in.write_end, invocation.input); });
  std::thread reader([&] { outcome.err = read_all(err.read_end); });
  outcome.out = read_all(out.read_end);
  reader.join();
  writer.join();
  outcome.exit_code = exit_code_of(pid);
  return outcome;
}

Outcome news_index(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), NEWS_INDEX_PROGRAM);
  return run({.command = std::move(arguments)});
}

Outcome news_search(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), NEWS_SEARCH_PROGRAM);
  return run({.command = std::move(arguments)});
}

BackgroundProcess::BackgroundProcess(const std::vector<std::string>& command) {
  pid_ = ::fork();
  if (pid_ == 0) {
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, fd);
    become({.command = command});
  }
}

BackgroundProcess::~BackgroundProcess() {
  if (pid_ <= 0) return;
  signal(SIGKILL);
  wait();
}

void BackgroundProcess::signal(int number) const {
  if (pid_ > 0) ::kill(pid_, number);
}

int BackgroundProcess::wait() {
  const int code = exit_code_of(pid_);
  pid_ = -1;
  return code;
}

}  // namespace news::test
