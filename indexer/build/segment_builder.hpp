// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/build/glass/spelling_writer.hpp"
#include "indexer/build/glass/table_writer.hpp"
#include "indexer/build/glass/version_file.hpp"
#include "indexer/build/inversion/inverted_batch.hpp"
#include "indexer/build/inversion/run_store.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace news {

/// Builds one segment, a Xapian glass database, out of inverted batches, by writing its tables
/// itself (docs/glass-format.md): nothing is ever inserted into a tree.
///
///   batches, in order --+-> docdata, termlist           streamed out as they come
///                       +-> runs -> merge -+-> postlist
///                                          +-> position
///
/// The tables depend on the batches alone, not on threads or memory.
class SegmentBuilder {
 public:
  struct Options {
    std::size_t memory_bytes = std::size_t{512} * 1024 * 1024;  ///< for runs; more go to disk
    bool parallel = true;  ///< whether independent tables are written on several threads
  };

  /// `folder` must not exist; temporary files lie in it, too. It is removed with the builder if
  /// that was not finished. Throws FileError.
  SegmentBuilder(std::filesystem::path folder, Options options);
  ~SegmentBuilder();
  SegmentBuilder(const SegmentBuilder&) = delete;
  SegmentBuilder& operator=(const SegmentBuilder&) = delete;

  /// Adds documents behind those that are there. Throws FileError, and IndexError when a number is
  /// beyond what the format holds.
  void append(InvertedBatch batch);

  /// An empty value is none. Names have at most 245 bytes.
  void set_metadata(const std::string& name, std::string value) {
    metadata_[name] = std::move(value);
  }

  /// Adds a word to the dictionary from which Xapian suggests spellings.
  void add_spelling(std::string_view word, std::uint32_t frequency = 1) {
    spelling_.add(word, frequency);
  }

  /// Leaves a complete database in the folder, and on disk. Called once. Throws FileError.
  void finish();

 private:
  void append_documents(const InvertedBatch& batch);
  void add_statistics(const InvertedBatch& batch);
  glass::RootInfo write_postlist();
  glass::RootInfo write_position();
  std::filesystem::path table(const char* name) const;

  std::filesystem::path folder_;
  Options options_;
  std::map<std::string, std::string> metadata_;
  std::optional<glass::TableWriter> docdata_;  ///< made for the first document with data
  std::optional<glass::TableWriter> termlist_;
  std::optional<RunStore> runs_;
  glass::SpellingWriter spelling_;
  glass::Statistics statistics_;
  std::map<std::uint32_t, glass::ValueStats> values_;
  bool finished_ = false;
};

}  // namespace news
