// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace news {

/// Thrown by a search that was told to stop: nothing went wrong, and there is no result.
class SearchStopped {};

inline void stop_if_asked(const std::stop_token& stop) {
  if (stop.stop_requested()) throw SearchStopped();
}

}  // namespace news
