// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/match/search_result.hpp"
#include "searcher/render/renderer.hpp"

#include <string>

namespace news {

/// A hit for people: rank and title; outlet, date, score and id; where else the story is; what the
/// score is made of; the snippet; the URL. In a terminal every line but that of a URL is wrapped at
/// its width; elsewhere only the snippet's are. Nothing in it can disturb a terminal.
std::string hit_text(const Hit& hit, const RenderSettings& settings);

/// "also in 3 others: Norwick Courier, Coast Radio": where else a hit's story is, which must be
/// somewhere: the outlets, or the ids of those whose outlet says nothing new.
std::string others_text(const Hit& hit);

}  // namespace news
