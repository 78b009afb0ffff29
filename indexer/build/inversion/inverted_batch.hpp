// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/glass/byte_buffer.hpp"
#include "indexer/build/glass/deflate.hpp"
#include "indexer/build/glass/term_list.hpp"
#include "indexer/build/glass/value_stream_writer.hpp"
#include "indexer/build/glass/version_file.hpp"
#include "indexer/build/inversion/document_batch.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// A batch turned around, in the forms in which a database keeps it. Nothing in it depends on the
/// documents before it, so batches are inverted in parallel and put behind each other.
struct InvertedBatch {
  /// What the tables that are ordered by document get. Each is the end of a piece in the string of
  /// its name.
  struct Document {
    std::uint32_t number = 0;  ///< in the batch, from 0
    std::size_t data_end = 0;
    std::size_t term_list_end = 0;
    std::size_t slots_end = 0;
    bool term_list_deflated = false;
  };

  std::uint32_t numbers = 0;  ///< of documents that the batch takes up
  std::vector<Document> documents;
  std::string data;
  std::string term_lists;
  std::string slots;
  std::string postings;          ///< a run, see RunEntry
  std::string positions;         ///< a run
  glass::Statistics statistics;  ///< last_document is not set
  std::map<std::uint32_t, glass::ValueStats> values;

  /// Replaces each document's record by what `change` makes of it.
  template <typename Change>
  void change_data(Change change) {
    std::string changed;
    std::size_t begin = 0;
    for (Document& document : documents) {
      changed += change(std::string_view(data).substr(begin, document.data_end - begin));
      begin = std::exchange(document.data_end, changed.size());
    }
    data = std::move(changed);
  }
};

/// Inverts batches. For one thread; keeps its working memory from one to the next.
class Inverter {
 public:
  /// Term lists are deflated at this level of libdeflate; 0 leaves them as they are.
  explicit Inverter(int deflate_level);
  ~Inverter();

  InvertedBatch invert(const DocumentBatch& batch);

 private:
  /// A copy of an entry, which saves looking there again, far from the one before.
  struct Posting {
    std::uint32_t document = 0;  ///< index in DocumentBatch::documents
    DocumentBatch::Entry entry;
  };

  /// A term in a document's term list.
  struct ListedTerm {
    std::uint32_t rank = 0;
    std::uint32_t wdf = 0;
  };

  void sort_postings(const DocumentBatch& batch);
  void add_values(const DocumentBatch& batch, InvertedBatch& out);
  void add_lengths(const DocumentBatch& batch);
  void add_terms(const DocumentBatch& batch);
  void add_documents(const DocumentBatch& batch, InvertedBatch& out);
  void add_term_list(const DocumentBatch::Document& document, InvertedBatch& out);
  void add_positions(std::uint64_t gap, std::span<const std::uint32_t> positions);
  static void count(const DocumentBatch& batch, InvertedBatch& out);

  std::vector<glass::Deflater> deflater_;  ///< one or none
  std::vector<std::string_view> terms_;    ///< of the batch, sorted; by rank
  std::vector<Posting> postings_;          ///< sorted by term, then document
  std::vector<std::uint32_t> ends_;        ///< in postings_, by rank
  std::vector<ListedTerm> listed_terms_;   ///< by document, then term
  glass::ByteBuffer postings_run_;
  glass::ByteBuffer positions_run_;
  std::string key_;
  glass::ByteBuffer stream_;
  glass::ByteBuffer position_stream_;
  std::string position_tag_;
  glass::TermListEncoder term_list_;
  std::string deflated_;
};

}  // namespace news
