// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/action/query_list.hpp"

#include "news/base/ascii.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"
#include "news/text/encoding.hpp"

#include <cstdio>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

std::string read_queries_file(const std::string& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  auto content = read_file(path);
  if (!content) throw InputError(path, "No such file");
  return std::move(*content);
}

}  // namespace

std::vector<NumberedQuery> queries_of(const SearchOptions& options) {
  if (options.queries_file.empty()) return {{"", options.query}};
  std::istringstream lines(decode_text(read_queries_file(options.queries_file)).text);
  std::vector<NumberedQuery> queries;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::string_view trimmed = ascii::trim(line);
    if (trimmed.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      queries.push_back({std::to_string(number), std::string(trimmed)});
      continue;
    }
    std::string id(ascii::trim(std::string_view(line).substr(0, tab)));
    if (id.empty()) {
      id = std::to_string(number);
      fmt::print(stderr, "news-search: {}: no id on line {}; {} is used\n", options.queries_file,
                 number, id);
    }
    queries.push_back(
        {std::move(id), std::string(ascii::trim(std::string_view(line).substr(tab + 1)))});
  }
  return queries;
}

}  // namespace news
