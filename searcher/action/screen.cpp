// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/screen.hpp"

#include "news/base/ascii.hpp"

#include <cstdlib>
#include <string>

#include <sys/ioctl.h>
#include <unistd.h>

namespace news {

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t terminal_columns() {
  constexpr std::size_t usual = 80;
  const std::string columns = environment("COLUMNS");
  if (columns.size() <= 4 && ascii::all_digits(columns)) return std::stoul(columns);
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : usual;
}

}  // namespace

RenderSettings render_settings(const SearchOptions& options) {
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  const bool plain = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
  return {.color = options.color == When::always ||
                   (options.color == When::automatic && terminal && !plain),
          .columns = terminal_columns(),
          .explain = options.explain,
          .terminal = terminal};
}

std::unique_ptr<Renderer> renderer_for(const SearchOptions& options) {
  const bool several = !options.queries_file.empty();
  switch (options.format) {
    case OutputFormat::json:
      return make_json_renderer(several);
    case OutputFormat::jsonl:
      return make_json_lines_renderer();
    case OutputFormat::csv:
      return make_csv_renderer({.several_queries = several, .counts = options.counts_all()});
    case OutputFormat::trec:
      return make_trec_renderer();
    case OutputFormat::ids:
      return make_id_renderer();
    case OutputFormat::urls:
      return make_url_renderer();
    case OutputFormat::text:
      break;
  }
  if (options.action == SearchOptions::Action::count) return make_count_renderer();
  return make_text_renderer(render_settings(options));
}

}  // namespace news
