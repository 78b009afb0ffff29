// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/error.hpp"
#include "news/cli/option.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options/variables_map.hpp>

namespace news {

/// Options that a person always wants, from a file: one a line, as "name = value" or, for a switch,
/// "name"; comments behind "#" at the beginning of a line or behind a space. "~/" at the beginning
/// of a file or folder is the home folder.
///
/// The command line wins: an option that it gives, or the opposite of which it gives, counts as it
/// is there, and all lines of the file that give the option are passed over, also where it could be
/// repeated.
class Configuration {
 public:
  /// Nothing.
  Configuration() = default;

  /// `source` is what errors call the text, `home` what "~" stands for. Throws UsageError, with the
  /// line, for a name that is none or not for a file, a switch with a value, an option without one,
  /// and one that is repeated and must not be.
  Configuration(std::string_view text, const std::string& source, const OptionList& options,
                const std::string& home);

  /// All lines of an option are passed over.
  void drop(std::string_view name);

  /// What the file adds to a command line that gives `typed`, as arguments for the parser.
  std::vector<std::string> arguments(const OptionList& options,
                                     const boost::program_options::variables_map& typed) const;

  /// The error with the file and line in front, if it is about the value of an option that the file
  /// gives; else as it is.
  UsageError located(const UsageError& error,
                     const boost::program_options::variables_map& typed) const;

 private:
  struct Line {
    std::string name;
    std::string value;
    std::string place;  ///< "file:3"
    bool has_value = false;
  };

  std::vector<Line> lines_;
};

/// $XDG_CONFIG_HOME/PROGRAM/config, or ~/.config/PROGRAM/config; empty where neither variable is
/// set.
std::filesystem::path configuration_file(const std::string& program);

/// Reads the program's file, if there is one that may be read, unless the arguments have
/// "--no-config" or ask for help or the version. Throws what Configuration does, and FileError.
Configuration load_configuration(const std::string& program, const OptionList& options,
                                 const std::vector<std::string>& arguments);

}  // namespace news
