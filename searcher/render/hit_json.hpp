// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/match/search_result.hpp"

#include <nlohmann/json.hpp>

namespace news {

/// A hit as docs/output-schema.md describes it. Absent fields are left out; highlights are pairs of
/// offsets in code points.
nlohmann::ordered_json hit_json(const Hit& hit);

}  // namespace news
