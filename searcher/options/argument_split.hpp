// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>

namespace news {

/// The arguments that are options, with their values, and those that are words of the query.
struct SplitArguments {
  std::vector<std::string> options;
  std::vector<std::string> words;
};

/// A word of the query may begin with a minus sign: "-word" is an option only if it is one of
/// `known` or "-n" with a number right behind it, and nothing behind "--" is. A long option that is
/// not known is kept as an option, for the parser to refuse.
SplitArguments split_arguments(const std::vector<std::string>& arguments,
                               const boost::program_options::options_description& known);

}  // namespace news
