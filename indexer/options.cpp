// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/options.hpp"

#include "indexer/option_table.hpp"
#include "indexer/reader/registry.hpp"
#include "news/base/error.hpp"
#include "news/cli/command_line.hpp"
#include "news/cli/option_help.hpp"

#include <algorithm>
#include <sstream>

#include <boost/program_options.hpp>
#include <fmt/format.h>

namespace news {

namespace {

namespace po = boost::program_options;

po::variables_map parse(const std::vector<std::string>& arguments) {
  po::options_description all = to_program_options(index_option_table());
  all.add_options()("path", po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add("path", -1);
  return parse_command_line(arguments, all, positional);
}

IndexOptions::Action action_of(const po::variables_map& values) {
  using Action = IndexOptions::Action;
  static constexpr std::pair<const char*, Action> actions[] = {{"extract", Action::extract},
                                                               {"stats", Action::stats},
                                                               {"check", Action::check},
                                                               {"repair", Action::repair},
                                                               {"compact", Action::compact}};
  if (values.count("help") != 0) return Action::help;
  if (values.count("version") != 0) return Action::version;
  if (values.count("generate") != 0) return Action::generate;
  Action action = Action::update;
  for (const auto& [name, candidate] : actions) {
    if (values.count(name) == 0) continue;
    if (action != Action::update) {
      throw UsageError("",
                       "--extract, --stats, --check, --repair and --compact exclude each other");
    }
    action = candidate;
  }
  return action;
}

/// Whether the command line says nothing but which index.
bool asks_nothing(const po::variables_map& typed) {
  return std::all_of(typed.begin(), typed.end(), [](const auto& value) {
    return value.first == "index" || value.first == "no-config";
  });
}

Language language_of(const po::variables_map& values) {
  const std::string name = text_of(values, "language", "auto");
  if (name == "auto") return {};
  const auto language = Language::parse(name);
  if (!language) throw UsageError("--language", fmt::format("knows no language '{}'", name));
  return *language;
}

std::string known_format(const std::string& name) {
  if (!name.empty() && find_reader(name) == nullptr) {
    throw UsageError("--format", fmt::format("knows no format '{}'", name),
                     "The formats are:" + format_names() + ".");
  }
  return name;
}

ColumnChoice columns_of(const po::variables_map& values) {
  if (values.count("columns") == 0) return {};
  std::string problem;
  const auto columns = parse_column_choice(text_of(values, "columns", ""), problem);
  if (!columns) throw UsageError("--columns", problem, "Say it like --columns title=2,body=3.");
  return *columns;
}

void check_paths(const IndexOptions& options) {
  using Action = IndexOptions::Action;
  const bool reads = options.action == Action::update || options.action == Action::extract;
  if (reads && options.paths.empty()) {
    throw UsageError("", "no PATH given",
                     "Name the files and folders to read, or - for standard input.");
  }
  const bool alone = options.action == Action::stats || options.action == Action::check ||
                     options.action == Action::repair || options.action == Action::compact;
  if (alone && !options.paths.empty()) {
    throw UsageError(options.paths.front(),
                     "no PATH goes with --stats, --check, --repair and --compact");
  }
}

IndexOptions read_options(const po::variables_map& typed, const po::variables_map& values,
                          const std::string& default_index) {
  constexpr std::uint64_t most_threads = 1024;
  constexpr std::uint64_t most_seconds = std::uint64_t{365} * 24 * 3600;
  IndexOptions options;
  options.action = asks_nothing(typed) ? IndexOptions::Action::glance : action_of(values);
  if (values.count("path") != 0) options.paths = values["path"].as<std::vector<std::string>>();
  options.index = text_of(values, "index", default_index.empty() ? usual_index : default_index);
  options.format = known_format(text_of(values, "format", ""));
  options.columns = columns_of(values);
  options.language = language_of(values);
  options.rebuild = values.count("rebuild") != 0;
  options.prune = values.count("prune") != 0;
  if (values.count("threads") != 0) {
    options.threads = parse_count("--threads", text_of(values, "threads", ""), 1, most_threads);
  }
  options.compress_terms = values.count("compress-terms") != 0;
  if (values.count("memory") != 0) {
    options.memory_bytes = parse_size("--memory", text_of(values, "memory", ""));
  }
  if (values.count("max-unpacked") != 0) {
    options.max_unpacked = parse_size("--max-unpacked", text_of(values, "max-unpacked", ""));
  }
  if (values.count("wait") != 0) {
    options.wait_seconds = parse_count("--wait", text_of(values, "wait", ""), 0, most_seconds);
  }
  options.strict = values.count("strict") != 0;
  options.json = values.count("json") != 0;
  options.quiet = values.count("quiet") != 0;
  options.verbose = values.count("verbose") != 0;
  options.progress = parse_when("--progress", text_of(values, "progress", "auto"));
  if (options.index.empty()) throw UsageError("--index", "takes a folder, not nothing");
  if (options.action == IndexOptions::Action::generate) {
    options.generated = parse_generated(text_of(values, "generate"));
  }
  check_paths(options);
  return options;
}

}  // namespace

IndexOptions parse_index_options(const std::vector<std::string>& arguments,
                                 const std::string& default_index,
                                 const Configuration& configuration) {
  const po::variables_map typed = parse(arguments);
  std::vector<std::string> all = configuration.arguments(index_option_table(), typed);
  all.insert(all.end(), arguments.begin(), arguments.end());
  try {
    return read_options(typed, parse(all), default_index);
  } catch (const UsageError& error) {
    throw configuration.located(error, typed);
  }
}

std::string index_help() {
  std::ostringstream out;
  out << "Usage: news-index [OPTION]... PATH...\n"
         "Reads news articles and brings an index of them up to date.\n"
         "\n"
         "Everything under each PATH is read: files and folders; '-' is standard input.\n"
         "New articles are added, changed ones replaced, unchanged files not read again.\n"
         "What cannot be read is named, counted and skipped.\n"
         "\n"
      << "Options:\n"
      << option_help(to_program_options(index_option_table()))
      << "\n"
         "Exit status: 0 done, 1 done but --strict and something was unreadable, 2 failed,\n"
         "75 another process is writing to the index, 130 interrupted.\n";
  return out.str();
}

}  // namespace news
