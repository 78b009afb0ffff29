// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/option_table.hpp"
#include "indexer/options.hpp"
#include "indexer/run.hpp"
#include "news/base/open_files.hpp"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <malloc.h>
#include <unistd.h>

namespace {

std::atomic<bool> stop{false};
static_assert(std::atomic<bool>::is_always_lock_free);

/// The first signal asks for an orderly end, the second one ends at once. But a terminal that goes
/// away often says so twice, itself and through its shell.
extern "C" void on_signal(int signal) {
  if (!stop.exchange(true) || signal == SIGHUP) return;
  // The line of the progress stays; what comes next begins a new one.
  if (::isatty(STDERR_FILENO) == 1) [[maybe_unused]]
    const auto written = ::write(STDERR_FILENO, "\n", 1);
  ::_exit(news::to_int(news::ExitCode::interrupted));
}

/// A batch takes some ten megabytes in large pieces and the next one as much again: to give them
/// back to the system in between costs a tenth of the build.
void keep_freed_memory() {
  constexpr int mebibyte = 1024 * 1024;
  ::mallopt(M_MMAP_THRESHOLD, 256 * mebibyte);
  ::mallopt(M_TRIM_THRESHOLD, 512 * mebibyte);
  ::mallopt(M_TOP_PAD, 16 * mebibyte);
}

/// Not std::signal, which lets a read or a wait go on behind the signal. What the parent had this
/// program ignore, as nohup does, is ignored.
void listen_to(int signal) {
  struct sigaction action {};
  if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) return;
  action = {};
  action.sa_handler = on_signal;
  ::sigaction(signal, &action, nullptr);
}

}  // namespace

int main(int argc, char** argv) {
  news::allow_many_open_files();
  keep_freed_memory();
  listen_to(SIGINT);
  listen_to(SIGTERM);
  listen_to(SIGHUP);
  std::signal(SIGPIPE, SIG_DFL);  // a reader that goes away ends this silently
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error with a message
  try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    news::Configuration configuration =
        news::load_configuration("news-index", news::index_option_table(), arguments);
    const char* index = std::getenv("NEWS_INDEX");
    if (index != nullptr) configuration.drop("index");
    const auto options =
        news::parse_index_options(arguments, index == nullptr ? "" : index, configuration);
    return news::to_int(news::run_news_index(options, stop));
  } catch (...) {
    const news::Failure failure = news::describe_current_exception("news-index");
    std::fputs(failure.message.c_str(), stderr);
    return news::to_int(failure.code);
  }
}
