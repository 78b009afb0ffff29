// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/inversion/term_dictionary.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The documents of a batch as an index takes them in: which terms occur in each how often and
/// where, its values, and its stored record. Filled one document after the other:
///
///   for each document:
///     batch.add(batch.intern(prefix, word), position); ...
///     batch.set_value(slot, value); ...  batch.set_data(record);
///     batch.end_document();
///
/// Memory is flat: one array each of entries and positions for all documents.
class DocumentBatch {
 public:
  /// A term in a document.
  struct Entry {
    TermId term = 0;
    std::uint32_t wdf = 0;
    std::uint32_t positions_begin = 0;
    std::uint32_t positions = 0;  ///< how many
  };

  struct Value {
    std::uint32_t slot = 0;
    std::string value;
  };

  struct Document {
    std::uint32_t number = 0;  ///< in the batch, from 0; ascends, not always by one
    std::uint32_t length = 0;  ///< the sum of the wdf
    std::size_t entries_begin = 0;
    std::size_t entries_end = 0;
    std::size_t values_begin = 0;
    std::size_t values_end = 0;
    std::string data;
  };

  static constexpr std::uint32_t no_position = 0;

  /// A number for the term prefix + word, for this batch.
  TermId intern(std::string_view prefix, std::string_view word) {
    return dictionary_.intern(prefix, word);
  }

  /// An occurrence of a term. `wdf` is what it adds to the term's within-document frequency: 0 for
  /// a term that only filters.
  void add(TermId term, std::uint32_t position, std::uint32_t wdf = 1);

  /// Slots must be set in ascending order; an empty value is none.
  void set_value(std::uint32_t slot, std::string value);
  void set_data(std::string data) { data_ = std::move(data); }

  /// Whether the format can hold the document as it is now: its term list has a limit,
  /// glass::max_tag_bytes.
  bool fits() const;

  /// The document must fit. Throws IndexError for one whose frequencies are beyond 32 bits.
  void end_document();

  /// Forgets the document in hand. Its terms keep their numbers.
  void discard_document();

  /// Leaves numbers of documents unused.
  void skip(std::uint32_t numbers) { next_number_ += numbers; }

  const TermDictionary& dictionary() const { return dictionary_; }
  const std::vector<Document>& documents() const { return documents_; }
  /// Of all documents; those of one in the order in which it met the terms.
  const std::vector<Entry>& entries() const { return entries_; }
  std::span<const Entry> entries(const Document& document) const {
    return std::span(entries_).subspan(document.entries_begin,
                                       document.entries_end - document.entries_begin);
  }
  /// Ascending, each once.
  std::span<const std::uint32_t> positions(const Entry& entry) const {
    return std::span(positions_).subspan(entry.positions_begin, entry.positions);
  }
  std::span<const Value> values(const Document& document) const {
    return std::span(values_).subspan(document.values_begin,
                                      document.values_end - document.values_begin);
  }
  /// Numbers of documents that the batch takes up, used or not.
  std::uint32_t numbers() const { return next_number_; }

  /// Empties the batch, also of a document that was not ended, and keeps its memory.
  void clear();

 private:
  /// Where in the current document a term's entry is.
  struct Seen {
    std::uint32_t document = 0;  ///< counted from 1
    std::uint32_t entry = 0;
  };
  struct Occurrence {
    std::uint32_t entry = 0;
    std::uint32_t position = 0;
  };

  void place_positions(std::size_t entries_begin);

  TermDictionary dictionary_;
  std::vector<Document> documents_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> positions_;
  std::vector<Value> values_;
  std::uint32_t next_number_ = 0;

  // Of the current document.
  std::vector<Seen> seen_;  ///< by term
  std::uint32_t current_ = 1;
  std::vector<Occurrence> occurrences_;  ///< that have a position
  std::size_t entries_begin_ = 0;
  std::size_t values_begin_ = 0;
  std::uint64_t length_ = 0;
  std::uint64_t term_bytes_ = 0;  ///< of its distinct terms
  std::string data_;
};

}  // namespace news
