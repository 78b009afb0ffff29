// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/match/search_result.hpp"

#include <string>

#include <nlohmann/json.hpp>

namespace news {

/// A hit as docs/output-schema.md describes it. Absent fields are left out; highlights are pairs of
/// offsets in code points.
nlohmann::ordered_json hit_json(const Hit& hit);

/// JSON on one line; bytes of file names that are no UTF-8 become U+FFFD.
std::string dump_line(const nlohmann::ordered_json& json);

}  // namespace news
