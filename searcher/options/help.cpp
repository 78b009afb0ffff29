// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/option_help.hpp"
#include "searcher/options.hpp"
#include "searcher/options/option_table.hpp"

#include <sstream>

namespace news {

std::string search_help() {
  std::ostringstream out;
  out << "Usage: news-search [OPTION]... QUERY...\n"
         "Searches an index that news-index made and shows the best articles.\n"
         "\n"
      << "Options:\n"
      << option_help(to_program_options(search_option_table()))
      << "\n"
         "Queries: words  \"exact phrase\"  -word  AND OR NOT ( )  word*  word~  a NEAR/5 b\n"
         "  title:  author:  outlet:  section:  topic:  lang:  url:  date:2005-11..2006\n"
         "  since:2005-11  until:2006\n"
         "Any string is a query; what is not understood is searched as plain words.\n"
         "\n"
         "Exit status: 0 hits, 1 none, 2 failed, 130 interrupted.\n";
  return out.str();
}

}  // namespace news
