// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace news {

/// Whether text begins with the line that stands above each message of an mbox: "From ", an
/// address, and a time with its year.
bool begins_mbox_message(std::string_view text);

/// Each message of an mbox, with that line.
std::unique_ptr<RecordFramer> frame_mbox(InputWindow& input);

/// A message without the line above it and with ">From " as it was (mboxrd); any other as it is.
std::string mbox_message(std::string_view record);

}  // namespace news
