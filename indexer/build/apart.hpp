// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace news {

/// What work that was done apart came to.
struct ApartResult {
  std::optional<std::string> output;  ///< nothing if it did not come to its end
  std::string failure;                ///< why not, in a few words
};

/// Bounds of work that is done apart: of processor time, and of memory beyond what this process
/// has.
struct ApartLimits {
  std::chrono::seconds processor_time{5};
  std::uint64_t memory_bytes = std::uint64_t{4} << 30U;
};

/// Does work in a child process and returns its result. Xapian was not made for tables that are
/// damaged: what it reads from one may send it into memory that it has not, or round in a circle.
/// Here that ends the child and is an answer. For a process with one thread. Throws
/// std::system_error if the system has no process or pipe to give; what `work` throws is a failure.
ApartResult do_apart(const std::function<std::string()>& work, const ApartLimits& limits);

}  // namespace news
