// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/program_description.hpp"

namespace news {

/// The options of news-search with what --help says of each, in its order. A new option is named
/// here, read in parse.cpp, and kept in SearchOptions.
const OptionList& search_option_table();

/// The same with all that the manual says.
ProgramDescription describe_news_search();

}  // namespace news
