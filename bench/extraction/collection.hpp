// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace news::bench {

/// A page and what is true of it.
struct TruePage {
  std::string name;
  std::string html;
  std::string body;
  std::string title;      ///< empty where it is not known; so are the others
  std::string published;  ///< as it stands there: "2024-04-24 00:00:00"
  std::vector<std::string> authors;
};

struct Collection {
  std::string name;
  std::vector<TruePage> pages;
};

/// `pages/NAME.html.gz` with `pages.json`, which has the body of each. No pages if there is no such
/// file. Throws InputError for what cannot be read.
Collection read_pages(const std::filesystem::path& folder);

/// `publishers/COUNTRY/NAME.json`, with an entry for each `NAME_DATE.html.gz` beside it, in the
/// order of their dates. The body is the summary, headlines and paragraphs in order where
/// `with_summary` and `with_headlines` say so.
struct SectionParts {
  bool with_summary = false;
  bool with_headlines = false;
};
Collection read_publishers(const std::filesystem::path& folder, SectionParts parts);

}  // namespace news::bench
