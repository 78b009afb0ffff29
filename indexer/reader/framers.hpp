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

/// The tags of a record, compared without case.
struct ElementTags {
  std::string open;    ///< "<DOC"; white space or ">" must follow
  std::string close;   ///< "</DOC>"
  std::string enough;  ///< "</TEXT>": a record that has it is whole without `close`
};

/// Every stretch from `open` up to and with `close` is a record. What stands between records is
/// passed over. A record that another one opens before it is closed, or that the end cuts off, is
/// defective if it does not have `enough`; so is one before the first that has only its `close`.
std::unique_ptr<RecordFramer> frame_elements(InputWindow& input, ElementTags tags);

}  // namespace news
