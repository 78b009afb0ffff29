// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <xapian.h>

/// Every name that an index is written with: term prefixes, value slots, metadata keys, file names.
/// docs/index-format.md tells the same in prose. Prefixes are Omega's where Omega has one.
namespace news::schema {

/// The version of what this header says. An index of another version must be built again.
inline constexpr std::string_view format_version = "4";

// ---- Terms ----

/// Xapian's limit.
inline constexpr std::size_t max_term_bytes = 245;

/// Free text: words as they are, with positions; stems behind "Z", without.
inline constexpr std::string_view stem = "Z";

/// Words of one field, with positions; the title's also as stems.
inline constexpr std::string_view title = "S";
inline constexpr std::string_view title_stem = "ZS";
inline constexpr std::string_view author = "A";
inline constexpr std::string_view topic = "K";
inline constexpr std::string_view outlet = "XOUTLET";
inline constexpr std::string_view section = "XSECTION";
inline constexpr std::string_view url = "XURL";

/// Whole values, without positions.
inline constexpr std::string_view identity = "Q";  ///< identity_of
inline constexpr std::string_view own_id = "XID";  ///< display_id
inline constexpr std::string_view source = "P";    ///< the path of the source
inline constexpr std::string_view language = "L";  ///< "en"
inline constexpr std::string_view host = "H";      ///< "www.example.com" and "example.com"
inline constexpr std::string_view day = "D";       ///< "20051120", published, local
inline constexpr std::string_view month = "M";     ///< "200511"
inline constexpr std::string_view year = "Y";      ///< "2005"

/// What articles with much the same text have in common: see StorySketch. A term for each number of
/// the sketch. The numbers are enough to make it rare that two articles share one by chance.
inline constexpr std::string_view sketch = "XD";
inline constexpr std::uint32_t sketch_numbers = 64 * 64 * 64 * 64;
std::string sketch_term(std::uint32_t number);

/// The number of such a term; nothing for any other string.
std::optional<std::uint32_t> sketch_number(std::string_view term);

/// prefix + value, as a term. A value that is too long for a term is cut, and the hash of the whole
/// takes the place of the rest; so equal terms still mean equal values.
std::string term(std::string_view prefix, std::string_view value);

// ---- Value slots ----

inline constexpr Xapian::valueno published_slot = 0;  ///< Unix seconds, sortable_serialise
inline constexpr Xapian::valueno day_slot = 1;        ///< Timestamp::day_number, sortable_serialise
inline constexpr Xapian::valueno identity_slot = 2;   ///< identity_of

/// What facets count: the values of a field, whole and as they are written; pack_field_values.
inline constexpr Xapian::valueno outlet_slot = 3;
inline constexpr Xapian::valueno section_slot = 4;
inline constexpr Xapian::valueno language_slot = 5;
inline constexpr Xapian::valueno author_slot = 6;
inline constexpr Xapian::valueno topic_slot = 7;

/// "2005" or "200511": the publication, where its day is not known and day_slot has the first one.
inline constexpr Xapian::valueno coarse_date_slot = 8;

inline constexpr Xapian::valueno order_slot = 9;  ///< order_key

/// What orders hits that are equally good, the same however the index is divided into segments: the
/// article's place in its source, then its identity, of which a part is enough. What a source gives
/// first is mostly what the others repeat.
std::string order_key(std::uint64_t record, std::string_view of_article);

// ---- Metadata of a segment ----

inline constexpr std::string_view format_key = "news.format";      ///< format_version
inline constexpr std::string_view analyzer_key = "news.analyzer";  ///< Analyzer::rules
inline constexpr std::string_view source_key = "news.source.";     ///< + path: a SourceState

/// + identity_of: the paths of the sources whose versions of that article were given up for
/// another's, each ended by a zero byte.
inline constexpr std::string_view shadow_key = "news.shadow.";

/// + number, decimal: a zstd dictionary, see ArticleStore.
inline constexpr std::string_view dictionary_key_prefix = "news.dictionary.";
std::string dictionary_key(unsigned id);

/// The key of a source's state. Long paths are cut as term() cuts values.
std::string source_state_key(std::string_view path);

// ---- Files of an index ----

inline constexpr std::string_view stub_file = "XAPIANDB";
inline constexpr std::string_view stub_line = "auto ";  ///< + segment; names a live one
inline constexpr std::string_view lock_file = "lock";
inline constexpr std::string_view intent_file = "intent";
inline constexpr std::string_view record_file = "made";         ///< in a segment: SegmentRecord
inline constexpr std::string_view record_file_word = "file";    ///< + name, size and digest
inline constexpr std::string_view damaged_suffix = ".damaged";  ///< what --repair set aside
inline constexpr std::string_view segment_name = "segment-";    ///< + six digits or more
inline constexpr std::string_view unfinished_suffix = ".tmp";

}  // namespace news::schema
