// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/output.hpp"

#include "news/base/error.hpp"

#include <cerrno>
#include <system_error>

#include <sys/stat.h>

namespace news {

namespace {

bool is_terminal(std::FILE* stream) {
  struct stat status {};
  // Not isatty: it says no where the terminal has hung up.
  return ::fstat(::fileno(stream), &status) == 0 && S_ISCHR(status.st_mode);
}

[[noreturn]] void fail(std::FILE* stream) {
  const int code = errno;
  if (code == EIO && is_terminal(stream)) {
    throw Interrupted("standard output", "the terminal is gone");
  }
  throw FileError("standard output", std::generic_category().message(code), system_remedy(code));
}

}  // namespace

void Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) fail(stream_);
}

void Output::flush() {
  if (std::fflush(stream_) != 0) fail(stream_);
}

}  // namespace news
