// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/run.hpp"

#include "news/cli/damage_guard.hpp"
#include "news/cli/output.hpp"
#include "searcher/action/actions.hpp"
#include "searcher/action/screen.hpp"
#include "searcher/options/option_table.hpp"
#include "searcher/rank/ranking_profile.hpp"

#include <memory>

#include "version.hpp"
#include <fmt/format.h>

namespace news {

ExitCode run_news_search(const SearchOptions& options) {
  using Action = SearchOptions::Action;
  guard_against_damage("news-search", options.indexes);
  expect_progress();
  const std::unique_ptr<Output> out = output_for(options);
  ExitCode code = ExitCode::ok;
  switch (options.action) {
    case Action::overview:
      code = overview(options, *out);
      break;
    case Action::search:
    case Action::count:
      code = search(options, *out);
      break;
    case Action::show:
      code = show(options, *out);
      break;
    case Action::open:
      code = open_hit(options, *out);
      break;
    case Action::interactive:
      code = search_interactively(options);
      break;
    case Action::values:
      code = list_values(options, *out);
      break;
    case Action::save:
      code = save_search(options, *out);
      break;
    case Action::ask_saved:
      code = ask_saved_search(options, *out);
      break;
    case Action::saved:
      code = list_saved_searches(options, *out);
      break;
    case Action::forget:
      code = forget_search(options, *out);
      break;
    case Action::generate:
      out->write(generate(options.generated, describe_news_search(), std::string(program_version)));
      break;
    case Action::help:
      out->write(search_help());
      break;
    case Action::rank_help:
      out->write(describe_ranking_profiles());
      break;
    case Action::version:
      out->write(fmt::format("news-search {}\n", program_version));
      break;
  }
  out->flush();
  return code;
}

}  // namespace news
