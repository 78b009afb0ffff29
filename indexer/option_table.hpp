// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/program_description.hpp"

#include <string>

namespace news {

/// The options of news-index with what --help says of each, in its order. A new option is named
/// here, read in options.cpp, and kept in IndexOptions.
const OptionList& index_option_table();

/// The same with all that the manual says.
ProgramDescription describe_news_index();

/// The names of all formats, each behind a space.
std::string format_names();

}  // namespace news
