// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/counts_json.hpp"

namespace news {

namespace {

using Json = nlohmann::ordered_json;

}  // namespace

Json facets_json(const std::vector<Facet>& facets) {
  Json json = Json::object();
  for (const Facet& facet : facets) {
    Json values = Json::array();
    for (const FacetCount& count : facet.counts) {
      values.push_back({{"value", count.value}, {"count", count.count}});
    }
    json[std::string(name_of(facet.field))] = {
        {"distinct", facet.distinct}, {"without", facet.without}, {"values", std::move(values)}};
  }
  return json;
}

Json row_json(const TimelineRow& row) {
  Json json{{"span", row.span.name()},
            {"first", iso_date(row.span.first)},
            {"last", iso_date(row.span.last())},
            {"hits", row.hits},
            {"articles", row.articles}};
  if (row.articles > 0) {
    json["share"] = static_cast<double>(row.hits) / static_cast<double>(row.articles);
  }
  return json;
}

Json timeline_json(const Timeline& timeline) {
  Json rows = Json::array();
  for (const TimelineRow& row : timeline.rows) rows.push_back(row_json(row));
  return {{"unit", name_of(timeline.unit)},
          {"undated", timeline.undated},
          {"imprecise", timeline.imprecise},
          {"spans", std::move(rows)}};
}

}  // namespace news
