// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>

namespace news {

/// What stands behind an option, which is what a shell can offer there.
enum class OptionValue : std::uint8_t {
  none,    ///< a switch
  text,    ///< anything
  file,    ///< a file
  folder,  ///< a folder
  choice,  ///< one of `choices`, or perhaps something else
  field    ///< a value that articles of the index have in the field that the option is named after
};

/// An option of a program: the one home of what the parser, --help, manuals, completions and
/// configuration files know of it.
struct Option {
  std::string name;        ///< without hyphens
  char letter = 0;         ///< a short name; 0 for none
  std::string value_name;  ///< what --help calls the value: "DIR"; empty for a switch
  std::string help;        ///< a sentence without capital and full stop
  OptionValue value = OptionValue::none;
  bool repeatable = false;
  bool configurable = true;               ///< may stand in a configuration file
  std::vector<std::string> choices = {};  ///< of OptionValue::choice
  std::string excludes = {};              ///< an option that says the opposite

  // For tables: the option with one more property.
  Option repeated() const;
  Option one_of(std::vector<std::string> values) const;
  Option command_line_only() const;
  Option opposite_of(std::string other) const;
};

/// In the order in which --help lists them.
using OptionList = std::vector<Option>;

/// Null if there is no option of this name.
const Option* find_option(const OptionList& options, const std::string& name);

/// For Boost's parser: values are texts, those of repeatable options vectors of texts.
boost::program_options::options_description to_program_options(const OptionList& options);

}  // namespace news
