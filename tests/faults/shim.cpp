// SPDX-License-Identifier: GPL-3.0-or-later
// A library to preload (LD_PRELOAD) before a program, in which calls that change files fail.
//
// Calls are counted which write to, make, rename, remove or bring to disk what lies in a folder:
//
//   NEWS_FAULT_FOLDER   that folder
//   NEWS_FAULT_AT       which call fails, from 1; 0 for none
//   NEWS_FAULT_WITH     how: ENOSPC, EIO, or "kill" for a process that is killed before the call
//   NEWS_FAULT_STAYS    set if all calls behind it fail, too, as on a disk that stays full;
//   removing
//                       files and making room still works then
//   NEWS_FAULT_COUNT    a file into which the number of calls is written when the program ends
//   NEWS_FAULT_CLOCK    seconds by which the clock jumps back at each 50th look
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

template <typename Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

struct Plan {
  const char* folder = std::getenv("NEWS_FAULT_FOLDER");
  const char* with = std::getenv("NEWS_FAULT_WITH");
  const char* count_file = std::getenv("NEWS_FAULT_COUNT");
  long at = 0;
  bool stays = std::getenv("NEWS_FAULT_STAYS") != nullptr;
  std::atomic<long> calls{0};
  pid_t process = ::getpid();

  Plan() {
    if (const char* text = std::getenv("NEWS_FAULT_AT")) at = std::atol(text);
  }
  ~Plan() {
    if (count_file == nullptr || ::getpid() != process) return;
    char text[32];
    const int length = std::snprintf(text, sizeof text, "%ld\n", calls.load());
    const int fd = next<int (*)(const char*, int, ...)>("open")(count_file,
                                                                O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (fd < 0) return;
    (void)!next<ssize_t (*)(int, const void*, size_t)>("write")(fd, text,
                                                                static_cast<size_t>(length));
    ::close(fd);
  }
};

/// Made at the first call, which may come before this library's own constructors.
Plan& plan() {
  static Plan the_plan;
  return the_plan;
}

bool is_meant(const char* path) {
  const char* const folder = plan().folder;
  return folder != nullptr && path != nullptr && std::string_view(path).starts_with(folder);
}

bool is_meant(int fd) {
  if (plan().folder == nullptr) return false;
  char link[64];
  char path[PATH_MAX];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  const ssize_t length = ::readlink(link, path, sizeof path - 1);
  if (length <= 0) return false;
  path[length] = '\0';
  return is_meant(path);
}

bool is_meant_at(int folder, const char* path) {
  return path[0] == '/' || folder == AT_FDCWD ? is_meant(path) : is_meant(folder);
}

/// Counts a call. True, with errno set, if it is to fail. `makes_room`: it works on a full disk.
bool fails(bool makes_room = false) {
  const int before = errno;
  Plan& here = plan();
  const long number = ++here.calls;
  const bool now = number == here.at || (here.stays && here.at != 0 && number > here.at);
  if (!now || (makes_room && here.stays)) {
    errno = before;
    return false;
  }
  const std::string_view with = here.with == nullptr ? "" : here.with;
  if (with == "kill") ::kill(::getpid(), SIGKILL);
  errno = with == "ENOSPC" ? ENOSPC : EIO;
  return true;
}

bool makes_file(int flags) { return (flags & O_CREAT) != 0; }

}  // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t size) {
  if (is_meant(fd) && fails()) return -1;
  return next<ssize_t (*)(int, const void*, size_t)>("write")(fd, bytes, size);
}

ssize_t writev(int fd, const iovec* parts, int count) {
  if (is_meant(fd) && fails()) return -1;
  return next<ssize_t (*)(int, const iovec*, int)>("writev")(fd, parts, count);
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  if (is_meant(fd) && fails()) return -1;
  return next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(fd, bytes, size, at);
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  if (is_meant(fd) && fails()) return -1;
  return next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(fd, bytes, size, at);
}

int fsync(int fd) {
  if (is_meant(fd) && fails()) return -1;
  return next<int (*)(int)>("fsync")(fd);
}

int fdatasync(int fd) {
  if (is_meant(fd) && fails()) return -1;
  return next<int (*)(int)>("fdatasync")(fd);
}

int ftruncate(int fd, off_t size) noexcept {
  if (is_meant(fd) && fails()) return -1;
  return next<int (*)(int, off_t)>("ftruncate")(fd, size);
}

int ftruncate64(int fd, off64_t size) noexcept {
  if (is_meant(fd) && fails()) return -1;
  return next<int (*)(int, off64_t)>("ftruncate64")(fd, size);
}

int rename(const char* from, const char* to) noexcept {
  if (is_meant(to) && fails()) return -1;
  return next<int (*)(const char*, const char*)>("rename")(from, to);
}

int unlink(const char* path) noexcept {
  if (is_meant(path) && fails(/*makes_room=*/true)) return -1;
  return next<int (*)(const char*)>("unlink")(path);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  if (is_meant_at(folder, path) && fails(/*makes_room=*/true)) return -1;
  return next<int (*)(int, const char*, int)>("unlinkat")(folder, path, flags);
}

int rmdir(const char* path) noexcept {
  if (is_meant(path) && fails(/*makes_room=*/true)) return -1;
  return next<int (*)(const char*)>("rmdir")(path);
}

int mkdir(const char* path, mode_t mode) noexcept {
  if (is_meant(path) && fails()) return -1;
  return next<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = makes_file(flags) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (makes_file(flags) && is_meant(path) && fails()) return -1;
  return next<int (*)(const char*, int, ...)>("open")(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = makes_file(flags) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (makes_file(flags) && is_meant(path) && fails()) return -1;
  return next<int (*)(const char*, int, ...)>("open64")(path, flags, mode);
}

FILE* fopen64(const char* path, const char* mode) {
  if (std::strchr(mode, 'r') == nullptr && is_meant(path) && fails()) return nullptr;
  return next<FILE* (*)(const char*, const char*)>("fopen64")(path, mode);
}

int clock_gettime(clockid_t clock, timespec* now) noexcept {
  static const char* const jump = std::getenv("NEWS_FAULT_CLOCK");
  static std::atomic<long> looks{0};
  const int result = next<int (*)(clockid_t, timespec*)>("clock_gettime")(clock, now);
  if (jump != nullptr && clock == CLOCK_REALTIME) now->tv_sec -= ++looks / 50 * std::atol(jump);
  return result;
}

time_t time(time_t* result) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (result != nullptr) *result = now.tv_sec;
  return now.tv_sec;
}

}  // extern "C"
