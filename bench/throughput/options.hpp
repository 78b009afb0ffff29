// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace news::bench {

/// What the command line of bench/run says.
struct ThroughputOptions {
  enum class Action { run, help };

  Action action = Action::run;
  std::string data;
  std::size_t repeat = 5;
  std::vector<std::string> only;  ///< names of parts(); all if empty
  bool quick = false;
  std::string json;  ///< where the figures go as JSON
  bool keep = false;

  bool wants(const std::string& part) const;
};

/// What --only can name: the contestants and the other measurements.
const std::vector<std::string>& parts();

/// Reads the arguments behind the program's name. Touches no file. Throws UsageError.
ThroughputOptions parse_throughput_options(const std::vector<std::string>& arguments,
                                           const std::string& default_json);

/// The text of --help.
std::string throughput_help();

}  // namespace news::bench
