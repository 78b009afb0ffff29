// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/facet/value_counts.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What articles can be counted by.
enum class FacetField : std::uint8_t { outlet, section, language, author, topic, year, month };

inline constexpr FacetField facet_fields[] = {
    FacetField::outlet, FacetField::section, FacetField::language, FacetField::author,
    FacetField::topic,  FacetField::year,    FacetField::month};

/// "outlet", as options and output call it.
std::string_view name_of(FacetField field);

struct FacetCount {
  std::string value;  ///< as the articles write it; "2005" or "2005-11" of a date
  std::uint64_t count = 0;

  friend bool operator==(const FacetCount&, const FacetCount&) = default;
};

/// How the matching articles divide by a field. An article counts once for each of its values.
struct Facet {
  FacetField field = FacetField::outlet;
  std::vector<FacetCount> counts;  ///< the most frequent first, equal ones by value
  std::uint64_t distinct = 0;      ///< values, also of those that were cut off
  std::uint64_t without = 0;       ///< articles that have no value
};

/// The slots that facet_of needs to be counted.
std::vector<Xapian::valueno> slots_of(FacetField field);

/// The facet of a field with its `limit` most frequent values.
Facet facet_of(FacetField field, const ValueCounts& counts, std::size_t limit);

}  // namespace news
