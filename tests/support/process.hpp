// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace news::test {

/// What a program left behind.
struct Outcome {
  int exit_code = -1;  ///< 128 + the signal that ended it
  std::string out;
  std::string err;
};

/// How to run a program.
struct Invocation {
  std::vector<std::string> command;
  std::string input = {};                     ///< standard input
  std::string folder = {};                    ///< to run in; empty for this one
  std::vector<std::string> environment = {};  ///< "NAME=value", besides PATH and HOME
};

/// Becomes the program; to be called in a child that was forked.
[[noreturn]] void become(const Invocation& invocation);

/// Waits for a child; its exit code as in Outcome.
int exit_code_of(pid_t pid);

/// Runs a program to its end.
Outcome run(const Invocation& invocation);

/// Runs news-index and news-search with arguments.
Outcome news_index(std::vector<std::string> arguments);
Outcome news_search(std::vector<std::string> arguments);

/// A program that is left to run, with its output thrown away.
class BackgroundProcess {
 public:
  explicit BackgroundProcess(const std::vector<std::string>& command);
  ~BackgroundProcess();  ///< kills it if it is still there
  BackgroundProcess(const BackgroundProcess&) = delete;
  BackgroundProcess& operator=(const BackgroundProcess&) = delete;

  void signal(int number) const;
  int wait();  ///< its exit code as in Outcome

 private:
  pid_t pid_ = -1;
};

}  // namespace news::test
