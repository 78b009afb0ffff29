// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace news::bench {

/// Two articles, by their ids, and what a reader says of them.
struct LabelledPair {
  std::string collection;
  std::string a;
  std::string b;
  bool is_one_story = false;
};

/// Lines of "collection<TAB>a<TAB>b<TAB>same|different"; empty ones and those that begin with "#"
/// are passed over. Throws InputError.
std::vector<LabelledPair> read_labels(const std::filesystem::path& file);

}  // namespace news::bench
