// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/segment_builder.hpp"

#include "indexer/build/begin_work.hpp"
#include "indexer/build/glass/format.hpp"
#include "indexer/build/glass/packing.hpp"
#include "indexer/build/glass/posting_list_writer.hpp"
#include "news/base/error.hpp"
#include "news/base/file.hpp"

#include <algorithm>
#include <future>
#include <limits>
#include <system_error>
#include <utility>

namespace news {

namespace {

using glass::DocId;

std::filesystem::path created(std::filesystem::path folder) {
  std::error_code error;
  if (!std::filesystem::create_directories(folder, error) && !error) {
    error = std::make_error_code(std::errc::file_exists);
  }
  if (error) {
    throw FileError(folder.string(), "cannot be created: " + error.message(),
                    system_remedy(error.value()));
  }
  return folder;
}

/// Goes through the documents of one key in several runs.
template <typename Visit>
void for_each_document(const RunMerger& runs, Visit visit) {
  for (const RunCursor* run : runs.group()) {
    const char* at = run->entry().stream.data();
    const char* const end = at + run->entry().stream.size();
    DocId next = run->base();
    while (at != end) {
      const auto id = static_cast<DocId>(next + glass::read_varint(at));
      visit(id, at);  // moves `at` behind what the document has
      next = id + 1;
    }
  }
}

std::string_view read_string(const char*& at) {
  const std::uint64_t size = glass::read_varint(at);
  const std::string_view text(at, size);
  at += size;
  return text;
}

void write_posting_list(const RunMerger& runs, glass::PostingListWriter& lists) {
  std::uint64_t count = 0;
  std::uint64_t total = 0;
  for (const RunCursor* run : runs.group()) {
    count += run->entry().count;
    total += run->entry().total;
  }
  if (total > std::numeric_limits<std::uint32_t>::max()) {
    throw IndexError("segment", "a term occurs more often than the format can count",
                     "Index fewer documents at a time.");
  }
  lists.begin(runs.key(), count, total);
  for_each_document(runs, [&lists](DocId id, const char*& at) {
    lists.add(id, static_cast<std::uint32_t>(glass::read_varint(at)));
  });
  lists.end();
}

void write_value_stream(const RunMerger& runs, glass::ValueStreamWriter& values) {
  values.begin(runs.key());
  for_each_document(runs,
                    [&values](DocId id, const char*& at) { values.add(id, read_string(at)); });
  values.end();
}

}  // namespace

SegmentBuilder::SegmentBuilder(std::filesystem::path folder, Options options)
    : folder_(created(std::move(folder))), options_(options) {
  termlist_.emplace(table("termlist"), glass::compress_large);
  runs_.emplace(folder_, options_.memory_bytes, options_.parallel);
}

SegmentBuilder::~SegmentBuilder() {
  if (finished_) return;
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::filesystem::path SegmentBuilder::table(const char* name) const {
  return folder_ / (std::string(name) + std::string(glass::table_suffix));
}

void SegmentBuilder::append(InvertedBatch batch) {
  if (batch.numbers > std::numeric_limits<DocId>::max() - 1 - statistics_.last_document) {
    throw IndexError(folder_.string(), "more documents than the format can number",
                     "Index fewer documents at a time.");
  }
  const auto base = static_cast<DocId>(statistics_.last_document + 1);
  append_documents(batch);
  add_statistics(batch);
  runs_->add(std::move(batch.postings), std::move(batch.positions), base);
}

void SegmentBuilder::append_documents(const InvertedBatch& batch) {
  const auto base = static_cast<DocId>(statistics_.last_document + 1);
  std::string key;
  InvertedBatch::Document before;
  const auto piece = [](const std::string& all, std::size_t begin, std::size_t end) {
    return std::string_view(all).substr(begin, end - begin);
  };
  for (const InvertedBatch::Document& document : batch.documents) {
    key.clear();
    glass::append_ordered(key, base + document.number);
    const auto data = piece(batch.data, before.data_end, document.data_end);
    if (!data.empty()) {
      if (!docdata_) docdata_.emplace(table("docdata"), glass::never_compress);
      docdata_->append(key, data);
    }
    termlist_->append(key, piece(batch.term_lists, before.term_list_end, document.term_list_end),
                      document.term_list_deflated);
    const auto slots = piece(batch.slots, before.slots_end, document.slots_end);
    if (!slots.empty()) {
      key.push_back('\0');
      termlist_->append(key, slots);
    }
    before = document;
  }
}

void SegmentBuilder::add_statistics(const InvertedBatch& batch) {
  const glass::Statistics& more = batch.statistics;
  glass::Statistics& all = statistics_;
  all.documents += more.documents;
  all.last_document += batch.numbers;
  if (more.shortest_length != 0) {
    all.shortest_length = all.shortest_length == 0
                              ? more.shortest_length
                              : std::min(all.shortest_length, more.shortest_length);
  }
  all.longest_length = std::max(all.longest_length, more.longest_length);
  all.highest_wdf = std::max(all.highest_wdf, more.highest_wdf);
  all.total_length += more.total_length;
  for (const auto& [slot, stats] : batch.values) values_[slot].add(stats);
}

void SegmentBuilder::finish() {
  auto position = begin_work(options_.parallel, [this] { return write_position(); });
  auto by_document = begin_work(options_.parallel, [this] {
    constexpr glass::RootInfo none;
    return std::pair(docdata_ ? docdata_->finish() : none, termlist_->finish());
  });
  glass::Tables tables;
  tables.postlist = write_postlist();
  std::tie(tables.docdata, tables.termlist) = by_document.get();
  tables.position = position.get();
  tables.spelling.compress_above = tables.synonym.compress_above = glass::compress_large;
  if (!spelling_.empty()) tables.spelling = spelling_.write(table("spelling"));
  statistics_.highest_spelling_frequency = spelling_.highest_frequency();
  runs_.reset();  // and its files
  FileWriter version(folder_ / glass::version_file);
  version.write(glass::version_file_content(glass::random_uuid(), tables, statistics_));
  version.sync();
  sync_directory(folder_);
  finished_ = true;
}

/// Metadata, value statistics, and then the runs, whose first keys are those of values and
/// document lengths.
glass::RootInfo SegmentBuilder::write_postlist() {
  glass::TableWriter table(this->table("postlist"), glass::never_compress);
  for (const auto& [name, value] : metadata_) {
    if (value.empty()) continue;
    std::string key(glass::metadata_prefix);
    table.append(key.append(name), value);
  }
  std::map<std::string, std::string> value_stats;  // keys do not sort as slots do
  for (const auto& [slot, stats] : values_) {
    value_stats.emplace(glass::value_stats_key(slot), glass::value_stats_tag(stats));
  }
  for (const auto& [key, tag] : value_stats) table.append(key, tag);
  glass::PostingListWriter lists(table);
  glass::ValueStreamWriter values(table);
  RunMerger runs = runs_->postings();
  while (runs.next()) {
    if (runs.key().starts_with(glass::value_prefix)) {
      write_value_stream(runs, values);
    } else {
      write_posting_list(runs, lists);
    }
  }
  return table.finish();
}

glass::RootInfo SegmentBuilder::write_position() {
  RunMerger runs = runs_->positions();
  if (!runs.next()) return {};
  glass::TableWriter table(this->table("position"), glass::never_compress);
  std::string key;
  do {
    key.assign(runs.key()).push_back('\0');
    const std::size_t term_bytes = key.size();
    for_each_document(runs, [&](DocId id, const char*& at) {
      key.resize(term_bytes);
      glass::append_ordered(key, id);
      table.append(key, read_string(at));
    });
  } while (runs.next());
  return table.finish();
}

}  // namespace news
