// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/posting_list_writer.hpp"

#include "indexer/build/glass/packing.hpp"

#include <algorithm>

namespace news::glass {

namespace {

constexpr std::size_t max_ordered_bytes = 5;  // of a document number

}  // namespace

void PostingListWriter::begin(std::string_view escaped_term, std::uint64_t term_frequency,
                              std::uint64_t collection_frequency) {
  first_key_.assign(escaped_term);
  later_key_.assign(escaped_term);
  if (escaped_term != lengths_prefix) later_key_.push_back('\0');
  frequencies_.clear();
  append_varint(frequencies_, term_frequency);
  append_varint(frequencies_, collection_frequency);
  first_chunk_ = true;
  postings_.clear();
}

void PostingListWriter::add(DocId id, std::uint32_t wdf) {
  if (!postings_.empty()) {
    char* const begin = postings_.room(2 * max_varint32_bytes);
    char* const end = put_varint(put_varint(begin, id - last_ - 1), wdf);
    if (postings_.size() + static_cast<std::size_t>(end - begin) <= max_postings_bytes_) {
      postings_.end_at(end);
      last_ = id;
      return;
    }
    write_chunk(/*last=*/false);
  }
  start_chunk(id, wdf);
}

void PostingListWriter::start_chunk(DocId id, std::uint32_t wdf) {
  const std::size_t key_bytes =
      first_chunk_ ? first_key_.size() : later_key_.size() + max_ordered_bytes;
  const std::size_t head_bytes =
      1 + max_varint32_bytes + (first_chunk_ ? frequencies_.size() + max_varint32_bytes : 0);
  const std::size_t tag_bytes = table_.best_tag_bytes(key_bytes);
  // A chunk holds one posting at least, however little room there is.
  max_postings_bytes_ = tag_bytes - std::min(tag_bytes, head_bytes);
  postings_.end_at(put_varint(postings_.room(max_varint32_bytes), wdf));
  chunk_first_ = last_ = id;
}

void PostingListWriter::write_chunk(bool last) {
  tag_.clear();
  if (first_chunk_) {
    key_.assign(first_key_);
    tag_.append(frequencies_);
    append_varint(tag_, chunk_first_ - 1);
  } else {
    key_.assign(later_key_);
    append_ordered(key_, chunk_first_);
  }
  tag_.push_back(last ? '1' : '0');
  append_varint(tag_, last_ - chunk_first_);
  tag_.append(postings_.view());
  table_.append(key_, tag_);
  postings_.clear();
  first_chunk_ = false;
}

}  // namespace news::glass
