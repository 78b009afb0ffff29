// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/screen.hpp"

#include "news/cli/terminal.hpp"
#include "searcher/action/pager.hpp"
#include "searcher/action/signals.hpp"

#include <cstdio>

#include <unistd.h>

namespace news {

RenderSettings render_settings(const SearchOptions& options) {
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  const Environment environment = environment_of_process();
  return {.color = options.color == When::always ||
                   (options.color == When::automatic && terminal && wants_colors(environment)),
          .columns = terminal_size(STDOUT_FILENO, environment).columns,
          .explain = options.explain,
          .terminal = terminal,
          .hyperlinks =
              options.hyperlink == When::always ||
              (options.hyperlink == When::automatic && terminal && shows_hyperlinks(environment) &&
               (options.pager == When::never || pager_shows_hyperlinks(environment)))};
}

std::unique_ptr<Renderer> renderer_for(const SearchOptions& options) {
  const ListEnd end = options.null_ends ? ListEnd::null : ListEnd::line;
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
      return make_id_renderer(end);
    case OutputFormat::urls:
      return make_url_renderer(end);
    case OutputFormat::paths:
      return make_path_renderer(end);
    case OutputFormat::cite:
      return make_citation_renderer();
    case OutputFormat::bibtex:
      return make_bibtex_renderer();
    case OutputFormat::markdown:
      return make_markdown_renderer();
    case OutputFormat::text:
      break;
  }
  if (options.action == SearchOptions::Action::count) return make_count_renderer();
  return make_text_renderer(render_settings(options));
}

std::unique_ptr<Output> output_for(const SearchOptions& options) {
  using Action = SearchOptions::Action;
  const Environment environment = environment_of_process();
  const RenderSettings settings = render_settings(options);
  if (settings.terminal && (settings.color || settings.hyperlinks)) {
    reset_terminal_at_end(settings.hyperlinks ? TerminalReset::colors_and_links
                                              : TerminalReset::colors);
  }
  const bool has_pages = options.action == Action::search || options.action == Action::show ||
                         options.action == Action::overview;
  const bool wanted =
      options.pager == When::always || (options.pager == When::automatic && settings.terminal &&
                                        !options.null_ends && environment("TERM") != "dumb");
  const std::string command = pager_command(environment);
  if (!has_pages || !wanted || command.empty()) return std::make_unique<Output>(stdout);
  return std::make_unique<PagedOutput>(
      PagerSettings{.command = command,
                    .screen = terminal_size(STDOUT_FILENO, environment),
                    .always = options.pager == When::always});
}

}  // namespace news
