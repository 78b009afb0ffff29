// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/source/byte_stream.hpp"

#include <memory>

namespace news {

/// The content of gzip members that stand one behind the other; zeros and other bytes behind the
/// last one are passed over. What comes before damage or a cut is handed out to the last byte,
/// which libarchive does not do; then reading throws DamagedInput.
std::unique_ptr<ByteStream> gunzip(std::unique_ptr<ByteStream> bytes);

}  // namespace news
