// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/facet/facet.hpp"
#include "searcher/match/search_request.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace news {

/// What the panel of filters counts by, in this order.
inline constexpr FacetField panel_fields[] = {FacetField::outlet, FacetField::section,
                                              FacetField::topic, FacetField::language,
                                              FacetField::year};

/// The field of queries that a facet's values are searched in.
SearchField search_field_of(FacetField field);

/// A line of the panel: the heading of a field, or one of its values.
struct FilterRow {
  FacetField field = FacetField::outlet;
  std::string value;  ///< empty for a heading
  std::uint64_t count = 0;
  bool chosen = false;

  bool is_heading() const { return value.empty(); }

  friend bool operator==(const FilterRow&, const FilterRow&) = default;
};

/// The values that the matches have, to be chosen as filters: of one field any, of several fields
/// all.
class FilterPanel {
 public:
  /// Shows new counts. What is chosen stays so, with a count of zero where no match has it; the
  /// cursor stays on its value.
  void show(std::vector<Facet> facets);

  const std::vector<FilterRow>& rows() const { return rows_; }

  /// The row of the cursor, which is never on a heading; nothing of it while there are no values.
  std::size_t cursor() const { return cursor_; }
  void move(int by);

  /// Chooses the value under the cursor, or not any more. False if there is none.
  bool toggle();
  void clear();

  std::vector<Filter> filters() const;

 private:
  void make_rows();
  bool is_chosen(FacetField field, const std::string& value) const;

  struct Choice {
    FacetField field;
    std::string value;
    friend bool operator==(const Choice&, const Choice&) = default;
  };
  std::vector<Facet> facets_;
  std::vector<Choice> chosen_;
  std::vector<FilterRow> rows_;
  std::size_t cursor_ = 0;
};

}  // namespace news
