// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/inversion/run_merger.hpp"
#include "tests/support/random_text.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace news::test {

/// What a run of postings says: by key, the wdf of each document.
using Postings = std::map<std::string, std::map<std::uint32_t, std::uint32_t>>;

/// The run of the documents from `base` on.
std::string run_of(const Postings& postings, std::uint32_t base);

/// "a: 3=1 7=2; b: 4=1". What an entry says of its stream must be so: a "!" marks where it is not.
std::string shown(RunCursor cursor);

/// What the runs of a merger say together, in the same form, keys in the order in which they come.
std::string shown(RunMerger merger);

/// The same of what they were made from.
std::string shown(const Postings& postings);

/// The documents from `begin` up to `end`.
Postings part(const Postings& postings, std::uint32_t begin, std::uint32_t end);

/// Postings of documents up to `documents` under keys of all sorts: most of few documents, some of
/// many.
Postings random_postings(RandomText& random, std::size_t keys, std::uint32_t documents);

}  // namespace news::test
