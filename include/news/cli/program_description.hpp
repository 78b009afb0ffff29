// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/option.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace news {

/// A piece of a manual: a paragraph, a term with what it means, or a command to type with what it
/// is for.
struct ManualItem {
  std::string term;  ///< empty for a paragraph
  std::string text;
};

struct ManualSection {
  std::string title;  ///< "EXIT STATUS"
  std::vector<ManualItem> items;
};

/// What a program's manual and completions are made of.
struct ProgramDescription {
  std::string name;      ///< "news-search"
  std::string summary;   ///< what it does, as a phrase: "search an index of news"
  std::string operands;  ///< behind the options: "QUERY..."
  bool operands_are_paths = false;
  OptionList options;
  std::vector<ManualSection> before_options;
  std::vector<ManualSection> after_options;
};

/// What --generate makes.
enum class Generated : std::uint8_t { man, bash, zsh, fish };

/// "man", "bash", "zsh" and "fish" name them; throws UsageError for anything else.
Generated parse_generated(const std::string& name);

/// The manual page, in roff with the macros of man(7); or a completion for a shell. Completions ask
/// the program itself, with --values, for what the articles of an index have in a field.
std::string generate(Generated what, const ProgramDescription& program, const std::string& version);

}  // namespace news
