// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/article_fields.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace news {

/// What stands before a Markdown text: YAML between lines of "---", or TOML between lines of "+++".
struct FrontMatter {
  std::string_view text;   ///< without these lines
  std::size_t length = 0;  ///< of all, with them
  bool toml = false;
};

/// The front matter that a text begins with; nothing if there is none with a name and a value.
std::optional<FrontMatter> find_front_matter(std::string_view text);

/// Gives its values to `fields`: strings, and lists of them. YAML that libyaml cannot read is taken
/// line by line, as TOML is: "name: value", "name = value", "- entry".
void set_front_matter(const FrontMatter& matter, ArticleFields& fields);

}  // namespace news
