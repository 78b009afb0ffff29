// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace news {

/// The reader called `name`; null if there is none.
const Reader* find_reader(std::string_view name);

/// What `--format` takes.
std::vector<std::string_view> reader_names();

/// Why a source has no reader.
struct Unrecognized {
  std::string reason;
};

/// The reader for a source, by what it holds and only then by its name. Readers are asked in the
/// order of the registry, plain text last.
std::variant<const Reader*, Unrecognized> recognize(const Sample& sample);

}  // namespace news
