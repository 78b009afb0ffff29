// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace news {

/// The articles that a saved search has told of, remembered by what they say: 24 bytes each, and
/// as many again, at most, for each time that one was edited or moved.
///
/// An article is known if one with the same identity (identity_of) and title was told of, or with
/// the same identity and text, or with the same outlet, date, title and text. So one that is edited
/// is not told again, and neither is one in a file that was moved, or that has another number in
/// its file now; but one under an id that another collection uses, too, is told, and so is one that
/// took the place of another. What has both a new title and a new text is taken for another
/// article.
class ToldArticles {
 public:
  ToldArticles() = default;

  /// What bytes() gave; of other bytes some set is made.
  explicit ToldArticles(std::string_view bytes);

  void add(const Article& article);
  void add(const ToldArticles& others);
  bool knows(const Article& article) const;

  /// As a file keeps them: hashes of 8 bytes each, ascending, the lowest byte of each first.
  std::string bytes() const;

  friend bool operator==(const ToldArticles&, const ToldArticles&) = default;

 private:
  std::unordered_set<std::uint64_t> hashes_;
};

}  // namespace news
