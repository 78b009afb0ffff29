// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/cli/output.hpp"
#include "searcher/options.hpp"
#include "searcher/render/renderer.hpp"

#include <memory>

namespace news {

/// How to print on standard output, be it a terminal or not: the options, $NO_COLOR, $TERM and
/// $COLUMNS have a say.
RenderSettings render_settings(const SearchOptions& options);

/// What prints results in the format that the options name.
std::unique_ptr<Renderer> renderer_for(const SearchOptions& options);

/// Standard output: through a pager where it is a terminal, or the options say so. Signals are told
/// how to leave the terminal.
std::unique_ptr<Output> output_for(const SearchOptions& options);

}  // namespace news
