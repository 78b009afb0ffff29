// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facet/facet.hpp"

#include "news/index/field_values.hpp"
#include "news/index/schema.hpp"
#include "searcher/facet/publication_dates.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace news {

namespace {

using Counts = std::unordered_map<std::string, std::uint64_t>;

Xapian::valueno slot_of(FacetField field) {
  switch (field) {
    case FacetField::outlet:
      return schema::outlet_slot;
    case FacetField::section:
      return schema::section_slot;
    case FacetField::language:
      return schema::language_slot;
    case FacetField::author:
      return schema::author_slot;
    case FacetField::topic:
      return schema::topic_slot;
    case FacetField::year:
    case FacetField::month:
      break;
  }
  return schema::day_slot;
}

bool is_date(FacetField field) { return field == FacetField::year || field == FacetField::month; }

/// Returns how many articles have a value.
std::uint64_t count_field(const SlotCounts& slot, Counts& counts) {
  std::uint64_t articles = 0;
  for (const auto& [packed, count] : slot) {
    articles += count;
    visit_field_values(packed, [&counts, count = count](std::string_view value) {
      counts[std::string(value)] += count;
    });
  }
  return articles;
}

std::uint64_t count_dates(FacetField field, const ValueCounts& values, Counts& counts) {
  const PublicationDates dates = publication_dates(values);
  std::uint64_t articles = 0;
  const auto add = [&](const std::map<std::int32_t, std::uint64_t>& from, std::int32_t divisor) {
    for (const auto& [number, count] : from) {
      const std::int32_t value = number / divisor;
      counts[field == FacetField::year ? fmt::format("{:04}", value)
                                       : fmt::format("{:04}-{:02}", value / 100, value % 100)] +=
          count;
      articles += count;
    }
  };
  const bool by_year = field == FacetField::year;
  add(dates.days, by_year ? 10'000 : 100);
  add(dates.months, by_year ? 100 : 1);
  if (by_year) add(dates.years, 1);
  return articles;
}

}  // namespace

std::string_view name_of(FacetField field) {
  switch (field) {
    case FacetField::outlet:
      return "outlet";
    case FacetField::section:
      return "section";
    case FacetField::language:
      return "language";
    case FacetField::author:
      return "author";
    case FacetField::topic:
      return "topic";
    case FacetField::year:
      return "year";
    case FacetField::month:
      return "month";
  }
  return {};
}

std::vector<Xapian::valueno> slots_of(FacetField field) {
  if (is_date(field)) return publication_slots();
  return {slot_of(field)};
}

Facet facet_of(FacetField field, const ValueCounts& counts, std::size_t limit) {
  Counts by_value;
  const std::uint64_t with_value = is_date(field)
                                       ? count_dates(field, counts, by_value)
                                       : count_field(counts.slots.at(slot_of(field)), by_value);
  Facet facet{.field = field,
              .counts = {},
              .distinct = by_value.size(),
              .without = counts.matches - with_value};
  facet.counts.reserve(by_value.size());
  for (auto& [value, count] : by_value) facet.counts.push_back({value, count});
  const auto more_frequent = [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  };
  const std::size_t kept = std::min(limit, facet.counts.size());
  std::partial_sort(facet.counts.begin(), facet.counts.begin() + static_cast<std::ptrdiff_t>(kept),
                    facet.counts.end(), more_frequent);
  facet.counts.resize(kept);
  return facet;
}

}  // namespace news
