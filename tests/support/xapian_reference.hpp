// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/inversion/document_batch.hpp"

#include <map>
#include <string>
#include <vector>

#include <xapian.h>

namespace news::test {

/// Writes documents, under the numbers they have in the batches, with Xapian's own writer.
void write_with_xapian(const std::string& folder, const std::vector<DocumentBatch>& batches,
                       const std::map<std::string, std::string>& metadata = {});

/// The document as Xapian's writer takes it.
Xapian::Document to_xapian(const DocumentBatch& batch, const DocumentBatch::Document& document);

/// The first thing in which two databases differ, of all that can be read from them: terms and
/// their frequencies, postings, positions, term lists, lengths, values, records, metadata and
/// statistics. Empty if they are the same. Bounds need only hold.
std::string difference(const Xapian::Database& a, const Xapian::Database& b);

/// What Xapian's checks of all tables of a database find fault with, and how often.
struct CheckResult {
  std::size_t errors = 0;
  std::string text;
};
CheckResult check_database(const std::string& folder);

}  // namespace news::test
