// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>
#include <utility>

namespace news {

/// Begins independent work on a thread of its own if `parallel`. Else, and where the system has no
/// thread to give, the work is done when its result is asked for.
template <typename Work, typename... Arguments>
auto begin_work(bool parallel, Work&& work, Arguments&&... arguments) {
  const auto policy = parallel ? std::launch::async | std::launch::deferred : std::launch::deferred;
  return std::async(policy, std::forward<Work>(work), std::forward<Arguments>(arguments)...);
}

}  // namespace news
