// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/throughput/options.hpp"

#include "news/base/error.hpp"
#include "news/cli/command_line.hpp"
#include "news/cli/option_help.hpp"
#include "news/cli/values.hpp"

#include <algorithm>
#include <sstream>

#include <boost/program_options.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace news::bench {

namespace {

namespace po = boost::program_options;

po::options_description visible_options() {
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  po::options_description options;
  auto add = options.add_options();
  add("data", text("DIR"), "the folder that holds reuters21578/ and c50/");
  add("repeat", text("N"), "measure everything N times (default: 5)");
  add("only", text("NAME,NAME"),
      fmt::format("only these of: {}", fmt::join(parts(), ", ")).c_str());
  add("quick", "measure once, and leave out scale: a look at whether everything works");
  add("json", text("FILE"), "where the figures go (default: build/bench/throughput.json)");
  add("keep", "leave the temporary folder behind, with its indexes and logs");
  add("help,h", "print this help");
  return options;
}

std::vector<std::string> parse_names(const std::string& list) {
  std::vector<std::string> names;
  std::istringstream in(list);
  for (std::string name; std::getline(in, name, ',');) {
    if (std::find(parts().begin(), parts().end(), name) == parts().end()) {
      throw UsageError("--only", fmt::format("knows no '{}'", name),
                       fmt::format("It takes {}.", fmt::join(parts(), ", ")));
    }
    names.push_back(name);
  }
  if (names.empty()) throw UsageError("--only", "takes a name, not nothing");
  return names;
}

}  // namespace

bool ThroughputOptions::wants(const std::string& part) const {
  return only.empty() || std::find(only.begin(), only.end(), part) != only.end();
}

const std::vector<std::string>& parts() {
  static const std::vector<std::string> names = {"news-index",  "fts5",  "scriptindex", "omindex",
                                                 "recollindex", "scale", "queries",     "latency"};
  return names;
}

ThroughputOptions parse_throughput_options(const std::vector<std::string>& arguments,
                                           const std::string& default_json) {
  constexpr std::size_t most_repeats = 1000;
  const po::variables_map values = parse_command_line(arguments, visible_options());
  ThroughputOptions options;
  if (values.count("help") != 0) {
    options.action = ThroughputOptions::Action::help;
    return options;
  }
  options.data = text_of(values, "data", "");
  if (options.data.empty())
    throw UsageError("--data", "is missing", "It names the corpora's folder.");
  options.quick = values.count("quick") != 0;
  if (options.quick) options.repeat = 1;
  if (values.count("repeat") != 0) {
    options.repeat = parse_count("--repeat", text_of(values, "repeat", ""), 1, most_repeats);
  }
  if (values.count("only") != 0) options.only = parse_names(text_of(values, "only", ""));
  options.json = text_of(values, "json", default_json);
  if (options.json.empty()) throw UsageError("--json", "takes a file, not nothing");
  options.keep = values.count("keep") != 0;
  return options;
}

std::string throughput_help() {
  return "Usage: bench/run --data DIR [OPTION]...\n"
         "Measures how fast news is indexed and searched, beside other programs.\n"
         "\n"
         "docs/benchmarks.md says what is measured and how.\n"
         "\n"
         "Options:\n" +
         option_help(visible_options());
}

}  // namespace news::bench
