// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace news {

/// How parts of an index on other machines are dealt with.
struct ShardSettings {
  /// How long a search may wait for parts that do not answer.
  std::chrono::milliseconds timeout{10'000};
  bool require_all = false;  ///< a part that is missing is an error
};

}  // namespace news
