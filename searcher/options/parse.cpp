// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/error.hpp"
#include "news/cli/command_line.hpp"
#include "news/cli/values.hpp"
#include "searcher/alert/saved_searches.hpp"
#include "searcher/options.hpp"
#include "searcher/options/argument_split.hpp"
#include "searcher/options/consistency.hpp"
#include "searcher/options/option_table.hpp"
#include "searcher/options/option_values.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace po = boost::program_options;

namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t trec_depth = 1000;
constexpr std::size_t hits_of_a_page = 10;
constexpr std::size_t all_there_is = 1'000'000'000;

/// Options that filter by a field.
constexpr std::array<std::pair<const char*, SearchField>, 5> filter_options = {{
    {"outlet", SearchField::outlet},
    {"section", SearchField::section},
    {"language", SearchField::language},
    {"author", SearchField::author},
    {"topic", SearchField::topic},
}};

po::variables_map parse(const Texts& options) {
  // No sticky short options: "-iraq" is a word.
  const int style = command_line_style & ~po::command_line_style::allow_sticky;
  return parse_command_line(options, to_program_options(search_option_table()), {}, style);
}

/// What was typed, and the same with what the configuration adds to it.
struct Values {
  po::variables_map typed;
  po::variables_map all;
};

Values values_of(const Texts& options, const Configuration& configuration) {
  Values values{.typed = parse(options), .all = {}};
  Texts more = configuration.arguments(search_option_table(), values.typed);
  more.insert(more.end(), options.begin(), options.end());
  values.all = parse(more);
  return values;
}

std::string joined(const Texts& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

SearchOptions::Action action_of(const po::variables_map& values) {
  using Action = SearchOptions::Action;
  if (values.count("help") != 0) return Action::help;
  if (values.count("version") != 0) return Action::version;
  if (values.count("generate") != 0) return Action::generate;
  if (text_of(values, "rank") == "help") return Action::rank_help;
  if (values.count("show") != 0) return Action::show;
  if (values.count("open") != 0) return Action::open;
  if (values.count("interactive") != 0) return Action::interactive;
  if (values.count("values") != 0) return Action::values;
  if (values.count("save") != 0) return Action::save;
  if (values.count("new") != 0) return Action::ask_saved;
  if (values.count("saved") != 0) return Action::saved;
  if (values.count("forget") != 0) return Action::forget;
  if (values.count("count") != 0) return Action::count;
  return Action::search;
}

/// Whether the command line says nothing but which index, and how to show it.
bool asks_nothing(const po::variables_map& typed) {
  constexpr std::array<std::string_view, 7> manners = {"index", "timeout",  "color",    "hyperlink",
                                                       "pager", "no-pager", "no-config"};
  return std::all_of(typed.begin(), typed.end(), [&manners](const auto& value) {
    return std::find(manners.begin(), manners.end(), value.first) != manners.end();
  });
}

/// How long parts of the index may take, in seconds with up to three decimals.
std::chrono::milliseconds timeout_of(const std::string& text) {
  constexpr const char* option = "--timeout";
  constexpr std::uint64_t most_seconds = 3600;
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string decimals = text.substr(std::min(point + 1, text.size()));
  if (point < text.size() && (decimals.empty() || decimals.size() > 3)) {
    throw UsageError(option, fmt::format("takes seconds, such as 5 or 0.5, not '{}'", text));
  }
  decimals.resize(3, '0');
  const std::uint64_t seconds = parse_count(option, text.substr(0, point), 0, most_seconds);
  const std::uint64_t thousandths = parse_count(option, decimals, 0, 999);
  const std::chrono::milliseconds timeout(seconds * 1000 + thousandths);
  if (timeout.count() < 10) throw UsageError(option, "takes at least 0.01 seconds");
  return timeout;
}

void read_shards(const po::variables_map& values, SearchOptions& options) {
  if (values.count("timeout") != 0) options.shards.timeout = timeout_of(text_of(values, "timeout"));
  options.shards.require_all = values.count("require-all-shards") != 0;
}

/// An empty value is mostly a variable of a shell that is not set.
void require_something(const char* name, const std::string& text) {
  if (text.empty()) throw UsageError(fmt::format("--{}", name), "takes a value, not nothing");
}

/// Which index, what to search for, what to filter by.
void read_query(const po::variables_map& values, const std::string& default_index,
                SearchOptions& options) {
  options.indexes = texts_of(values, "index");
  if (options.indexes.empty()) {
    options.indexes.push_back(default_index.empty() ? usual_index : default_index);
  }
  read_shards(values, options);
  for (auto index = options.indexes.begin(); index != options.indexes.end(); ++index) {
    // Named twice, it is searched once.
    options.indexes.erase(std::remove(index + 1, options.indexes.end(), *index),
                          options.indexes.end());
  }
  for (const char* name : {"since", "until"}) {
    if (values.count(name) != 0) require_something(name, text_of(values, name));
  }
  options.queries_file = text_of(values, "queries");
  options.show_id = text_of(values, "show");
  options.like_id = text_of(values, "like");
  for (const auto& [name, field] : filter_options) {
    for (std::string& text : texts_of(values, name)) {
      require_something(name, text);
      options.filters.push_back({field, text});
    }
  }
  options.since = text_of(values, "since");
  options.until = text_of(values, "until");
}

/// How to match and order.
void read_matching(const po::variables_map& values, SearchOptions& options) {
  static constexpr Choices<SortOrder, 3> orders = {{{"relevance", SortOrder::relevance},
                                                    {"newest", SortOrder::newest},
                                                    {"oldest", SortOrder::oldest}}};
  static constexpr Choices<Duplicates, 3> duplicates = {
      {{"hide", Duplicates::hide}, {"show", Duplicates::show}, {"only", Duplicates::only}}};
  if (values.count("all") != 0 && values.count("any") != 0) {
    throw UsageError("", "--all and --any exclude each other");
  }
  options.require_all = values.count("all") != 0;
  options.sort = choice_of(values, "sort", orders);
  if (values.count("duplicates") != 0) {
    options.duplicates = choice_of(values, "duplicates", duplicates);
  }
  options.rank = text_of(values, "rank", options.rank);
}

std::size_t snippet_columns_of(const po::variables_map& values) {
  constexpr const char* name = "snippet-length";
  constexpr const char* option = "--snippet-length";
  if (values.count(name) == 0) return SnippetMaker::usual_columns;
  const std::size_t columns =
      parse_count(option, text_of(values, name), 0, SnippetMaker::most_columns);
  if (columns > 0 && columns < SnippetMaker::least_columns) {
    throw UsageError(option, "takes 0 or at least " + std::to_string(SnippetMaker::least_columns) +
                                 ", not " + std::to_string(columns));
  }
  return columns;
}

/// What to count all matches by.
void read_counts(const po::variables_map& values, SearchOptions& options) {
  static constexpr Choices<FacetField, 7> fields = {{{"outlet", FacetField::outlet},
                                                     {"section", FacetField::section},
                                                     {"language", FacetField::language},
                                                     {"author", FacetField::author},
                                                     {"topic", FacetField::topic},
                                                     {"year", FacetField::year},
                                                     {"month", FacetField::month}}};
  static constexpr Choices<FacetField, 5> listed_fields = {{{"outlet", FacetField::outlet},
                                                            {"section", FacetField::section},
                                                            {"language", FacetField::language},
                                                            {"author", FacetField::author},
                                                            {"topic", FacetField::topic}}};
  static constexpr Choices<TimeUnit, 4> units = {{{"day", TimeUnit::day},
                                                  {"week", TimeUnit::week},
                                                  {"month", TimeUnit::month},
                                                  {"year", TimeUnit::year}}};
  if (values.count("values") != 0) {
    options.values_of = chosen("values", text_of(values, "values"), listed_fields);
  }
  for (const std::string& text : texts_of(values, "facet")) {
    const FacetField field = chosen("facet", text, fields);
    const auto known = std::find(options.facets.begin(), options.facets.end(), field);
    if (known == options.facets.end()) options.facets.push_back(field);
  }
  options.facet_limit = count_of(values, "facet-limit", options.facet_limit);
  if (values.count("timeline") != 0) options.timeline = choice_of(values, "timeline", units);
}

/// Counts take the place of hits that nobody asked for; a configured limit is for pages of hits.
std::size_t limit_of(const Values& values, const SearchOptions& options) {
  if (options.action == SearchOptions::Action::ask_saved) return all_there_is;
  if (values.typed.count("limit") == 0) {
    if (options.counts_all()) return 0;
    if (options.format == OutputFormat::trec) return trec_depth;
  }
  return count_of(values.all, "limit", hits_of_a_page);
}

/// What to print, and how.
void read_output(const po::variables_map& values, SearchOptions& options) {
  static constexpr Choices<OutputFormat, 11> formats = {{{"text", OutputFormat::text},
                                                         {"json", OutputFormat::json},
                                                         {"jsonl", OutputFormat::jsonl},
                                                         {"csv", OutputFormat::csv},
                                                         {"trec", OutputFormat::trec},
                                                         {"ids", OutputFormat::ids},
                                                         {"urls", OutputFormat::urls},
                                                         {"paths", OutputFormat::paths},
                                                         {"cite", OutputFormat::cite},
                                                         {"bibtex", OutputFormat::bibtex},
                                                         {"markdown", OutputFormat::markdown}}};
  options.format = choice_of(values, "format", formats);
  options.offset = count_of(values, "offset", 0);
  options.snippet_columns = snippet_columns_of(values);
  options.explain = values.count("explain") != 0;
  options.null_ends = values.count("null") != 0;
  options.color = parse_when("--color", text_of(values, "color", "auto"));
  options.hyperlink = parse_when("--hyperlink", text_of(values, "hyperlink", "auto"));
  if (values.count("pager") != 0 && values.count("no-pager") != 0) {
    throw UsageError("", "--pager and --no-pager exclude each other");
  }
  if (values.count("pager") != 0) options.pager = When::always;
  if (values.count("no-pager") != 0) options.pager = When::never;
}

/// The one hit to open takes the place of a page of hits.
void read_rank_to_open(const po::variables_map& values, SearchOptions& options) {
  constexpr std::uint64_t most = 1'000'000;
  if (options.action != SearchOptions::Action::open) return;
  options.open_rank = parse_count("--open", text_of(values, "open"), 1, most);
  options.offset = options.open_rank - 1;
  options.limit = 1;
  options.snippet_columns = 0;
}

SearchOptions read_options(const Values& values, const Texts& words,
                           const std::string& default_index) {
  SearchOptions options;
  options.action = action_of(values.typed);
  if (words.empty() && asks_nothing(values.typed)) {
    options.action = SearchOptions::Action::overview;
  }
  options.query = joined(words);
  read_query(values.all, default_index, options);
  read_matching(values.all, options);
  read_counts(values.all, options);
  read_output(values.all, options);
  options.limit = limit_of(values, options);
  read_rank_to_open(values.all, options);
  for (const char* name : {"save", "new", "forget"}) {
    if (values.typed.count(name) == 0) continue;
    options.search_name = text_of(values.typed, name);
    check_search_name(std::string("--") + name, options.search_name);
  }
  if (options.action == SearchOptions::Action::generate) {
    options.generated = parse_generated(text_of(values.all, "generate"));
  }
  require_consistency(values.typed, options);
  return options;
}

}  // namespace

SearchOptions parse_search_options(const Texts& arguments, const std::string& default_index,
                                   const Configuration& configuration) {
  const SplitArguments split =
      split_arguments(arguments, to_program_options(search_option_table()));
  const Values values = values_of(split.options, configuration);
  try {
    return read_options(values, split.words, default_index);
  } catch (const UsageError& error) {
    throw configuration.located(error, values.typed);
  }
}

}  // namespace news
