// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <memory>

namespace news {

/// Hands out the elements of an array, or values that stand one behind the other. A single object
/// that is all of the source has number 0; if it is longer than an article can be, or broken inside
/// a list of objects, the elements of that list are the records.
///
/// Damage costs the element it is in. JSON has no mark at which one could begin anew, but files
/// have a layout: behind a broken element that began a line, the next one begins at a line with the
/// same indentation; behind another, it is an object that begins with the same name as those
/// before. What is between is one defective record.
std::unique_ptr<RecordFramer> frame_json(InputWindow& input);

}  // namespace news
