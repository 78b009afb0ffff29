// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/generate/generators.hpp"
#include <fmt/format.h>

namespace news {

namespace {

/// In the description of an option, brackets and colons have a meaning.
std::string described(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string action_of(const Option& option, const std::string& function) {
  switch (option.value) {
    case OptionValue::none:
      return {};
    case OptionValue::text:
      return fmt::format(":{}: ", described(option.value_name));
    case OptionValue::file:
      return fmt::format(":{}:_files", described(option.value_name));
    case OptionValue::folder:
      return fmt::format(":{}:_files -/", described(option.value_name));
    case OptionValue::choice:
      return fmt::format(":{}:({})", described(option.value_name), choices_of(option));
    case OptionValue::field:
      // Without the space, what _arguments adds would stand before the field.
      return fmt::format(":{}: _{}_values {}", described(option.value_name), function, option.name);
  }
  return {};
}

/// The arguments for _arguments: one for each name of the option. A value may stand in the next
/// word, behind "=", or right behind the letter.
std::string specification(const Option& option, const std::string& function) {
  const std::string rest = "[" + described(option.help) + "]" + action_of(option, function);
  const std::string often = option.repeatable ? "*" : "";
  const bool takes_value = option.value != OptionValue::none;
  std::string out = fmt::format(
      "    {} \\\n", quoted(often + "--" + option.name + (takes_value ? "=" : "") + rest));
  if (option.letter != 0) {
    const std::string letter = fmt::format("{}-{}{}", often, option.letter, takes_value ? "+" : "");
    out += fmt::format("    {} \\\n", quoted(letter + rest));
  }
  return out;
}

}  // namespace

std::string zsh_completion(const ProgramDescription& program) {
  const std::string function = function_name(program);
  std::string specifications;
  bool asks_index = false;
  for (const Option& option : program.options) {
    specifications += specification(option, function);
    asks_index = asks_index || option.value == OptionValue::field;
  }
  std::string out = fmt::format("#compdef {}\n", program.name);
  if (asks_index) {
    out += fmt::format(
        "\n_{0}_values() {{\n"
        "  local -a index values\n"
        "  local i\n"
        "  for ((i = 1; i < CURRENT; ++i)); do\n"
        "    case \"$words[i]\" in\n"
        "      -i|--index) index+=(--index \"${{(Q)words[i + 1]}}\") ;;\n"
        "      --index=*) index+=(\"${{(Q)words[i]}}\") ;;\n"
        "    esac\n"
        "  done\n"
        "  values=(${{(f)\"$({1} $index --values $1 2>/dev/null)\"}})\n"
        "  compadd -a values\n"
        "}}\n",
        function, program.name);
  }
  // An operand with a mere message, "*:QUERY: ", would keep options from being put into the line.
  return out + fmt::format("\n_{0}() {{\n  _arguments -s \\\n{1}    {2}\n}}\n\n_{0} \"$@\"\n",
                           function, specifications,
                           program.operands_are_paths ? "'*:PATH:_files'" : "'*:QUERY:()'");
}

}  // namespace news
