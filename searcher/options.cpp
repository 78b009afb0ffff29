// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/cli/command_line.hpp"
#include "news/cli/option_help.hpp"

#include <array>
#include <sstream>
#include <utility>

#include <boost/program_options.hpp>
#include <fmt/format.h>

namespace news {

namespace {

namespace po = boost::program_options;
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

po::options_description visible_options() {
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  const auto texts = [](const char* name) {
    return po::value<Texts>()->composing()->value_name(name);
  };
  po::options_description options;
  auto add = options.add_options();
  add("index,i", texts("DIR"),
      "the index (default: $NEWS_INDEX, or ./news.idx); several are searched as one");
  add("limit,n", text("N"), "show so many hits (default: 10; 1000 with --format trec)");
  add("offset", text("N"), "leave out the first N hits");
  add("since", text("DATE"),
      "published on that day or later: 2005-11-20, 2005-11, 2005, 7d, 2w, "
      "3m, yesterday");
  add("until", text("DATE"), "published on that day or earlier");
  add("outlet", texts("NAME"), "only from this outlet; repeatable, as the next four");
  add("section", texts("NAME"), "only from this section");
  add("language", texts("CODE"), "only in this language");
  add("author", texts("NAME"), "only by this author");
  add("topic", texts("NAME"), "only on this topic");
  add("sort", text("ORDER"), "relevance (the default), newest or oldest");
  add("any",
      "find articles with any word of the query, those with more first (the default: it "
      "forgives a word too many, and the best hits are the same)");
  add("all", "find only articles with every word of the query");
  add("format", text("NAME"), "text (the default), json, jsonl or trec");
  add("queries", text("FILE"),
      "answer the queries of FILE, one 'id<TAB>query' a line; - for "
      "standard input");
  add("count", "print only how many articles match");
  add("show", text("ID"), "print the article with this id");
  add("explain", "say how the query was read");
  add("color", text("WHEN"), "auto (the default), always or never");
  add("help,h", "print this help");
  add("version", "print the version");
  return options;
}

/// The arguments that are options, and those that are words of the query.
struct SplitArguments {
  Texts options;
  Texts words;
};

/// The option that an argument names, with what it is called: "-n", "--limit", "--limit=5". Null if
/// it is none.
const po::option_description* find_option(const po::options_description& known,
                                          const std::string& argument) {
  if (argument.starts_with("--")) {
    const std::string name = argument.substr(2, argument.find('=') - 2);
    // An empty name would be that of every option without a short one.
    return name.empty() ? nullptr : known.find_nothrow(name, /*approx=*/false);
  }
  if (argument.size() != 2 || argument[0] != '-') return nullptr;
  return known.find_nothrow(argument, /*approx=*/false);
}

/// "-n5", as many programs take it. Of other options a word to exclude could not be told: "-iraq".
bool is_limit_with_number(std::string_view argument) {
  return argument.starts_with("-n") && ascii::all_digits(argument.substr(2));
}

SplitArguments split_arguments(const Texts& arguments, const po::options_description& known) {
  SplitArguments split;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--") {
      split.words.insert(split.words.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                         arguments.end());
      break;
    }
    if (is_limit_with_number(argument)) {
      split.options.insert(split.options.end(), {argument.substr(0, 2), argument.substr(2)});
      continue;
    }
    const po::option_description* option = find_option(known, argument);
    // A long option that is not known is a mistake; a short one is a word to exclude.
    if (option == nullptr && !argument.starts_with("--")) {
      split.words.push_back(argument);
      continue;
    }
    split.options.push_back(argument);
    const bool wants_value = option != nullptr && option->semantic()->max_tokens() > 0 &&
                             argument.find('=') == std::string::npos;
    if (wants_value && i + 1 < arguments.size()) split.options.push_back(arguments[++i]);
  }
  return split;
}

po::variables_map parse(const Texts& options) {
  // No sticky short options: "-iraq" is a word.
  const int style = command_line_style & ~po::command_line_style::allow_sticky;
  return parse_command_line(options, visible_options(), {}, style);
}

Texts texts_of(const po::variables_map& values, const char* name) {
  return values.count(name) == 0 ? Texts() : values[name].as<Texts>();
}

template <typename Value, std::size_t N>
Value choice_of(const po::variables_map& values, const char* name,
                const std::array<std::pair<const char*, Value>, N>& choices) {
  const std::string text = text_of(values, name, choices.front().first);
  std::string names;
  for (const auto& [known, value] : choices) {
    if (text == known) return value;
    names += std::string(names.empty() ? "" : ", ") + known;
  }
  throw UsageError(fmt::format("--{}", name),
                   fmt::format("takes one of {}, not '{}'", names, text));
}

std::size_t count_of(const po::variables_map& values, const char* name, std::size_t otherwise) {
  constexpr std::uint64_t most = 1'000'000;
  if (values.count(name) == 0) return otherwise;
  return parse_count(fmt::format("--{}", name), text_of(values, name), 0, most);
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

}  // namespace

SearchOptions parse_search_options(const Texts& arguments, const std::string& default_index) {
  static constexpr std::array<std::pair<const char*, OutputFormat>, 4> formats = {
      {{"text", OutputFormat::text},
       {"json", OutputFormat::json},
       {"jsonl", OutputFormat::jsonl},
       {"trec", OutputFormat::trec}}};
  static constexpr std::array<std::pair<const char*, SortOrder>, 3> orders = {
      {{"relevance", SortOrder::relevance},
       {"newest", SortOrder::newest},
       {"oldest", SortOrder::oldest}}};
  const SplitArguments split = split_arguments(arguments, visible_options());
  const po::variables_map values = parse(split.options);
  SearchOptions options;
  options.action = action_of(values);
  options.indexes = texts_of(values, "index");
  if (options.indexes.empty()) {
    options.indexes.push_back(default_index.empty() ? usual_index : default_index);
  }
  options.query = joined(split.words);
  options.queries_file = text_of(values, "queries");
  options.show_id = text_of(values, "show");
  for (const auto& [name, field] : filter_options) {
    for (std::string& text : texts_of(values, name)) options.filters.push_back({field, text});
  }
  options.since = text_of(values, "since");
  options.until = text_of(values, "until");
  if (values.count("all") != 0 && values.count("any") != 0) {
    throw UsageError("", "--all and --any exclude each other");
  }
  options.require_all = values.count("all") != 0;
  options.sort = choice_of(values, "sort", orders);
  options.format = choice_of(values, "format", formats);
  options.limit = count_of(values, "limit", options.format == OutputFormat::trec ? trec_depth : 10);
  options.offset = count_of(values, "offset", 0);
  options.explain = values.count("explain") != 0;
  options.color = parse_when("--color", text_of(values, "color", "auto"));
  require_something_to_search(options);
  return options;
}

std::string search_help() {
  std::ostringstream out;
  out << "Usage: news-search [OPTION]... QUERY...\n"
         "Searches an index that news-index made and shows the best articles.\n"
         "\n"
      << "Options:\n"
      << option_help(visible_options())
      << "\n"
         "Queries: words  \"exact phrase\"  -word  AND OR NOT ( )  word*  word~  a NEAR/5 b\n"
         "  title:  author:  outlet:  section:  topic:  lang:  url:  date:2005-11..2006\n"
         "  since:2005-11  until:2006\n"
         "Any string is a query; what is not understood is searched as plain words.\n"
         "\n"
         "Exit status: 0 hits, 1 none, 2 failed, 130 interrupted.\n";
  return out.str();
}

}  // namespace news
