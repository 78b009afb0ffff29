// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/command_line.hpp"

#include "news/base/error.hpp"

#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>

namespace news {

namespace po = boost::program_options;

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
