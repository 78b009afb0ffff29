// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/news_folder.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace news::test {

using Ids = std::set<std::string>;

/// Something that is done to an index, in which anything may go wrong: news and an index as they
/// were before, the command, and what is to be found after it.
class Scene {
 public:
  struct Plan {
    std::vector<std::string> options;  ///< of the command
    bool reads_news = true;            ///< the folder of news is its PATH
    bool begins_with_index = true;     ///< or with nothing
    int filler_articles = 0;           ///< so many more in the news, for runs to disk
  };

  explicit Scene(const Plan& plan);

  /// Puts the index back to what it was before the command.
  void begin_again() const;

  /// The command, to be run by whatever means.
  std::vector<std::string> command() const;
  std::string index_folder() const { return news_.index_folder(); }
  const NewsFolder& news() const { return news_; }

  /// Says what is wrong with the index after the command failed or was killed; empty if nothing
  /// is: it passes its check, and each article is there once, old or new.
  std::string trouble_after_fault() const;

  /// The same after the command was run again to its end: the index is what it would have become,
  /// and nothing lies about.
  std::string trouble_after_completion() const;

 private:
  Ids found(const std::string& word, std::string& trouble) const;
  std::string trouble_with_check() const;

  Plan plan_;
  NewsFolder news_;
  Ids before_;
  Ids after_;
  Ids changed_;
};

/// The plan of a run that adds, changes and prunes, and merges segments.
Scene::Plan busy_update();

}  // namespace news::test
