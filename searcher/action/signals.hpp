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

/// While a pager has the terminal, a signal does not end the program, which would leave the two of
/// them, pager and shell, reading its keys. The pager decides itself what Ctrl-C means; at SIGTERM
/// and SIGHUP it is ended. 0 for no pager any more.
void leave_signals_to_pager(pid_t pager);

/// Whether there was a signal while a pager had the terminal, and whether it is to end the pager.
bool was_signalled();
bool was_told_to_end();

}  // namespace news
