// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/configuration.hpp"
#include "news/cli/program_description.hpp"
#include "news/cli/values.hpp"
#include "searcher/match/search_request.hpp"
#include "searcher/match/shard_settings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace news {

enum class OutputFormat : std::uint8_t {
  text,
  json,
  jsonl,
  csv,
  trec,
  ids,
  urls,
  paths,
  cite,
  bibtex,
  markdown
};

/// What the command line of news-search says.
struct SearchOptions {
  enum class Action : std::uint8_t {
    overview,  ///< nothing was asked: show what the index holds
    search,
    count,
    show,
    open,
    interactive,
    values,
    save,
    saved,
    forget,
    ask_saved,  ///< what is new to a saved search
    generate,
    help,
    version,
    rank_help
  };

  Action action = Action::search;
  std::vector<std::string> indexes;
  ShardSettings shards;
  std::string query;         ///< the words of the command line, with spaces between
  std::string queries_file;  ///< instead of a query: one "id<TAB>query" a line
  std::string show_id;
  std::string search_name;    ///< of the saved search that the action is about
  std::size_t open_rank = 0;  ///< the hit to open, from 1
  std::string like_id;        ///< find what is like this article; empty for none
  std::vector<Filter> filters;
  std::string since;  ///< as typed; empty for none
  std::string until;
  bool require_all = false;
  SortOrder sort = SortOrder::relevance;
  std::optional<Duplicates> duplicates;       ///< as typed
  std::vector<FacetField> facets;             ///< each once
  FacetField values_of = FacetField::outlet;  ///< what Action::values lists; `query` is their start
  Generated generated = Generated::man;       ///< what Action::generate prints
  std::size_t facet_limit = 10;
  std::optional<TimeUnit> timeline;
  std::size_t limit = 10;        ///< 0 where counts are asked for and hits are not
  std::string rank = "default";  ///< a built-in ranking profile or a file
  std::size_t offset = 0;
  OutputFormat format = OutputFormat::text;
  std::size_t snippet_columns = SnippetMaker::usual_columns;  ///< 0 for no snippets
  bool explain = false;
  bool null_ends = false;  ///< ids, urls and paths end in a zero byte instead of a line end
  When color = When::automatic;
  When hyperlink = When::automatic;
  When pager = When::automatic;

  bool counts_all() const { return !facets.empty() || timeline.has_value(); }
};

/// Reads the arguments behind the program's name, and what the configuration adds to them.
/// `default_index` is $NEWS_INDEX or empty. Touches no file. Words of the query may begin with a
/// minus sign: "-word" is an option only if it is one of news-search's or "-n" with a number right
/// behind it, and nothing behind "--" is. Throws UsageError.
SearchOptions parse_search_options(const std::vector<std::string>& arguments,
                                   const std::string& default_index,
                                   const Configuration& configuration = {});

/// The text of --help.
std::string search_help();

}  // namespace news
