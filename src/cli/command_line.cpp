// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/command_line.hpp"

#include "news/base/error.hpp"
#include "news/cli/closest_name.hpp"

#include <algorithm>

#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>

namespace news {

namespace po = boost::program_options;

namespace {

/// "Did you mean --format?" where an option is close to what was typed.
std::string advice_on(const std::string& typed, const po::options_description& options) {
  std::vector<std::string> names;
  for (const auto& option : options.options()) names.push_back(option->long_name());
  std::string bare = typed.substr(std::min(typed.size(), typed.find_first_not_of('-')));
  const std::string meant = closest_name(bare, names);
  return meant.empty() ? "" : "Did you mean --" + meant + "?";
}

}  // namespace

po::variables_map parse_command_line(const std::vector<std::string>& arguments,
                                     const po::options_description& options,
                                     const po::positional_options_description& positional,
                                     int style) {
  po::variables_map values;
  try {
    po::store(po::command_line_parser(arguments)
                  .options(options)
                  .positional(positional)
                  .style(style)
                  .run(),
              values);
  } catch (const po::unknown_option& error) {
    throw UsageError("", error.what(), advice_on(error.get_option_name(), options));
  } catch (const po::error& error) {
    throw UsageError("", error.what());
  }
  return values;
}

std::string text_of(const po::variables_map& values, const char* name,
                    const std::string& otherwise) {
  return values.count(name) == 0 ? otherwise : values[name].as<std::string>();
}

}  // namespace news
