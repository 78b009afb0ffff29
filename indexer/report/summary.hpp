// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/index_update.hpp"
#include "indexer/extract.hpp"

#include <string>

namespace news {

/// The closing summary of an update, for people: a few lines.
std::string summary_text(const UpdateSummary& summary, const std::string& index);

/// What is said behind extracted articles; empty if every record was one.
std::string extract_summary_text(const ExtractSummary& summary);

/// The summary of an update as one JSON object on one line. docs/output-schema.md describes it.
std::string summary_json(const UpdateSummary& summary, const std::string& index);

}  // namespace news
