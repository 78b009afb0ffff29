// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/reader.hpp"
#include "indexer/source/byte_stream.hpp"
#include "indexer/source/input_window.hpp"

#include <cstddef>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

namespace news::test {

inline constexpr std::size_t all_at_once = std::numeric_limits<std::size_t>::max();

/// A text that comes in pieces of at most so many bytes.
std::unique_ptr<ByteStream> text_stream(std::string text, std::size_t piece = all_at_once);

/// `head`, then `count` times the same byte, then `tail`: more than one would keep in a file.
std::unique_ptr<ByteStream> long_stream(std::string head, std::size_t count, char fill,
                                        std::string tail);

/// A text and then, instead of its end, an InputError that says "x: broken".
std::unique_ptr<ByteStream> breaking_stream(std::string text);

/// Everything that a stream gives.
std::string drained(ByteStream& stream, std::size_t buffer_bytes = 4096);

using MakeFramer = std::function<std::unique_ptr<RecordFramer>(InputWindow&)>;

/// The records of a stream, one a line: "3=bytes", or "3: defect" for a defective one. Long bytes
/// are given as their number: "3=[70000]".
std::string framed(const MakeFramer& frame, std::unique_ptr<ByteStream> stream);
std::string framed(const MakeFramer& frame, std::string text, std::size_t piece = all_at_once);

}  // namespace news::test
