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

  /// All must outlive it.
  CopyFinder(const Xapian::Database& database, SketchLookup& sketches, ArticleStore& articles);

  /// Announces whose tellers may be asked for next, in this order, until there are so many stories;
  /// so that what is on other machines can be fetched at once. Returns those it was done for: not
  /// those that seem to be copies of others.
  std::vector<Xapian::docid> will_ask(const std::vector<Xapian::docid>& documents,
                                      std::size_t stories);

  /// The article and all others with its story, and with theirs, itself first. Reads the texts of
  /// candidates, most alike first; half a dozen in a row that are no copies end the search, as
  /// where hundreds fill in one template.
  std::vector<Xapian::docid> tellers_of(Xapian::docid document);

  /// Those of the tellers that are not `document`, in the order of schema::order_slot. Reads them.
  std::vector<Copy> copies_among(std::vector<Xapian::docid> tellers, Xapian::docid document);

  /// The stored article; valid until another is asked for, or compared.
  const Article& article(Xapian::docid document) { return known(document).article; }

  /// Whether the one is known to be the earlier. Reads both articles.
  bool was_published_before(Xapian::docid a, Xapian::docid b);

  /// The articles whose sketches have enough in common with that of this one, most alike first.
  /// Looks up each number of the sketch.
  std::vector<Xapian::docid> candidates_of(Xapian::docid document);

  /// Reads and compares both texts.
  bool are_one_story(Xapian::docid a, Xapian::docid b);

  /// Empty for an article that is too short to be told from others. One look into its term list.
  const Sketch& sketch(Xapian::docid document);

 private:
  /// An article that was read.
  struct Known {
    Article article;
    std::optional<StoryText> text;  ///< made when it is needed
  };

  enum class Relation : std::uint8_t { other_story, one_story, nearly_identical };

  bool share_enough(const Sketch& mine, Xapian::docid other, std::size_t shared);
  Relation compare(Xapian::docid a, Xapian::docid b);
  Known& known(Xapian::docid document);
  void sort_by_place(std::vector<Xapian::docid>& documents);
  static const StoryText& text_of(Known& known);

  const Xapian::Database& database_;
  SketchLookup& lookup_;
  ArticleStore& articles_;
  std::unordered_map<Xapian::docid, Sketch> sketches_;
  std::unordered_map<Xapian::docid, Known> known_;
};

}  // namespace news
