// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The constants of Xapian's glass format, version 2016-03-14, as docs/glass-format.md tells it:
/// what every file of a database looks like. Integers in blocks are big endian.
namespace news::glass {

using namespace std::string_view_literals;

using DocId = std::uint32_t;  ///< from 1

// ---- Blocks ----

inline constexpr std::size_t block_bytes = 8192;
inline constexpr std::size_t block_header_bytes = 11;
inline constexpr std::size_t directory_entry_bytes = 2;

/// The revision of a new database and of every block in it.
inline constexpr std::uint32_t first_revision = 1;

/// Four items of the largest size fit in a block; a later writer relies on that when it splits one.
inline constexpr std::size_t max_item_bytes =
    (block_bytes - block_header_bytes - 4 * directory_entry_bytes) / 4;

// ---- Items of leaf blocks ----

inline constexpr std::size_t item_size_bytes = 2;    ///< holds size - 3 and the flags
inline constexpr std::size_t item_head_bytes = 3;    ///< the size field and the key's length
inline constexpr std::size_t component_bytes = 2;    ///< in all but a tag's first component
inline constexpr unsigned compressed_flag = 0x8000;  ///< the tag is raw deflate
inline constexpr unsigned last_component_flag = 0x4000;
inline constexpr unsigned first_component_flag = 0x2000;
inline constexpr std::size_t max_components = 0xFFFF;
inline constexpr std::size_t max_key_bytes = 255;

/// What surely fits into all the components of a tag, however long its key is, some 116 MB: all of
/// them are of the largest size but those at the ends and where the tag begins in a used block.
inline constexpr std::size_t max_tag_bytes =
    (max_components - 8) * (max_item_bytes - item_head_bytes - max_key_bytes - component_bytes);

// ---- Terms ----

/// Of a term as it is. Behind its escaped form, a key may hold a terminator and a document number.
inline constexpr std::size_t max_term_bytes = 245;
inline constexpr std::size_t max_escaped_term_bytes = max_key_bytes - 1 - 5;

// ---- Keys of the postlist table. A term that begins with a zero byte sorts behind them. ----

inline constexpr std::string_view metadata_prefix = "\x00\xC0"sv;     ///< + name
inline constexpr std::string_view value_stats_prefix = "\x00\xD0"sv;  ///< + last-integer slot
inline constexpr std::string_view value_prefix = "\x00\xD8"sv;        ///< + varint slot + document
inline constexpr std::string_view lengths_prefix = "\x00\xE0"sv;      ///< + document, but the first

// ---- The version file ----

inline constexpr std::string_view magic = "\x0F\x0DXapian Glass"sv;
inline constexpr std::array<unsigned char, 2> format_date = {0x04, 0x6E};

/// Above how many bytes Xapian compresses the tags of a table when it updates it; 0 is never.
inline constexpr std::uint32_t never_compress = 0;
inline constexpr std::uint32_t compress_large = 18;

// ---- File names ----

inline constexpr std::string_view version_file = "iamglass";
inline constexpr std::string_view table_suffix = ".glass";

}  // namespace news::glass
