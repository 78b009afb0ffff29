// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/inversion/document_batch.hpp"

#include "indexer/build/glass/format.hpp"
#include "indexer/build/glass/packing.hpp"
#include "news/base/error.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace news {

void DocumentBatch::add(TermId term, std::uint32_t position, std::uint32_t wdf) {
  if (term >= seen_.size()) seen_.resize(std::max<std::size_t>(dictionary_.size(), 2 * term));
  Seen& seen = seen_[term];
  if (seen.document != current_) {
    seen = {current_, static_cast<std::uint32_t>(entries_.size())};
    entries_.push_back({.term = term});
    term_bytes_ += dictionary_.term(term).size();
  }
  Entry& entry = entries_[seen.entry];
  entry.wdf += wdf;
  length_ += wdf;
  if (position == no_position) return;
  ++entry.positions;
  occurrences_.push_back({seen.entry, position});
}

void DocumentBatch::set_value(std::uint32_t slot, std::string value) {
  if (!value.empty()) values_.push_back({slot, std::move(value)});
}

bool DocumentBatch::fits() const {
  // Beside its bytes a term takes two lengths and its frequency.
  constexpr std::uint64_t most_more_bytes = 2 + glass::max_varint32_bytes;
  const std::uint64_t terms = entries_.size() - entries_begin_;
  return term_bytes_ + most_more_bytes * (terms + 2) <= glass::max_tag_bytes;
}

void DocumentBatch::discard_document() {
  entries_.resize(entries_begin_);
  values_.resize(values_begin_);
  occurrences_.clear();
  data_.clear();
  length_ = 0;
  term_bytes_ = 0;
  ++current_;
}

void DocumentBatch::end_document() {
  if (length_ > std::numeric_limits<std::uint32_t>::max()) {
    throw IndexError("document", "its terms occur more often than the format can count",
                     "Leave that document out.");
  }
  place_positions(entries_begin_);
  documents_.push_back({.number = next_number_++,
                        .length = static_cast<std::uint32_t>(length_),
                        .entries_begin = entries_begin_,
                        .entries_end = entries_.size(),
                        .values_begin = values_begin_,
                        .values_end = values_.size(),
                        .data = std::exchange(data_, {})});
  entries_begin_ = entries_.size();
  values_begin_ = values_.size();
  length_ = 0;
  term_bytes_ = 0;
  ++current_;
}

/// Groups the document's positions by entry; they mostly come in order.
void DocumentBatch::place_positions(std::size_t entries_begin) {
  auto end = static_cast<std::uint32_t>(positions_.size());
  for (std::size_t i = entries_begin; i < entries_.size(); ++i) {
    entries_[i].positions_begin = end;
    end += std::exchange(entries_[i].positions, 0);
  }
  positions_.resize(end);
  bool in_order = true;
  for (const Occurrence& occurrence : occurrences_) {
    Entry& entry = entries_[occurrence.entry];
    std::uint32_t* const place = positions_.data() + entry.positions_begin + entry.positions;
    if (entry.positions > 0 && place[-1] >= occurrence.position) in_order = false;
    *place = occurrence.position;
    ++entry.positions;
  }
  occurrences_.clear();
  if (in_order) return;
  for (std::size_t i = entries_begin; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    std::uint32_t* const begin = positions_.data() + entry.positions_begin;
    std::sort(begin, begin + entry.positions);
    entry.positions =
        static_cast<std::uint32_t>(std::unique(begin, begin + entry.positions) - begin);
  }
}

void DocumentBatch::clear() {
  discard_document();
  dictionary_.clear();
  documents_.clear();
  entries_.clear();
  positions_.clear();
  values_.clear();
  next_number_ = 0;
  std::fill(seen_.begin(), seen_.end(), Seen());
  current_ = 1;
  entries_begin_ = 0;
  values_begin_ = 0;
}

}  // namespace news
