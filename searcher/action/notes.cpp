// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/notes.hpp"

#include "news/text/printable.hpp"

#include <cstdio>

#include <fmt/format.h>

namespace news {

void print_notes(const SearchResult& result) {
  for (const std::string& note : result.notes) {
    fmt::print(stderr, "news-search: '{}': {}\n", printable(result.query), printable(note));
  }
}

}  // namespace news
