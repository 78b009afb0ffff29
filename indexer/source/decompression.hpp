// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/source/byte_stream.hpp"
#include "indexer/source/unpack_budget.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// How a single stream is compressed.
enum class Compression { gzip, bzip2, xz, zstd };

/// The compression of bytes that begin like `head`.
std::optional<Compression> recognize_compression(std::string_view head);

/// Gives the content of a compressed stream; of several that stand one behind the other, as in
/// crawls, the content of all. Reading throws DamagedInput behind the last byte that can be had
/// from one that is damaged or cut off, and when the budget, which must outlive it, is spent.
std::unique_ptr<ByteStream> decompress(Compression compression, std::unique_ptr<ByteStream> bytes,
                                       UnpackBudget& budget);

/// A file's name without the ending that says how it is compressed: "news.jsonl.gz" is
/// "news.jsonl".
std::string_view uncompressed_name(std::string_view name);

}  // namespace news
