// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/base/error.hpp"
#include "news/cli/command_line.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

/// Reading the values of news-search's options. Each throws UsageError, which names the option.
namespace news {

/// The values that an option may take, by name; the first is the usual one.
template <typename Value, std::size_t N>
using Choices = std::array<std::pair<const char*, Value>, N>;

/// The texts of an option that may be given several times, in their order.
std::vector<std::string> texts_of(const boost::program_options::variables_map& values,
                                  const char* name);

/// A number up to a million, or `otherwise` where the option was not given.
std::size_t count_of(const boost::program_options::variables_map& values, const char* name,
                     std::size_t otherwise);

/// The value that `text`, given for an option, names.
template <typename Value, std::size_t N>
Value chosen(const char* option, const std::string& text, const Choices<Value, N>& choices) {
  std::string names;
  for (const auto& [known, value] : choices) {
    if (text == known) return value;
    names += std::string(names.empty() ? "" : ", ") + known;
  }
  throw UsageError(std::string("--") + option, "takes one of " + names + ", not '" + text + "'");
}

/// The same for what the command line says; the first choice where it says nothing.
template <typename Value, std::size_t N>
Value choice_of(const boost::program_options::variables_map& values, const char* name,
                const Choices<Value, N>& choices) {
  return chosen(name, text_of(values, name, choices.front().first), choices);
}

}  // namespace news
