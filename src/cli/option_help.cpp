// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/option_help.hpp"

#include <algorithm>
#include <string_view>

#include <boost/program_options/cmdline.hpp>

namespace news {

namespace po = boost::program_options;

namespace {

constexpr std::size_t text_column = 24;
constexpr std::size_t columns = 80;

/// "-i, --index DIR", or "    --format NAME" where there is no letter.
std::string names_of(const po::option_description& option) {
  const std::string letter =
      option.canonical_display_name(po::command_line_style::allow_dash_for_short);
  std::string names = letter.size() == 2 ? letter + ", " : "    ";
  names += "--" + option.long_name();
  const std::string value = option.format_parameter();
  return value.empty() ? names : names + " " + value;
}

/// `line`, and behind it the words of `text`, each line of them beginning at text_column.
std::string with_text(std::string line, std::string_view text) {
  std::string out;
  line.resize(std::max(line.size(), text_column - 1), ' ');
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (line.size() + 1 + word.size() > columns) {
      out += line + "\n";
      line.assign(text_column - 1, ' ');
    }
    line += ' ';
    line += word;
  }
  return out + line + "\n";
}

}  // namespace

std::string option_help(const po::options_description& options) {
  std::string help;
  for (const auto& option : options.options()) {
    help += with_text("  " + names_of(*option), option->description());
  }
  return help;
}

}  // namespace news
