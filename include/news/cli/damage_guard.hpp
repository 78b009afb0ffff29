// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace news {

/// Xapian was not made for tables that are damaged: what it reads from one may send it into memory
/// that it has not, or round in a circle. Reading all checksums before each search would take
/// longer than the search. So they are looked at when it is too late: a program that crashes, or
/// makes no progress for seconds of processor time, compares the files of its indexes with their
/// checksums, and where one differs it says so and ends with ExitCode::failed, as it would have if
/// Xapian had noticed.
///
/// What a crash means of an index without damage is left to the system, as without this.
///
/// Called once, before there are threads. `indexes`: folders; what is none is passed over.
void guard_against_damage(const std::string& program, const std::vector<std::string>& indexes);

/// What is to be done before damage is told and the program ended, as where it has the whole
/// screen. It is called by a handler of signals. Null for nothing.
void clear_up_before_damage(void (*clear_up)());

/// From now on, a program that has not called note_progress() for some four seconds of processor
/// time is looked at as above; if no damage is found it goes on.
void expect_progress();
void note_progress() noexcept;

}  // namespace news
