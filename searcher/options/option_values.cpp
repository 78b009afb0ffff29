// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options/option_values.hpp"

#include "news/cli/values.hpp"

#include <cstdint>

namespace news {

namespace po = boost::program_options;

std::vector<std::string> texts_of(const po::variables_map& values, const char* name) {
  using Texts = std::vector<std::string>;
  return values.count(name) == 0 ? Texts() : values[name].as<Texts>();
}

std::size_t count_of(const po::variables_map& values, const char* name, std::size_t otherwise) {
  constexpr std::uint64_t most = 1'000'000;
  if (values.count(name) == 0) return otherwise;
  return parse_count(std::string("--") + name, text_of(values, name), 0, most);
}

}  // namespace news
