// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/error.hpp"
#include "news/cli/damage_guard.hpp"
#include "searcher/action/actions.hpp"
#include "searcher/action/browser.hpp"
#include "searcher/action/reading.hpp"
#include "searcher/action/request.hpp"
#include "searcher/action/screen.hpp"
#include "searcher/action/signals.hpp"
#include "searcher/interactive/clipboard.hpp"
#include "searcher/interactive/curses_screen.hpp"
#include "searcher/interactive/drawing.hpp"
#include "searcher/interactive/search_worker.hpp"
#include "searcher/interactive/session.hpp"
#include "searcher/render/citation.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace news {

namespace {

using Clock = std::chrono::steady_clock;

/// What is typed faster is one question.
constexpr std::chrono::milliseconds pause_in_typing{60};

/// Wakes the loop: by signals, with their number, and by answers. Neither end blocks.
class WakePipe {
 public:
  static constexpr unsigned char answered = 0;  // no signal has this number

  WakePipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
      throw FileError("--interactive", std::generic_category().message(errno),
                      system_remedy(errno));
    }
  }
  ~WakePipe() {
    for (const int end : ends_) ::close(end);
  }
  WakePipe(const WakePipe&) = delete;
  WakePipe& operator=(const WakePipe&) = delete;

  int reader() const { return ends_[0]; }
  int writer() const { return ends_[1]; }

  /// A pipe that is full wakes the loop, too.
  void wake() const { [[maybe_unused]] const auto done = ::write(ends_[1], &answered, 1); }

  /// The next that came; nothing if there is no more.
  std::optional<int> take() const {
    unsigned char byte = 0;
    if (::read(ends_[0], &byte, 1) != 1) return std::nullopt;
    return byte;
  }

 private:
  std::array<int, 2> ends_{};
};

/// Signals go to a pipe for as long as this lives.
class SignalsReceived {
 public:
  explicit SignalsReceived(int pipe) {
    send_signals_to({.pipe = pipe, .clear_up = give_back_terminal});
    send_job_signals(true);
  }
  ~SignalsReceived() {
    send_job_signals(false);
    send_signals_to({});
  }
  SignalsReceived(const SignalsReceived&) = delete;
  SignalsReceived& operator=(const SignalsReceived&) = delete;
};

/// Ctrl-Z stops the program, and what it has started, for as long as this lives.
class JobSignalsAsUsual {
 public:
  JobSignalsAsUsual() { send_job_signals(false); }
  ~JobSignalsAsUsual() { send_job_signals(true); }
  JobSignalsAsUsual(const JobSignalsAsUsual&) = delete;
  JobSignalsAsUsual& operator=(const JobSignalsAsUsual&) = delete;
};

class InteractiveSearch {
 public:
  explicit InteractiveSearch(const SearchOptions& options)
      : environment_(environment_of_process()),
        worker_(Answerer({options.indexes.begin(), options.indexes.end()}, request_for(options),
                         options.shards),
                [this] { pipe_.wake(); }),
        color_(render_settings(options).color),
        signals_(pipe_.writer()),
        screen_(color_, environment_),
        session_(options.query, options.sort, terminal_size(STDOUT_FILENO, environment_)) {}

  ExitCode run() {
    worker_.ask(session_.question());
    while (!end_) {
      screen_.show(draw(session_));
      wait();
      take_what_came();
      take_keys();
      if (ask_at_ && Clock::now() >= *ask_at_) ask();
    }
    return *end_;
  }

 private:
  void ask() {
    ask_at_.reset();
    worker_.ask(session_.question());
  }

  /// Until there is something to do.
  void wait() {
    int patience = -1;
    if (ask_at_) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(*ask_at_ - Clock::now());
      patience = static_cast<int>(std::max<std::int64_t>(left.count(), 0));
    }
    std::array<pollfd, 2> sources{{{STDIN_FILENO, POLLIN, 0}, {pipe_.reader(), POLLIN, 0}}};
    if (::poll(sources.data(), sources.size(), patience) <= 0) return;
    note_progress();
    const bool is_gone = (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
    if (is_gone) end_ = ExitCode::interrupted;
  }

  void take_what_came() {
    while (const std::optional<int> came = pipe_.take()) {
      switch (*came) {
        case WakePipe::answered:
          take_replies();
          break;
        case SIGWINCH:
          take_size();
          break;
        case SIGTSTP:
          stop();
          break;
        case SIGCONT:
          screen_.pause();
          resume();
          break;
        default:
          end_ = ExitCode::interrupted;
      }
    }
  }

  void take_replies() {
    for (Reply& reply : worker_.take_replies()) session_.show(std::move(reply));
  }

  void take_keys() {
    while (!end_) {
      const std::optional<Key> key = screen_.read_key();
      if (!key) return;
      if (key->kind == Key::Kind::unknown) continue;
      grant(session_.press(*key));
    }
  }

  void grant(Wish wish) {
    switch (wish) {
      case Wish::nothing:
        break;
      case Wish::search_soon:
        ask_at_ = Clock::now() + pause_in_typing;
        break;
      case Wish::search_now:
        ask();
        break;
      case Wish::read:
        with_terminal_given_away([this] { read_in_pager(*session_.selected(), color_); });
        break;
      case Wish::open:
        open();
        break;
      case Wish::copy:
        copy();
        break;
      case Wish::leave:
        end_ = ExitCode::ok;
        break;
      case Wish::interrupt:
        end_ = ExitCode::interrupted;
        break;
      case Wish::suspend:
        stop();
        break;
      case Wish::redraw:
        screen_.forget();
        break;
    }
  }

  void take_size() {
    const TerminalSize size = terminal_size(STDOUT_FILENO, environment_);
    screen_.resize(size);
    grant(session_.resize(size));
  }

  void resume() {
    screen_.resume();
    take_size();
  }

  void stop() {
    screen_.pause();
    {
      const JobSignalsAsUsual as_usual;
      ::kill(0, SIGTSTP);  // the whole job, as a shell's Ctrl-Z does
    }
    resume();
  }

  /// Does what needs the terminal as the user has it; what goes wrong is said on the screen. A
  /// Ctrl-C meant the other program.
  template <typename Work>
  void with_terminal_given_away(Work work) {
    screen_.pause();
    try {
      const JobSignalsAsUsual as_usual;
      work();
    } catch (const Interrupted&) {
      if (was_told_to_end()) end_ = ExitCode::interrupted;
    } catch (const Error& error) {
      session_.say(error.with_remedy());
    }
    while (const std::optional<int> came = pipe_.take()) {
      if (*came == SIGTERM || *came == SIGHUP) end_ = ExitCode::interrupted;
      if (*came == WakePipe::answered) take_replies();
    }
    note_signal_taken();
    if (!end_) resume();
  }

  void open() {
    const std::string target = browser_target(session_.selected()->article);
    if (target.empty()) return session_.say("It has no url, and came from standard input");
    if (browser_needs_terminal(environment_)) {
      with_terminal_given_away([&] { open_in_browser(target, environment_); });
    } else {
      try {
        open_in_browser(target, environment_, BrowserWait::start);
      } catch (const Error& error) {
        return session_.say(error.with_remedy());
      }
    }
    if (session_.message().empty()) session_.say("Opened " + target);
  }

  void copy() {
    const std::string text = citation(session_.selected()->article);
    screen_.send(clipboard_sequence(text));
    copy_through_tmux(text, environment_);
    session_.say("Copied: " + text.substr(0, text.find('\n')));
  }

  Environment environment_;
  WakePipe pipe_;
  SearchWorker worker_;
  bool color_;
  SignalsReceived signals_;  ///< before and behind the screen, which no signal may leave as it is
  CursesScreen screen_;      ///< given back before the worker is waited for
  Session session_;
  std::optional<Clock::time_point> ask_at_;
  std::optional<ExitCode> end_;
};

}  // namespace

ExitCode search_interactively(const SearchOptions& options) {
  if (::isatty(STDIN_FILENO) != 1 || ::isatty(STDOUT_FILENO) != 1) {
    throw UsageError("--interactive", "needs a terminal for what it reads and shows",
                     "Leave out what redirects them.");
  }
  std::signal(SIGPIPE, SIG_IGN);  // what is started may end before it has read all
  return InteractiveSearch(options).run();
}

}  // namespace news
