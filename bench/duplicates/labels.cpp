// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/duplicates/labels.hpp"

#include "news/base/error.hpp"
#include "news/base/file.hpp"

#include <sstream>

#include <fmt/format.h>

namespace news::bench {

std::vector<LabelledPair> read_labels(const std::filesystem::path& file) {
  const auto content = read_file(file);
  if (!content) throw InputError(file.string(), "No such file");
  std::vector<LabelledPair> pairs;
  std::istringstream lines(*content);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    LabelledPair pair;
    std::string label;
    std::getline(fields, pair.collection, '\t');
    std::getline(fields, pair.a, '\t');
    std::getline(fields, pair.b, '\t');
    std::getline(fields, label);
    if (label != "same" && label != "different") {
      throw InputError(file.string(), fmt::format("line {} has no label", number),
                       "Write: collection<TAB>a<TAB>b<TAB>same|different.");
    }
    pair.is_one_story = label == "same";
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

}  // namespace news::bench
