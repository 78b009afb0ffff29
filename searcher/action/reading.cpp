// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/reading.hpp"

#include "news/cli/terminal.hpp"
#include "searcher/action/pager.hpp"
#include "searcher/render/article_text.hpp"

#include <string>
#include <string_view>

#include <unistd.h>

namespace news {

namespace {

void wait_for_enter() {
  constexpr std::string_view line = "-- Enter goes back --";
  [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, line.data(), line.size());
  char key = 0;
  while (::read(STDIN_FILENO, &key, 1) == 1 && key != '\n') {
  }
}

}  // namespace

void read_in_pager(const Hit& hit, bool color) {
  const Environment environment = environment_of_process();
  std::string command = pager_command(environment);
  const bool waits = is_less_command(command);
  // It must not end by itself where an article fits on the screen, whatever else is wanted of it.
  if (waits) command += " -R -+F -+X";
  if (command.empty()) command = "cat";
  PagedOutput pager(
      {.command = command, .screen = terminal_size(STDOUT_FILENO, environment), .always = true});
  pager.write(color ? article_text(hit.article, hit.body_highlights) : article_text(hit.article));
  pager.flush();
  if (!waits) wait_for_enter();
}

}  // namespace news
