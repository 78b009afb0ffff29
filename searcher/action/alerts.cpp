// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/error.hpp"
#include "news/cli/figures.hpp"
#include "news/index/open.hpp"
#include "news/index/shard_address.hpp"
#include "news/text/printable.hpp"
#include "searcher/action/actions.hpp"
#include "searcher/action/notes.hpp"
#include "searcher/action/request.hpp"
#include "searcher/action/screen.hpp"
#include "searcher/alert/saved_searches.hpp"
#include "searcher/match/searcher.hpp"
#include "searcher/query/day_range.hpp"

#include <algorithm>
#include <ctime>
#include <utility>

#include <fmt/chrono.h>

namespace news {

namespace {

std::string this_moment() {
  return fmt::format("{:%Y-%m-%d %H:%M:%S}", fmt::gmtime(std::time(nullptr)));
}

/// Those of the first index that is named and on this machine, or of the first one if none is.
/// Throws IndexError if that is none.
SavedSearches searches_of(const SearchOptions& options) {
  const auto is_here = [](const std::string& index) { return !ShardAddress::parse(index); };
  const auto here = std::find_if(options.indexes.begin(), options.indexes.end(), is_here);
  if (here == options.indexes.end()) {
    return SavedSearches(saved_searches_folder(options.indexes.front()));
  }
  open_index({*here});
  return SavedSearches(saved_searches_folder(*here));
}

Searcher searcher_for(const SearchOptions& options) {
  return {{options.indexes.begin(), options.indexes.end()}, current_day(), options.shards};
}

[[noreturn]] void refuse_unknown(const std::string& option, const std::string& name) {
  throw UsageError(option, fmt::format("there is no saved search '{}'", name),
                   "--saved lists them; --save NAME QUERY makes one.");
}

/// The query and its conditions, as they would stand on a command line.
std::string shown(const SavedSearch& search) {
  std::string text = search.query;
  const auto add = [&text](const std::string& option, const std::string& value) {
    if (!value.empty()) text += (text.empty() ? "--" : " --") + option + " " + value;
  };
  for (const Filter& filter : search.filters) {
    add(filter.field == SearchField::language ? "language" : std::string(name_of(filter.field)),
        filter.text);
  }
  add("since", search.since);
  add("until", search.until);
  add("like", search.like_id);
  return text + (search.require_all ? " --all" : "");
}

/// The options of this command line, for what was saved.
SearchOptions with_saved(SearchOptions options, const SavedSearch& search) {
  options.query = search.query;
  options.like_id = search.like_id;
  options.filters = search.filters;
  options.since = search.since;
  options.until = search.until;
  options.require_all = search.require_all;
  return options;
}

}  // namespace

/// What matches now counts as told.
ExitCode save_search(const SearchOptions& options, Output& out) {
  SavedSearches searches = searches_of(options);
  const std::string& name = options.search_name;
  if (searches.has(name)) {
    throw UsageError("--save", fmt::format("there is a saved search '{}' already", name),
                     fmt::format("Take another name, or drop that one: --forget {}.", name));
  }
  ToldArticles told;
  SearchRequest request = request_for(options);
  request.query = options.query;
  request.limit = 0;
  request.count_exactly = true;
  request.duplicates = Duplicates::show;
  request.with_suggestion = false;
  request.accept = [&told](const Article& article) {
    told.add(article);
    return true;
  };
  // What is not seen now is new later, so nothing may be missing.
  SearchOptions whole = options;
  whole.shards.require_all = true;
  const SearchResult matching = searcher_for(whole).search(request);
  print_notes(matching);
  const SavedSearch search{.name = name,
                           .query = options.query,
                           .like_id = options.like_id,
                           .filters = options.filters,
                           .since = options.since,
                           .until = options.until,
                           .require_all = options.require_all,
                           .asked = this_moment()};
  searches.write(search, told);
  out.write(fmt::format(
      "Saved {}: {}; {} now.\n", search.name, printable(shown(search)),
      matching.total == 1 ? "1 article matches" : counted(matching.total, "article") + " match"));
  return ExitCode::ok;
}

ExitCode ask_saved_search(const SearchOptions& options, Output& out) {
  SavedSearches searches = searches_of(options);
  std::optional<SavedSearch> search = searches.find(options.search_name);
  if (!search) refuse_unknown("--new", options.search_name);
  const SearchOptions asked = with_saved(options, *search);
  const ToldArticles before = searches.told(search->name);
  ToldArticles known = before;  // with what they say now, should they be edited again
  ToldArticles told;
  SearchRequest request = request_for(asked);
  request.query = asked.query;
  request.with_suggestion = false;
  request.accept = [&](const Article& article) {
    const bool is_new = !before.knows(article);
    (is_new ? told : known).add(article);
    return is_new;
  };
  const SearchResult result = searcher_for(asked).search(request);
  search->asked = this_moment();
  if (result.hits.empty()) {
    searches.write(*search, known);
    return ExitCode::not_quite;
  }
  print_notes(result);
  print_missing(result.missing);
  const std::unique_ptr<Renderer> renderer = renderer_for(asked);
  out.write(renderer->begin() + renderer->result(result, "") + renderer->end());
  out.flush();
  if (!out.is_read()) return ExitCode::ok;  // what nobody read is told again
  known.add(told);
  searches.write(*search, known);
  return ExitCode::ok;
}

ExitCode list_saved_searches(const SearchOptions& options, Output& out) {
  const std::vector<SavedSearch> all = searches_of(options).all();
  for (const SavedSearch& search : all) {
    out.write(fmt::format("{}\t{}\tlast asked {} UTC\n", search.name, printable(shown(search)),
                          search.asked));
  }
  return all.empty() ? ExitCode::not_quite : ExitCode::ok;
}

ExitCode forget_search(const SearchOptions& options, Output& out) {
  if (!searches_of(options).remove(options.search_name)) {
    refuse_unknown("--forget", options.search_name);
  }
  out.write(fmt::format("Forgot {}.\n", options.search_name));
  return ExitCode::ok;
}

}  // namespace news
