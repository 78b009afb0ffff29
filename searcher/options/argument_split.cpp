// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options/argument_split.hpp"

#include "news/base/ascii.hpp"

#include <string_view>

namespace news {

namespace po = boost::program_options;

namespace {

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

}  // namespace

SplitArguments split_arguments(const std::vector<std::string>& arguments,
                               const po::options_description& known) {
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

}  // namespace news
