// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

namespace news::test {

/// How often a test tries: as $NEWS_FAULT_ROUNDS_<kind> says, else `usual`, which takes seconds.
inline long rounds_or(const std::string& kind, long usual) {
  const char* const text = std::getenv(("NEWS_FAULT_ROUNDS_" + kind).c_str());
  return text == nullptr ? usual : std::atol(text);
}

inline void wait_microseconds(unsigned long count) {
  std::this_thread::sleep_for(std::chrono::microseconds(count));
}

}  // namespace news::test
