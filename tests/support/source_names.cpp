// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/source_names.hpp"

#include "indexer/source/source_walk.hpp"

namespace news::test {

std::string names_under(const std::vector<std::string>& paths,
                        const std::filesystem::path& excluded) {
  SourceWalk walk(paths, excluded);
  std::string names;
  while (const auto entry = walk.next()) {
    if (!names.empty()) names += " ";
    if (const auto* file = std::get_if<SourceFile>(&*entry)) {
      names += file->name;
    } else {
      const auto& bad = std::get<BadRecord>(*entry);
      names += bad.origin.name + "(" + bad.reason + ")";
    }
  }
  return names;
}

std::string names_under(const TemporaryFolder& folder) {
  return names_under(std::vector<std::string>{folder.path().string()});
}

}  // namespace news::test
