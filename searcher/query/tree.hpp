// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The parts of an article that a query can name: "title:putin".
enum class SearchField : std::uint8_t {
  text,  ///< title and body; what words without a field are looked for in
  title,
  author,
  outlet,
  section,
  topic,
  language,
  url,
  date,
  since,  ///< a date: published then or later
  until,  ///< a date: published then or earlier
};

/// The field a query calls `name`, without the colon; nothing for what is no field.
std::optional<SearchField> field_named(std::string_view name);

/// What a query calls it; empty for text.
std::string_view name_of(SearchField field);

/// A query as it was understood.
struct QueryNode {
  enum class Kind : std::uint8_t {
    word,    ///< in any of its inflected forms
    phrase,  ///< these words in this order, as they are
    prefix,  ///< any word that begins so
    fuzzy,   ///< any word that is spelled alike, `distance` edits away
    near,    ///< the children, phrases of one word, within `distance` words of each other
    list,    ///< words side by side: all or any of them, as the searcher prefers
    all,     ///< every child
    any,     ///< at least one child
  };

  Kind kind = Kind::list;
  SearchField field = SearchField::text;  ///< of a leaf
  std::string text = {};                  ///< of a leaf, as typed
  unsigned distance = 0;                  ///< of near; of fuzzy, 0 for what suits the word
  bool excluded = false;                  ///< must not match; in a list or all
  std::vector<QueryNode> children = {};

  bool is_leaf() const {
    return kind == Kind::word || kind == Kind::phrase || kind == Kind::prefix ||
           kind == Kind::fuzzy;
  }

  friend bool operator==(const QueryNode&, const QueryNode&) = default;
};

/// The tree in the query language, with every pair of parentheses: what was understood, for people.
/// Read again it gives the same tree, if that came from a query that fits the grammar and is not
/// nested within a few levels of the limit.
std::string to_text(const QueryNode& node);

/// The tree as lines, what is inside of a group below it and further in. `require_all` is what the
/// searcher prefers for a list.
std::vector<std::string> to_outline(const QueryNode& node, bool require_all);

}  // namespace news
