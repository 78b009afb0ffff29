// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/apart.hpp"

#include "news/base/error.hpp"
#include "news/base/file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <new>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace news {

namespace {

constexpr int done = 0;
constexpr int failed = 1;

/// Address space in use: most of it may never be touched.
std::uint64_t memory_in_use() {
  std::uint64_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

void limit(int resource, std::uint64_t most) {
  rlimit bounds{};
  if (::getrlimit(static_cast<__rlimit_resource>(resource), &bounds) != 0) return;
  bounds.rlim_cur = std::min<rlim_t>(most, bounds.rlim_max);
  ::setrlimit(static_cast<__rlimit_resource>(resource), &bounds);
}

[[noreturn]] void be_child(const std::function<std::string()>& work, const FileDescriptor& out,
                           const ApartLimits& limits) {
  limit(RLIMIT_AS, memory_in_use() + limits.memory_bytes);
  limit(RLIMIT_CPU, static_cast<std::uint64_t>(limits.processor_time.count()));
  limit(RLIMIT_CORE, 0);
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGXCPU})
    std::signal(signal, SIG_DFL);
  int code = done;
  std::string answer;
  try {
    answer = work();
  } catch (const std::bad_alloc&) {
    answer = "takes more memory than a whole one could";
    code = failed;
  } catch (const std::exception& error) {
    answer = error.what();
    code = failed;
  }
  try {
    write_all(out, answer, "pipe");
  } catch (const std::exception&) {
    code = failed;
  }
  ::_exit(code);  // what the parent has under way is not for the child to finish
}

std::string read_to_end(const FileDescriptor& in) {
  std::string text;
  std::array<char, 4096> buffer{};
  while (true) {
    const ssize_t got = ::read(in.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

std::string fate_of(int status) {
  if (!WIFSIGNALED(status)) return fmt::format("ends with code {}", WEXITSTATUS(status));
  const int signal = WTERMSIG(status);
  if (signal == SIGXCPU || signal == SIGKILL) return "takes more time than a whole one could";
  return fmt::format("makes its reader crash: {}", ::strsignal(signal));
}

}  // namespace

ApartResult do_apart(const std::function<std::string()>& work, const ApartLimits& limits) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::system_error(errno, std::generic_category(), "no pipe");
  }
  const FileDescriptor in(ends[0]);
  FileDescriptor out(ends[1]);
  const pid_t child = ::fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "no child process");
  if (child == 0) be_child(work, out, limits);
  out = FileDescriptor();
  std::string text = read_to_end(in);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == done) return {std::move(text), {}};
  if (WIFEXITED(status) && WEXITSTATUS(status) == failed) return {std::nullopt, std::move(text)};
  return {std::nullopt, fate_of(status)};
}

}  // namespace news
