// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/option.hpp"

#include <algorithm>
#include <utility>

#include <boost/program_options/value_semantic.hpp>

namespace news {

namespace po = boost::program_options;

namespace {

/// Boost's object, which its description takes over.
const po::value_semantic* semantic_of(const Option& option) {
  if (option.value == OptionValue::none) return new po::untyped_value(/*zero_tokens=*/true);
  if (!option.repeatable) return po::value<std::string>()->value_name(option.value_name);
  return po::value<std::vector<std::string>>()->composing()->value_name(option.value_name);
}

}  // namespace

Option Option::repeated() const {
  Option option = *this;
  option.repeatable = true;
  return option;
}

Option Option::one_of(std::vector<std::string> values) const {
  Option option = *this;
  option.value = OptionValue::choice;
  option.choices = std::move(values);
  return option;
}

Option Option::command_line_only() const {
  Option option = *this;
  option.configurable = false;
  return option;
}

Option Option::opposite_of(std::string other) const {
  Option option = *this;
  option.excludes = std::move(other);
  return option;
}

const Option* find_option(const OptionList& options, const std::string& name) {
  const auto found = std::find_if(options.begin(), options.end(),
                                  [&name](const Option& option) { return option.name == name; });
  return found == options.end() ? nullptr : &*found;
}

po::options_description to_program_options(const OptionList& options) {
  po::options_description description;
  for (const Option& option : options) {
    const std::string names =
        option.letter == 0 ? option.name : option.name + "," + std::string(1, option.letter);
    description.add_options()(names.c_str(), semantic_of(option), option.help.c_str());
  }
  return description;
}

}  // namespace news
