// SPDX-License-Identifier: GPL-3.0-or-later
// What the handlers call allocates nothing, takes no lock and throws nothing: the program may have
// been stopped anywhere.
#include "news/cli/damage_guard.hpp"

#include "news/base/hash.hpp"
#include "news/cli/exit_code.hpp"
#include "news/index/schema.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

namespace news {

namespace {

using Path = std::array<char, PATH_MAX>;

/// All that the handlers need, made before.
struct Guard {
  std::string program;
  std::vector<std::string> indexes;
  Hasher hasher;
  std::array<char, std::size_t{1} << 20U> stub{};
  std::array<char, 4096> record{};
  std::array<char, std::size_t{64} << 10U> buffer{};
};

Guard* guard = nullptr;
std::atomic<unsigned> progress{0};
std::atomic<void (*)()> clear_up{nullptr};
static_assert(std::atomic<unsigned>::is_always_lock_free &&
              std::atomic<void (*)()>::is_always_lock_free);

/// folder/name; false if that is too long.
bool join(std::string_view folder, std::string_view name, Path& path) {
  if (folder.size() + name.size() + 2 > path.size()) return false;
  char* end = std::copy(folder.begin(), folder.end(), path.begin());
  *end++ = '/';
  end = std::copy(name.begin(), name.end(), end);
  *end = '\0';
  return true;
}

/// As much of a file as there is room for; nothing if it cannot be read.
template <std::size_t size>
std::string_view read_into(std::array<char, size>& buffer, const Path& path) {
  const int fd = ::open(path.data(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return {};
  const ssize_t got = ::read(fd, buffer.data(), buffer.size());
  ::close(fd);
  return {buffer.data(), got < 0 ? 0 : static_cast<std::size_t>(got)};
}

/// Takes off the text before the first `end`, and that.
std::string_view take(std::string_view& text, char end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return part;
}

bool has_digest(const Path& file, std::string_view digest) {
  const int fd = ::open(file.data(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  guard->hasher.reset();
  ssize_t got = 0;
  while ((got = ::read(fd, guard->buffer.data(), guard->buffer.size())) > 0) {
    guard->hasher.update({guard->buffer.data(), static_cast<std::size_t>(got)});
  }
  ::close(fd);
  const Hasher::Digest found = guard->hasher.raw_digest();
  return digest == std::string_view(found.data(), found.size());
}

/// Finds a file of a segment that is not as its record says.
bool find_damage(std::string_view segment, Path& damaged) {
  Path path{};
  if (!join(segment, schema::record_file, path)) return false;
  std::string_view lines = read_into(guard->record, path);
  while (!lines.empty()) {
    std::string_view line = take(lines, '\n');
    if (take(line, ' ') != schema::record_file_word) continue;
    const std::string_view name = take(line, ' ');
    take(line, ' ');  // its size
    if (join(segment, name, damaged) && !has_digest(damaged, line)) return true;
  }
  return false;
}

bool find_damage(Path& damaged) {
  Path path{};
  Path segment{};
  for (const std::string& index : guard->indexes) {
    if (!join(index, schema::stub_file, path)) continue;
    std::string_view lines = read_into(guard->stub, path);
    while (!lines.empty()) {
      const std::string_view line = take(lines, '\n');
      if (!line.starts_with(schema::stub_line)) continue;
      const std::string_view name = line.substr(schema::stub_line.size());
      if (join(index, name, segment) && find_damage(segment.data(), damaged)) return true;
    }
  }
  return false;
}

void say(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// Ends the program if its index is damaged.
void end_if_damaged() {
  static Path damaged{};
  if (!find_damage(damaged)) return;
  void (*const first)() = clear_up;
  if (first != nullptr) first();
  say(guard->program);
  say(": ");
  say(damaged.data());
  say(": is damaged: it is not as it was written\n"
      "  Bring the index to its last whole state: news-index --repair.\n");
  ::_exit(to_int(ExitCode::failed));
}

extern "C" void on_crash(int signal) {
  end_if_damaged();
  std::signal(signal, SIG_DFL);
  ::raise(signal);
}

extern "C" void on_tick(int /*signal*/) {
  static unsigned seen = 0;
  const unsigned now = progress;
  const bool stuck = now == seen;
  seen = now;
  if (stuck) end_if_damaged();
}

void handle(int signal, void (*handler)(int), int flags) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  ::sigaction(signal, &action, nullptr);
}

/// A stack that has overflowed is no place for a handler.
void use_stack_of_its_own() {
  static std::array<char, std::size_t{64} << 10U> memory;
  stack_t stack{};
  stack.ss_sp = memory.data();
  stack.ss_size = memory.size();
  ::sigaltstack(&stack, nullptr);
}

}  // namespace

void guard_against_damage(const std::string& program, const std::vector<std::string>& indexes) {
  static Guard the_guard;
  the_guard.program = program;
  the_guard.indexes = indexes;
  guard = &the_guard;
  use_stack_of_its_own();
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
    handle(signal, on_crash, SA_ONSTACK | static_cast<int>(SA_RESETHAND));
  }
}

void clear_up_before_damage(void (*what)()) { clear_up = what; }

void expect_progress() {
  handle(SIGPROF, on_tick, SA_RESTART | SA_ONSTACK);
  constexpr timeval tick{.tv_sec = 2, .tv_usec = 0};
  const itimerval ticks{.it_interval = tick, .it_value = tick};
  ::setitimer(ITIMER_PROF, &ticks, nullptr);
}

void note_progress() noexcept { progress.fetch_add(1, std::memory_order_relaxed); }

}  // namespace news
