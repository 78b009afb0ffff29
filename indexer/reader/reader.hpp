// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/reader/table/column_choice.hpp"
#include "indexer/source/input_window.hpp"
#include "news/article/article.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// How a format is read. Two steps, so that the second can run on several threads:
///
///   RecordFramer  finds where records begin and end in a stream, in order, and no more
///   Reader::parse makes articles of one record's bytes
///
/// A format is one file in this folder; registry.cpp lists them. Readers know nothing of indexes.
namespace news {

/// Nothing that is longer is an article. Limits the memory that hostile input can take.
inline constexpr std::size_t max_record_bytes = std::size_t{64} * 1024 * 1024;

/// What a framer has learned of its source and the parsing of records needs: the columns of a
/// table.
struct SourceNotes {
  SourceNotes() = default;
  SourceNotes(const SourceNotes&) = default;
  SourceNotes& operator=(const SourceNotes&) = default;
  virtual ~SourceNotes() = default;
};

/// The bytes of one record, as they stand in the source.
struct RawRecord {
  std::uint64_t number = 0;  ///< from 1; 0 where the whole source is the record
  std::string bytes;
  std::string defect;  ///< why there are no bytes; empty for a good record
  /// Its source ends inside it, as far as framing can tell, or is broken here: if the record cannot
  /// be read, neither could what the source may have held behind it.
  bool rest_unread = false;
  std::shared_ptr<const SourceNotes> notes = nullptr;  ///< of its source, if the format has any
};

/// Divides one stream into its records.
class RecordFramer {
 public:
  RecordFramer() = default;
  RecordFramer(const RecordFramer&) = delete;
  RecordFramer& operator=(const RecordFramer&) = delete;
  virtual ~RecordFramer() = default;

  /// The next record; nothing at the end. Throws InputError when the stream fails.
  virtual std::optional<RawRecord> next() = 0;
};

/// The start of a source, by which its format is recognized.
struct Sample {
  std::string_view head;  ///< up to sample_bytes
  std::string_view name;  ///< of the file
};
inline constexpr std::size_t sample_bytes = std::size_t{64} * 1024;

/// What parsing a record gives: an article without its origin, or why there is none.
struct Unreadable {
  std::string reason;
  bool rest_unread = false;  ///< see BadRecord
};
using Parsed = std::variant<Article, Unreadable>;

/// One format. Stateless: every method may be called from any thread.
class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  /// What `--format` calls it.
  virtual std::string_view name() const = 0;

  /// Whether the sample is of this format.
  virtual bool recognizes(const Sample& sample) const = 0;

  /// Whether its records may hold any bytes, so that none of them speaks against it.
  virtual bool holds_bytes() const { return false; }

  virtual std::unique_ptr<RecordFramer> frame(InputWindow& input) const = 0;

  /// The same where the user has said what the columns of tables are. Other formats have none.
  virtual std::unique_ptr<RecordFramer> frame_columns(InputWindow& input,
                                                      const ColumnChoice& /*columns*/) const {
    return frame(input);
  }

  /// The article in a record, or the articles if it wraps several. Empty for a record that holds
  /// no news and is none the worse for it, such as a picture in a crawl. Never throws for what the
  /// bytes are.
  virtual std::vector<Parsed> parse(const RawRecord& record) const = 0;
};

}  // namespace news
