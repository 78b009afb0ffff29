// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <boost/program_options/options_description.hpp>

namespace news {

/// The options of a program as --help lists them, one a paragraph, at most 80 columns wide:
/// "  -i, --index DIR       the index ...". Boost's own listing writes "-i [ --index ] DIR".
std::string option_help(const boost::program_options::options_description& options);

}  // namespace news
