// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/output.hpp"

#include "news/base/error.hpp"

#include <cerrno>
#include <system_error>

namespace news {

namespace {

[[noreturn]] void fail() {
  throw FileError("standard output", std::generic_category().message(errno));
}

}  // namespace

void Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) fail();
}

void Output::flush() {
  if (std::fflush(stream_) != 0) fail();
}

}  // namespace news
