// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/index_update.hpp"

#include <string>

namespace news {

/// The closing summary of an update, for people: a few lines.
std::string summary_text(const UpdateSummary& summary, const std::string& index);

/// The same as one JSON object on one line. docs/output-schema.md describes it.
std::string summary_json(const UpdateSummary& summary, const std::string& index);

}  // namespace news
