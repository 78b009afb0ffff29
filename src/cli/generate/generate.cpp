// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/base/error.hpp"

#include <algorithm>

#include "cli/generate/generators.hpp"
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace news {

Generated parse_generated(const std::string& name) {
  if (name == "man") return Generated::man;
  if (name == "bash") return Generated::bash;
  if (name == "zsh") return Generated::zsh;
  if (name == "fish") return Generated::fish;
  throw UsageError("--generate", fmt::format("takes one of man, bash, zsh, fish, not '{}'", name));
}

std::string generate(Generated what, const ProgramDescription& program,
                     const std::string& version) {
  switch (what) {
    case Generated::man:
      return man_page(program, version);
    case Generated::bash:
      return bash_completion(program);
    case Generated::zsh:
      return zsh_completion(program);
    case Generated::fish:
      return fish_completion(program);
  }
  return {};
}

std::string function_name(const ProgramDescription& program) {
  std::string name = program.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out.push_back(c);
    }
  }
  return out + "'";
}

std::string choices_of(const Option& option) {
  return fmt::format("{}", fmt::join(option.choices, " "));
}

}  // namespace news
