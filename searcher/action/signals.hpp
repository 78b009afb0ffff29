// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

/// SIGINT, SIGTERM and SIGHUP end news-search with 130. There is nothing to bring to a safe place:
/// an index is only read.
namespace news {

/// From now on the signals end the program at once, but for those that its parent had it ignore, as
/// nohup does. A reader of its output that goes away ends it silently, whatever its parent did.
void end_at_signals();

/// What a signal has to write to standard output so that the terminal is as before: colours and
/// links may be under way.
enum class TerminalReset { nothing, colors, colors_and_links };
void reset_terminal_at_end(TerminalReset reset);

/// What takes the signals for a program that has the whole screen and must clear it up first.
struct SignalReceiver {
  int pipe = -1;                 ///< gets the number of each as a byte
  void (*clear_up)() = nullptr;  ///< before a second one, with the first not taken, ends it at once
};

/// From now on SIGINT, SIGTERM and SIGHUP go to the receiver. Without a pipe all is as before.
void send_signals_to(const SignalReceiver& receiver);

/// Whether the receiver also gets changes of the window's size, requests to stop (Ctrl-Z), and what
/// goes on after that; else they do to the program what they usually do.
void send_job_signals(bool wanted);

/// To be called when a signal was taken.
void note_signal_taken();

/// While another program, such as a pager, has the terminal, a signal does not end this one, which
/// would leave the two of them, it and the shell, reading the keys. The other decides itself what
/// Ctrl-C means; at SIGTERM and SIGHUP it is ended. 0 for no other any more. What there was before
/// is forgotten.
void leave_signals_to(pid_t other);

/// Whether there was a signal while another had the terminal, and whether it is to end both.
bool was_signalled();
bool was_told_to_end();

}  // namespace news
