// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/cli/configuration.hpp"

#include "news/base/file.hpp"
#include "news/cli/closest_name.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

namespace news {

namespace fs = std::filesystem;
namespace po = boost::program_options;

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r";
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

std::string_view without_comment(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
  }
  return line;
}

std::string advice_on(const std::string& name, const OptionList& options) {
  std::vector<std::string> names;
  for (const Option& option : options) {
    if (option.configurable) names.push_back(option.name);
  }
  const std::string meant = closest_name(name, names);
  return meant.empty() ? "Mend the file, or leave it out with --no-config."
                       : fmt::format("Did you mean {}?", meant);
}

bool is_given(const po::variables_map& values, const std::string& name) {
  return !name.empty() && values.count(name) != 0;
}

}  // namespace

Configuration::Configuration(std::string_view text, const std::string& source,
                             const OptionList& options, const std::string& home) {
  unsigned number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view content = trimmed(without_comment(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (content.empty()) continue;
    const std::size_t equals = content.find('=');
    Line line{.name = std::string(trimmed(content.substr(0, equals))),
              .value = {},
              .place = fmt::format("{}:{}", source, number),
              .has_value = equals != std::string_view::npos};
    if (line.has_value) line.value = trimmed(content.substr(equals + 1));
    if (line.name.starts_with("--")) line.name.erase(0, 2);
    const Option* option = find_option(options, line.name);
    if (option == nullptr) {
      throw UsageError(line.place, fmt::format("there is no option '{}'", line.name),
                       advice_on(line.name, options));
    }
    if (!option->configurable) {
      throw UsageError(line.place, fmt::format("--{} is for the command line alone", line.name),
                       "It would change what every command does.");
    }
    const bool is_switch = option->value == OptionValue::none;
    if (is_switch && line.has_value) {
      throw UsageError(line.place, fmt::format("'{}' takes no value", line.name),
                       "A switch stands alone in its line.");
    }
    if (!is_switch && line.value.empty()) {
      throw UsageError(line.place, fmt::format("'{}' needs a value", line.name),
                       fmt::format("Write {} = {}.", line.name, option->value_name));
    }
    const bool repeated = std::any_of(lines_.begin(), lines_.end(), [&line](const Line& before) {
      return before.name == line.name;
    });
    if (repeated && !option->repeatable) {
      throw UsageError(line.place, fmt::format("'{}' was set before", line.name));
    }
    const bool is_path = option->value == OptionValue::file || option->value == OptionValue::folder;
    if (is_path && line.value.starts_with("~/")) line.value.replace(0, 1, home);
    lines_.push_back(std::move(line));
  }
}

void Configuration::drop(std::string_view name) {
  std::erase_if(lines_, [name](const Line& line) { return line.name == name; });
}

std::vector<std::string> Configuration::arguments(const OptionList& options,
                                                  const po::variables_map& typed) const {
  std::vector<std::string> arguments;
  for (const Line& line : lines_) {
    const Option* option = find_option(options, line.name);
    if (is_given(typed, line.name)) continue;
    if (option != nullptr && is_given(typed, option->excludes)) continue;
    arguments.push_back("--" + line.name + (line.has_value ? "=" + line.value : ""));
  }
  return arguments;
}

UsageError Configuration::located(const UsageError& error, const po::variables_map& typed) const {
  const std::string_view what = error.what();
  for (const Line& line : lines_) {
    if (is_given(typed, line.name) || !what.starts_with("--" + line.name + ":")) continue;
    return {line.place, error.what(), error.remedy()};
  }
  return error;
}

fs::path configuration_file(const std::string& program) {
  // The standard has relative paths ignored.
  const fs::path configured = environment("XDG_CONFIG_HOME");
  if (configured.is_absolute()) return configured / program / "config";
  const fs::path home = environment("HOME");
  return home.is_absolute() ? home / ".config" / program / "config" : fs::path();
}

Configuration load_configuration(const std::string& program, const OptionList& options,
                                 const std::vector<std::string>& arguments) {
  // Help is there for who has a mistake in the file, too.
  constexpr std::array<std::string_view, 4> without = {"--no-config", "--help", "-h", "--version"};
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  if (std::find_first_of(arguments.begin(), end, without.begin(), without.end()) != end) return {};
  const fs::path file = configuration_file(program);
  // Who may not look there has none: a program that is run as somebody else keeps its $HOME.
  if (file.empty() || ::access(file.c_str(), R_OK) != 0) return {};
  std::optional<std::string> text = read_file(file);
  if (!text) return {};
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // some editors begin a file so
  if (text->starts_with(byte_order_mark)) text->erase(0, byte_order_mark.size());
  return Configuration(*text, file.string(), options, environment("HOME"));
}

}  // namespace news
