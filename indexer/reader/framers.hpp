// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <memory>
#include <string>

/// The framers that several formats share.
namespace news {

/// The whole stream is one record, number 0.
std::unique_ptr<RecordFramer> frame_whole(InputWindow& input);

/// Every line that is not blank is a record; numbers are line numbers.
std::unique_ptr<RecordFramer> frame_lines(InputWindow& input);

/// Every stretch from `open` (which must be followed by white space or ">") up to and with `close`
/// is a record, compared without case. What stands between records is passed over. A record that
/// another one opens before it is closed, or that the end cuts off, is defective.
std::unique_ptr<RecordFramer> frame_elements(InputWindow& input, std::string open,
                                             std::string close);

}  // namespace news
