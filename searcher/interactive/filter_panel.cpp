// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/interactive/filter_panel.hpp"

#include <algorithm>
#include <utility>

namespace news {

SearchField search_field_of(FacetField field) {
  switch (field) {
    case FacetField::outlet:
      return SearchField::outlet;
    case FacetField::section:
      return SearchField::section;
    case FacetField::language:
      return SearchField::language;
    case FacetField::author:
      return SearchField::author;
    case FacetField::topic:
      return SearchField::topic;
    case FacetField::year:
    case FacetField::month:
      break;
  }
  return SearchField::date;
}

void FilterPanel::show(std::vector<Facet> facets) {
  facets_ = std::move(facets);
  const FilterRow before = rows_.empty() ? FilterRow{} : rows_[cursor_];
  make_rows();
  const auto same = std::find_if(rows_.begin(), rows_.end(), [&before](const FilterRow& row) {
    return row.field == before.field && row.value == before.value;
  });
  cursor_ = same == rows_.end() ? 0 : static_cast<std::size_t>(same - rows_.begin());
  move(0);
}

void FilterPanel::make_rows() {
  rows_.clear();
  for (const FacetField field : panel_fields) {
    const auto facet = std::find_if(facets_.begin(), facets_.end(),
                                    [field](const Facet& each) { return each.field == field; });
    std::vector<FilterRow> values;
    if (facet != facets_.end()) {
      for (const auto& [value, count] : facet->counts) {
        values.push_back({field, value, count, is_chosen(field, value)});
      }
    }
    for (const Choice& choice : chosen_) {
      const bool listed =
          std::any_of(values.begin(), values.end(),
                      [&choice](const FilterRow& row) { return row.value == choice.value; });
      if (choice.field == field && !listed) values.push_back({field, choice.value, 0, true});
    }
    if (values.empty()) continue;
    rows_.push_back({field, {}, 0, false});
    rows_.insert(rows_.end(), values.begin(), values.end());
  }
}

void FilterPanel::move(int by) {
  if (rows_.empty()) {
    cursor_ = 0;
    return;
  }
  const int step = by < 0 ? -1 : 1;
  const auto last = static_cast<int>(rows_.size()) - 1;
  int at = std::clamp(static_cast<int>(cursor_) + by, 0, last);
  // A heading is passed over; the first row is one, and there is a value behind each.
  if (rows_[static_cast<std::size_t>(at)].is_heading()) at += at == 0 ? 1 : step;
  cursor_ = static_cast<std::size_t>(at);
}

bool FilterPanel::toggle() {
  if (rows_.empty()) return false;
  FilterRow& row = rows_[cursor_];
  row.chosen = !row.chosen;
  const Choice choice{row.field, row.value};
  if (row.chosen) {
    chosen_.push_back(choice);
  } else {
    std::erase(chosen_, choice);
  }
  return true;
}

void FilterPanel::clear() {
  chosen_.clear();
  for (FilterRow& row : rows_) row.chosen = false;
}

bool FilterPanel::is_chosen(FacetField field, const std::string& value) const {
  return std::find(chosen_.begin(), chosen_.end(), Choice{field, value}) != chosen_.end();
}

std::vector<Filter> FilterPanel::filters() const {
  std::vector<Filter> filters;
  for (const Choice& choice : chosen_) {
    filters.push_back({search_field_of(choice.field), choice.value});
  }
  return filters;
}

}  // namespace news
