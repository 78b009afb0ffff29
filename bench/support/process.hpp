// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Running and measuring programs. Each runs as a child of its own, without a shell.
///
/// Linux counts what the parent had in memory as memory of the child, too. So this program keeps no
/// articles in memory while it measures.
namespace news::bench {

/// What a process took, from before it was started until it was gone.
struct Measured {
  double seconds = 0;                   ///< of the clock on the wall
  double cpu_seconds = 0;               ///< of all its threads, in user and system mode
  std::uint64_t peak_memory_bytes = 0;  ///< the largest resident set
};

struct Command {
  std::vector<std::string> words;             ///< the program, found in PATH, and its arguments
  std::filesystem::path log;                  ///< gets standard output and standard error
  std::vector<std::string> environment = {};  ///< "NAME=value", besides what is there
};

/// Runs a program to its end. Throws Error, with what the program wrote, if it fails; Interrupted
/// if a signal told this program to end.
Measured measure(const Command& command);

/// The same for a part of this program, run in a child; `name` is what errors call it. An exception
/// there is a failure of the child.
Measured measure_in_child(const std::string& name, const std::filesystem::path& log,
                          const std::function<void()>& work);

/// A command that is not measured, and what it wrote; nothing if it fails or is not there.
std::optional<std::string> output_of(const Command& command);

/// Whether a program is in PATH.
bool is_installed(const std::string& program);

/// From now on SIGINT and SIGTERM end the running child, and `measure` throws.
void listen_to_signals();

}  // namespace news::bench
