// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/facet/facet.hpp"
#include "searcher/facet/timeline.hpp"

#include <vector>

#include <nlohmann/json.hpp>

namespace news {

/// Facets and timelines as docs/output-schema.md describes them.
nlohmann::ordered_json facets_json(const std::vector<Facet>& facets);
nlohmann::ordered_json timeline_json(const Timeline& timeline);

/// A row of a timeline.
nlohmann::ordered_json row_json(const TimelineRow& row);

}  // namespace news
