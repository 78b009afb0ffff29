// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/error.hpp"
#include "news/cli/command_line.hpp"
#include "searcher/options.hpp"
#include "searcher/options/argument_split.hpp"
#include "searcher/options/option_table.hpp"
#include "searcher/options/option_values.hpp"

#include <array>
#include <utility>

namespace news {

namespace po = boost::program_options;

namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t trec_depth = 1000;

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
  return parse_command_line(options, search_option_table(), {}, style);
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
  if (values.count("show") != 0) return Action::show;
  if (values.count("count") != 0) return Action::count;
  return Action::search;
}

void require_something_to_search(const SearchOptions& options) {
  using Action = SearchOptions::Action;
  const bool searches = options.action == Action::search || options.action == Action::count;
  if (!searches) return;
  const bool filtered =
      !options.filters.empty() || !options.since.empty() || !options.until.empty();
  if (!options.queries_file.empty() && !options.query.empty()) {
    throw UsageError("--queries", "takes the place of a QUERY; give one of the two");
  }
  if (options.queries_file.empty() && options.query.empty() && !filtered) {
    throw UsageError("", "no QUERY given", "Name the words to search for.");
  }
}

/// Which index, what to search for, what to filter by.
void read_query(const po::variables_map& values, const std::string& default_index,
                SearchOptions& options) {
  options.indexes = texts_of(values, "index");
  if (options.indexes.empty()) {
    options.indexes.push_back(default_index.empty() ? usual_index : default_index);
  }
  options.queries_file = text_of(values, "queries");
  options.show_id = text_of(values, "show");
  for (const auto& [name, field] : filter_options) {
    for (std::string& text : texts_of(values, name)) options.filters.push_back({field, text});
  }
  options.since = text_of(values, "since");
  options.until = text_of(values, "until");
}

/// How to match and order.
void read_matching(const po::variables_map& values, SearchOptions& options) {
  static constexpr Choices<SortOrder, 3> orders = {{{"relevance", SortOrder::relevance},
                                                    {"newest", SortOrder::newest},
                                                    {"oldest", SortOrder::oldest}}};
  if (values.count("all") != 0 && values.count("any") != 0) {
    throw UsageError("", "--all and --any exclude each other");
  }
  options.require_all = values.count("all") != 0;
  options.sort = choice_of(values, "sort", orders);
}

/// What to print, and how.
void read_output(const po::variables_map& values, SearchOptions& options) {
  static constexpr Choices<OutputFormat, 4> formats = {{{"text", OutputFormat::text},
                                                        {"json", OutputFormat::json},
                                                        {"jsonl", OutputFormat::jsonl},
                                                        {"trec", OutputFormat::trec}}};
  options.format = choice_of(values, "format", formats);
  options.limit = count_of(values, "limit", options.format == OutputFormat::trec ? trec_depth : 10);
  options.offset = count_of(values, "offset", 0);
  options.explain = values.count("explain") != 0;
  options.color = parse_when("--color", text_of(values, "color", "auto"));
}

}  // namespace

SearchOptions parse_search_options(const Texts& arguments, const std::string& default_index) {
  const SplitArguments split = split_arguments(arguments, search_option_table());
  const po::variables_map values = parse(split.options);
  SearchOptions options;
  options.action = action_of(values);
  options.query = joined(split.words);
  read_query(values, default_index, options);
  read_matching(values, options);
  read_output(values, options);
  require_something_to_search(options);
  return options;
}

}  // namespace news
