// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The parts of an article that a record of named fields can give.
enum class Field : std::uint8_t {
  id,
  url,
  title,
  body,
  summary,
  authors,
  published,
  modified,
  captured,
  outlet,
  section,
  topics,
  language,
};
inline constexpr std::size_t field_count = 13;

/// Collects the named fields of a record. Data sets call the same thing by many names; where a
/// record has several of them, the best name that has a value wins ("maintext" before "text"
/// before "content"), and of dates the best that is one. A summary stands in for a body. The names
/// are listed in article_fields.cpp.
class ArticleFields {
 public:
  /// Whether `name` is one of a field's names. Case, "_", "-" and spaces make no difference.
  static bool knows(std::string_view name);

  /// The field that a name is for.
  static std::optional<Field> field_of(std::string_view name);

  /// Takes the values of the field called `name`; unknown names are passed over. The entries of a
  /// list are not taken apart at commas. A single string may be a list in writing: "['a', 'b']".
  void set(std::string_view name, std::vector<std::string> values, bool is_list = false);

  bool has_title() const { return !all(Field::title).empty(); }
  bool has_body() const { return !all(Field::body).empty(); }

  /// Whether it can be told from others: by a title, an id or a URL.
  bool has_name() const;

  /// Whether the record is an article: it has a title, a body, or at least a summary; or it has
  /// fields for these, all empty, and an id or URL to be found by.
  bool is_article() const;

  /// The article made of what was set.
  Article article() const;

 private:
  struct Value {
    int rank = 0;
    std::vector<std::string> values;
    bool is_list = false;
  };

  const Value& best(Field field) const;
  std::string first(Field field) const;
  const std::vector<std::string>& all(Field field) const;
  std::optional<Timestamp> date(Field field, Language language) const;

  std::array<std::vector<Value>, field_count> fields_;  ///< best first
  bool has_text_field_ = false;  ///< for a title, body or summary, empty or not
};

}  // namespace news
