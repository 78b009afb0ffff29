// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/article.hpp"
#include "news/index/article_store.hpp"
#include "searcher/duplicates/sketch_lookup.hpp"
#include "searcher/duplicates/story_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace news {

/// Whether sketches have so much in common that the texts are worth comparing, given how many
/// numbers the two have and share.
bool may_be_copies(std::size_t a, std::size_t b, std::size_t shared);

/// An article that tells the same story as another one.
struct Copy {
  Xapian::docid document = 0;
  std::string id;  ///< display_id
  std::string outlet;
};

/// Finds the articles of an index that tell one story. The terms of their sketches name candidates;
/// the stored texts decide. It remembers what it read, for one state of the index and one thread.
class CopyFinder {
 public:
  /// What more articles have in common is a turn of phrase, and alone no sign of a copy.
  static constexpr std::size_t rare = 8;

  /// Both must outlive it.
  CopyFinder(SketchLookup& sketches, ArticleStore& articles);

  /// Announces the next articles; see SketchLookup.
  void will_read(const std::vector<Xapian::docid>& documents) { lookup_.will_read(documents); }
  void will_find_copies_of(const std::vector<Xapian::docid>& documents);

  /// Empty for an article that is too short to be told from others. One look into its term list.
  const Sketch& sketch(Xapian::docid document);

  /// Reads and compares both texts.
  bool are_one_story(Xapian::docid a, Xapian::docid b);

  /// Whether the one is known to be the earlier. Reads both articles.
  bool was_published_before(Xapian::docid a, Xapian::docid b);

  /// All other articles with the story of this one, and with theirs, in the order of
  /// schema::order_key. Reads a posting list for each number of a sketch and the texts of
  /// candidates, most alike first; half a dozen in a row that are no copies end the search, as
  /// where hundreds fill in one template.
  std::vector<Copy> copies_of(Xapian::docid document);

  /// The articles whose sketches have enough in common with that of this one, most alike first.
  std::vector<Xapian::docid> candidates_of(Xapian::docid document);

 private:
  struct Known {
    StoryText text;
    std::string id;
    std::string outlet;
    std::string identity;
    std::string order;                      ///< schema::order_key
    std::optional<std::int64_t> published;  ///< Unix seconds
  };
  const Known& known(Xapian::docid document);
  std::vector<Xapian::docid> tellers_of(Xapian::docid document);

  SketchLookup& lookup_;
  ArticleStore& articles_;
  std::unordered_map<Xapian::docid, Sketch> sketches_;
  std::unordered_map<Xapian::docid, Known> known_;
};

}  // namespace news
