// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/program_description.hpp"

#include <string>
#include <string_view>

namespace news {

std::string man_page(const ProgramDescription& program, const std::string& version);
std::string bash_completion(const ProgramDescription& program);
std::string zsh_completion(const ProgramDescription& program);
std::string fish_completion(const ProgramDescription& program);

/// "news_search", as functions of shells can be called.
std::string function_name(const ProgramDescription& program);

/// `text` in single quotes, as bash and zsh read it.
std::string quoted(std::string_view text);

/// All choices of an option with a space between.
std::string choices_of(const Option& option);

}  // namespace news
