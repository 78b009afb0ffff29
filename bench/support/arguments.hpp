// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace news::bench {

/// The options of a benchmark's command line, one after the other: "--name" and "--name VALUE".
class Arguments {
 public:
  Arguments(int argc, char** argv);

  /// The name of the next option, with its hyphens; nothing behind the last.
  std::optional<std::string> next();

  /// What stands behind the option that next() gave. Throws UsageError if nothing does.
  std::string value();

 private:
  std::vector<std::string> words_;
  std::size_t read_ = 0;
};

}  // namespace news::bench
