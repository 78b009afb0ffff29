// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/options.hpp"

#include <boost/program_options/variables_map.hpp>

namespace news {

/// Refuses options that do not go together: two actions, an action or a format without a place for
/// something, nothing to search for. `typed` is what the command line says, `options` what was read
/// from it and the configuration. Throws UsageError.
void require_consistency(const boost::program_options::variables_map& typed,
                         const SearchOptions& options);

}  // namespace news
