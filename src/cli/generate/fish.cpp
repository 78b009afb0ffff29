// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/generate/generators.hpp"
#include <fmt/format.h>

namespace news {

namespace {

/// In single quotes, fish takes a backslash before a quote and before a backslash.
std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + "'";
}

std::string value_of(const Option& option, const ProgramDescription& program) {
  switch (option.value) {
    case OptionValue::none:
      return {};
    case OptionValue::text:
      return " -x";
    case OptionValue::file:
      return " -r -F";
    case OptionValue::folder:
      return " -x -a '(__fish_complete_directories)'";
    case OptionValue::choice:
      return " -x -a " + fish_quoted(choices_of(option));
    case OptionValue::field:
      return fmt::format(" -x -a '(__{}_values {})'", function_name(program), option.name);
  }
  return {};
}

}  // namespace

std::string fish_completion(const ProgramDescription& program) {
  std::string out = "# fish completion for " + program.name + "\n";
  std::string lines;
  bool asks_index = false;
  for (const Option& option : program.options) {
    const std::string letter = option.letter == 0 ? "" : fmt::format(" -s {}", option.letter);
    lines += fmt::format("complete -c {}{} -l {}{} -d {}\n", program.name, letter, option.name,
                         value_of(option, program), fish_quoted(option.help));
    asks_index = asks_index || option.value == OptionValue::field;
  }
  if (asks_index) {
    out += fmt::format(
        "function __{0}_values\n"
        "    set -l words (commandline -opc)\n"
        "    set -l index\n"
        "    for i in (seq (count $words))\n"
        "        if contains -- $words[$i] -i --index\n"
        "            set -a index --index $words[(math $i + 1)]\n"
        "        else if string match -q -- '--index=*' $words[$i]\n"
        "            set -a index $words[$i]\n"
        "        end\n"
        "    end\n"
        "    {1} $index --values $argv[1] 2>/dev/null\n"
        "end\n",
        function_name(program), program.name);
  }
  if (!program.operands_are_paths) out += fmt::format("complete -c {} -f\n", program.name);
  return out + lines;
}

}  // namespace news
