// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/open_files.hpp"
#include "searcher/action/signals.hpp"
#include "searcher/options.hpp"
#include "searcher/options/option_table.hpp"
#include "searcher/run.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  news::allow_many_open_files();
  news::end_at_signals();
  try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    news::Configuration configuration =
        news::load_configuration("news-search", news::search_option_table(), arguments);
    const char* index = std::getenv("NEWS_INDEX");
    if (index != nullptr) configuration.drop("index");
    const auto options =
        news::parse_search_options(arguments, index == nullptr ? "" : index, configuration);
    return news::to_int(news::run_news_search(options));
  } catch (...) {
    const news::Failure failure = news::describe_current_exception("news-search");
    std::fputs(failure.message.c_str(), stderr);
    return news::to_int(failure.code);
  }
}
