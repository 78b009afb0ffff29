// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/inverted_batch.hpp"

#include "indexer/build/glass/packing.hpp"
#include "indexer/build/glass/position_list.hpp"
#include "indexer/build/inversion/run.hpp"
#include "news/base/error.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace news {

namespace {

using Document = DocumentBatch::Document;
using Entry = DocumentBatch::Entry;

/// Writes the gaps of one stream.
class Gaps {
 public:
  std::uint64_t before(std::uint32_t number) {
    const std::uint64_t gap = number - expected_;
    expected_ = number + 1;
    return gap;
  }

 private:
  std::uint32_t expected_ = 0;
};

bool fits(std::string_view term, std::string_view escaped) {
  return !term.empty() && term.size() <= glass::max_term_bytes &&
         escaped.size() <= glass::max_escaped_term_bytes;
}

}  // namespace

Inverter::Inverter(int deflate_level) {
  if (deflate_level > 0) deflater_.emplace_back(deflate_level);
}

Inverter::~Inverter() = default;

InvertedBatch Inverter::invert(const DocumentBatch& batch) {
  InvertedBatch out;
  out.numbers = batch.numbers();
  sort_postings(batch);
  // Special keys sort before all terms, values before lengths.
  postings_run_.clear();
  positions_run_.clear();
  add_values(batch, out);
  add_lengths(batch);
  add_terms(batch);
  out.postings = postings_run_.view();
  out.positions = positions_run_.view();
  add_documents(batch, out);
  count(batch, out);
  return out;
}

/// Brings all entries into the order of their terms by counting: no comparison but of the batch's
/// distinct terms.
void Inverter::sort_postings(const DocumentBatch& batch) {
  const std::vector<TermId> sorted = batch.dictionary().sorted();
  terms_.clear();
  for (const TermId term : sorted) terms_.push_back(batch.dictionary().term(term));
  std::vector<std::uint32_t> place(sorted.size());  // by term: first its count, then where it goes
  for (const Entry& entry : batch.entries()) ++place[entry.term];
  ends_.resize(sorted.size());
  std::uint32_t begin = 0;
  for (std::size_t rank = 0; rank < sorted.size(); ++rank) {
    std::uint32_t& of_term = place[sorted[rank]];
    const std::uint32_t count = of_term;
    of_term = begin;
    begin += count;
    ends_[rank] = begin;
  }
  postings_.resize(batch.entries().size());
  const auto& documents = batch.documents();
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    for (const Entry& entry : batch.entries(documents[d])) {
      postings_[place[entry.term]++] = {d, entry};
    }
  }
}

void Inverter::add_values(const DocumentBatch& batch, InvertedBatch& out) {
  struct Stream {
    std::string bytes;
    Gaps gaps;
    RunEntry entry;
  };
  std::map<std::string, Stream> streams;  // by key
  for (const Document& document : batch.documents()) {
    for (const auto& [slot, value] : batch.values(document)) {
      out.values[slot].add(value);
      Stream& stream = streams[glass::value_stream_key(slot)];
      glass::append_varint(stream.bytes, stream.gaps.before(document.number));
      glass::append_string(stream.bytes, value);
      ++stream.entry.count;
      stream.entry.last = document.number;
    }
  }
  for (auto& [key, stream] : streams) {
    stream.entry.key = key;
    stream.entry.stream = stream.bytes;
    append_run_entry(postings_run_, stream.entry);
  }
}

void Inverter::add_lengths(const DocumentBatch& batch) {
  if (batch.documents().empty()) return;
  Gaps gaps;
  stream_.clear();
  for (const Document& document : batch.documents()) {
    char* const end = stream_.room(2 * glass::max_varint32_bytes);
    stream_.end_at(
        glass::put_varint(glass::put_varint(end, gaps.before(document.number)), document.length));
  }
  append_run_entry(postings_run_, {.key = glass::lengths_prefix,
                                   .last = batch.documents().back().number,
                                   .stream = stream_.view()});
}

/// The posting and the position stream of every term; and, as terms come in order, each document's
/// list of them.
void Inverter::add_terms(const DocumentBatch& batch) {
  const auto& documents = batch.documents();
  listed_terms_.resize(batch.entries().size());
  std::vector<std::uint32_t> next;  // by document, in listed_terms_
  next.reserve(documents.size());
  for (const Document& document : documents) {
    next.push_back(static_cast<std::uint32_t>(document.entries_begin));
  }
  std::uint32_t at = 0;
  for (std::uint32_t rank = 0; rank < terms_.size(); ++rank) {
    Gaps gaps;
    Gaps position_gaps;
    RunEntry entry;
    RunEntry position_entry;
    stream_.clear();
    position_stream_.clear();
    for (; at < ends_[rank]; ++at) {
      const auto& [document, found] = postings_[at];
      const std::uint32_t number = documents[document].number;
      listed_terms_[next[document]++] = {rank, found.wdf};
      char* const end = stream_.room(2 * glass::max_varint32_bytes);
      stream_.end_at(glass::put_varint(glass::put_varint(end, gaps.before(number)), found.wdf));
      ++entry.count;
      entry.total += found.wdf;
      entry.last = number;
      if (found.positions == 0) continue;
      add_positions(position_gaps.before(number), batch.positions(found));
      position_entry.last = number;
    }
    if (stream_.empty()) continue;  // a term that was interned and never added
    key_.clear();
    const std::string_view term = terms_[rank];
    glass::append_escaped(key_, term);
    if (!fits(term, key_)) {
      throw IndexError("document", fmt::format("has a term of {} bytes", term.size()),
                       "Terms have 1 to 245 bytes, of which few are zero.");
    }
    entry.key = position_entry.key = key_;
    entry.stream = stream_.view();
    append_run_entry(postings_run_, entry);
    if (position_stream_.empty()) continue;
    position_entry.stream = position_stream_.view();
    append_run_entry(positions_run_, position_entry);
  }
}

void Inverter::add_positions(std::uint64_t gap, std::span<const std::uint32_t> positions) {
  char* out = position_stream_.room(3 * glass::max_varint32_bytes);
  out = glass::put_varint(out, gap);
  if (positions.size() == 1) {  // most words stand but once in an article
    out = glass::put_varint(out, glass::varint_bytes(positions.front()));
    position_stream_.end_at(glass::put_varint(out, positions.front()));
    return;
  }
  position_tag_.clear();
  glass::append_positions(position_tag_, positions);
  position_stream_.end_at(glass::put_varint(out, position_tag_.size()));
  position_stream_.append(position_tag_);
}

void Inverter::add_documents(const DocumentBatch& batch, InvertedBatch& out) {
  out.documents.reserve(batch.documents().size());
  std::vector<std::uint32_t> slots;
  for (const Document& document : batch.documents()) {
    InvertedBatch::Document& added = out.documents.emplace_back();
    added.number = document.number;
    out.data.append(document.data);
    added.data_end = out.data.size();
    add_term_list(document, out);
    slots.clear();
    for (const auto& value : batch.values(document)) slots.push_back(value.slot);
    if (!slots.empty()) out.slots.append(glass::value_slots_tag(slots));
    added.slots_end = out.slots.size();
  }
}

void Inverter::add_term_list(const Document& document, InvertedBatch& out) {
  term_list_.begin(document.length, document.entries_end - document.entries_begin);
  for (std::size_t i = document.entries_begin; i < document.entries_end; ++i) {
    term_list_.add(terms_[listed_terms_[i].rank], listed_terms_[i].wdf);
  }
  InvertedBatch::Document& added = out.documents.back();
  added.term_list_deflated =
      !deflater_.empty() && deflater_.front().compress(term_list_.tag(), deflated_);
  out.term_lists.append(added.term_list_deflated ? deflated_ : term_list_.tag());
  added.term_list_end = out.term_lists.size();
}

void Inverter::count(const DocumentBatch& batch, InvertedBatch& out) {
  glass::Statistics& stats = out.statistics;
  stats.documents = batch.documents().size();
  for (const Document& document : batch.documents()) {
    const std::uint64_t length = document.length;
    stats.total_length += length;
    stats.longest_length = std::max(stats.longest_length, length);
    if (length != 0 && (stats.shortest_length == 0 || length < stats.shortest_length)) {
      stats.shortest_length = length;
    }
  }
  for (const Entry& entry : batch.entries()) {
    stats.highest_wdf = std::max<std::uint64_t>(stats.highest_wdf, entry.wdf);
  }
}

}  // namespace news
