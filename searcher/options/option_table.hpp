// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/program_options/options_description.hpp>

namespace news {

/// The options of news-search with what --help says of each, in its order. A new option is named
/// here, read in parse.cpp, and kept in SearchOptions.
boost::program_options::options_description search_option_table();

}  // namespace news
