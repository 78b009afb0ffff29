// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/progress.hpp"

#include <cstdio>

#include <fmt/format.h>

namespace news::bench {

void say(const std::string& line) { fmt::print(stderr, "{}\n", line); }

}  // namespace news::bench
