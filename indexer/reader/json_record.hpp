// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <string_view>
#include <vector>

namespace news {

/// The articles in one JSON value: an object with an article's fields (article_fields.hpp), or one
/// that wraps a list of such objects. Values may be strings, numbers, lists, or objects that hold
/// the value under a usual name ("name", "rendered"). What Python writes and JSON forbids is put up
/// with: NaN, Infinity, half surrogate pairs; and so is text that is not UTF-8.
std::vector<Parsed> parse_json_record(std::string_view bytes);

}  // namespace news
