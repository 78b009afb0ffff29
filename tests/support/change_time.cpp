// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/change_time.hpp"

#include <array>
#include <stdexcept>

#include <fcntl.h>
#include <sys/stat.h>

namespace news::test {

void set_change_time(const std::string& path, std::int64_t ns) {
  constexpr std::int64_t ns_per_s = 1'000'000'000;
  const timespec changed{.tv_sec = ns / ns_per_s, .tv_nsec = ns % ns_per_s};
  const std::array<timespec, 2> times = {changed, changed};
  if (::utimensat(AT_FDCWD, path.c_str(), times.data(), 0) != 0) {
    throw std::runtime_error("no time set for " + path);
  }
}

}  // namespace news::test
