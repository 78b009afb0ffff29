// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/facet/facet.hpp"
#include "searcher/facet/timeline.hpp"
#include "searcher/render/renderer.hpp"

#include <cstdint>
#include <string>

namespace news {

/// A facet as a table for people: each value with its number and share of all `matches`, and in a
/// terminal with a bar.
std::string facet_text(const Facet& facet, std::uint64_t matches, const RenderSettings& settings);

/// A timeline as a table for people: each span with its matches and their share of all articles of
/// that span, and in a terminal with a bar. A line of dots stands for a stretch without matches.
std::string timeline_text(const Timeline& timeline, const RenderSettings& settings);

}  // namespace news
