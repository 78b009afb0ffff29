// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/farewell.hpp"

// A file of its own: these headers have macros with common names.
#include <curses.h>
#include <term.h>

namespace news {

namespace {

std::string* sequences = nullptr;

extern "C" int append_to_sequences(int c) {
  sequences->push_back(static_cast<char>(c));
  return c;
}

}  // namespace

std::string farewell_of_terminal() {
  std::string all;
  sequences = &all;
  for (const char* sequence : {exit_attribute_mode, cursor_normal, keypad_local, exit_ca_mode}) {
    if (sequence != nullptr) ::tputs(sequence, 1, append_to_sequences);
  }
  sequences = nullptr;
  return all;
}

}  // namespace news
