// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace news {

/// What the programs tell the shell.
enum class ExitCode {
  ok = 0,
  not_quite = 1,  ///< news-index --strict: something was unreadable; news-search: no hits
  failed = 2,
  busy = 75,  ///< EX_TEMPFAIL: another writer holds the index
  interrupted = 130,
};

constexpr int to_int(ExitCode code) { return static_cast<int>(code); }

/// What main() does about an exception: the code to end with, and the lines for standard error,
/// "program: where: what" and the remedy.
struct Failure {
  ExitCode code = ExitCode::failed;
  std::string message;
};

/// To be called in a catch block.
Failure describe_current_exception(const std::string& program);

}  // namespace news
