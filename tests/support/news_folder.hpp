// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace news::test {

/// A folder of news and an index beside it, as a user has them.
class NewsFolder {
 public:
  /// Writes a file into the folder of news.
  std::string write(std::string_view name, std::string_view content) const {
    return folder_.write("news/" + std::string(name), content);
  }

  std::string news() const { return folder_ / "news"; }
  std::string index_folder() const { return folder_ / "news.idx"; }
  const TemporaryFolder& outside() const { return folder_; }

  /// Runs news-index over the folder of news.
  Outcome index(std::vector<std::string> options = {}) const;

  /// The same with --json: its summary.
  nlohmann::json summary(std::vector<std::string> options = {}) const;

  /// Runs news-search on the index.
  Outcome search(std::vector<std::string> arguments) const;

  /// The ids of the hits, joined by spaces.
  std::string ids(std::vector<std::string> arguments) const;

 private:
  TemporaryFolder folder_;
};

/// A line of JSON Lines.
std::string article_line(const std::string& id, const std::string& title, const std::string& body);

}  // namespace news::test
