// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/generate/generators.hpp"
#include <fmt/format.h>

namespace news {

namespace {

/// What completes the value of an option, as a case of the function's switch; empty for a switch.
std::string value_case(const Option& option) {
  std::string pattern = "--" + option.name;
  if (option.letter != 0) pattern += fmt::format("|-{}", option.letter);
  std::string action;
  switch (option.value) {
    case OptionValue::none:
      return {};
    case OptionValue::text:
      action = "COMPREPLY=()";
      break;
    case OptionValue::file:
      action = "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$current\")";
      break;
    case OptionValue::folder:
      action = "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$current\")";
      break;
    case OptionValue::choice:
      action =
          fmt::format("COMPREPLY=($(compgen -W {} -- \"$current\"))", quoted(choices_of(option)));
      break;
    case OptionValue::field:
      action = fmt::format("_@@_values {}", option.name);
      break;
  }
  return fmt::format("    {})\n      {}\n      return ;;\n", pattern, action);
}

/// Puts the name in the place of each "@@".
std::string with_function(std::string text, const std::string& function) {
  constexpr std::string_view mark = "@@";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
    text.replace(at, mark.size(), function);
  }
  return text;
}

/// Values may hold spaces, so they are read as lines and, outside quotes, quoted for the command
/// line. The index is the one that the line names, if it does.
constexpr const char* values_function = R"sh(
_@@_values() {
  local field="$1" index=() i value word typed
  for ((i = 1; i < COMP_CWORD; ++i)); do
    word="${COMP_WORDS[i + 1]}"
    [[ "$word" == "=" ]] && word="${COMP_WORDS[i + 2]}"
    word="${word//[\\\"\']/}"
    case "${COMP_WORDS[i]}" in
      -i|--index) index+=(--index "${word/#\~\//$HOME/}") ;;
    esac
  done
  typed="${current//[\\\"\']/}"
  while IFS= read -r value; do
    [[ "${value//[\\\"\']/}" == "$typed"* ]] || continue
    [[ "$current" == [\"\']* ]] || value="$(printf '%q' "$value")"
    COMPREPLY+=("$value")
  done < <("${COMP_WORDS[0]}" "${index[@]}" --values "$field" 2>/dev/null)
}
)sh";

/// "--name=value" is three words for bash.
constexpr const char* words_of_line = R"sh(
_@@() {
  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}"
  if [[ "$current" == "=" ]]; then
    current=
  elif [[ "$before" == "=" ]]; then
    before="${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  COMPREPLY=()
)sh";

}  // namespace

std::string bash_completion(const ProgramDescription& program) {
  std::string cases;
  std::string names;
  bool asks_index = false;
  for (const Option& option : program.options) {
    cases += value_case(option);
    names += (names.empty() ? "--" : " --") + option.name;
    asks_index = asks_index || option.value == OptionValue::field;
  }
  std::string out = "# bash completion for " + program.name + "\n";
  if (asks_index) out += values_function;
  out += words_of_line;
  out += "  case \"$before\" in\n" + cases +
         "  esac\n"
         "  if [[ \"$current\" == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W " +
         quoted(names) + " -- \"$current\"))\n";
  if (program.operands_are_paths) {
    out +=
        "  else\n"
        "    compopt -o filenames\n"
        "    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n";
  }
  out += "  fi\n}\n\ncomplete -F _@@ " + program.name + "\n";
  return with_function(std::move(out), function_name(program));
}

}  // namespace news
