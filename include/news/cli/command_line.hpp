// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <boost/program_options/cmdline.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/variables_map.hpp>

namespace news {

/// How the programs read options: as Unix tools do, and without guessing, so that "--re" does not
/// become "--rebuild".
inline constexpr int command_line_style =
    boost::program_options::command_line_style::unix_style &
    ~boost::program_options::command_line_style::allow_guessing;

/// Reads arguments, without the program's name. Throws UsageError for what is no option, or takes a
/// value and has none.
boost::program_options::variables_map parse_command_line(
    const std::vector<std::string>& arguments,
    const boost::program_options::options_description& options,
    const boost::program_options::positional_options_description& positional = {},
    int style = command_line_style);

/// The value of a text option, or `otherwise` where it was not given.
std::string text_of(const boost::program_options::variables_map& values, const char* name,
                    const std::string& otherwise = {});

}  // namespace news
