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

}  // namespace news
