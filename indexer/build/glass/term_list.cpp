// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/glass/term_list.hpp"

#include "indexer/build/glass/packing.hpp"
#include "news/base/byte_order.hpp"

namespace news::glass {

namespace {

/// Two lengths of a byte each, a term, and its wdf.
constexpr std::size_t max_entry_bytes = 2 + 255 + max_varint32_bytes;

}  // namespace

void TermListEncoder::begin(std::uint64_t length, std::size_t terms) {
  tag_.clear();
  previous_ = {};
  if (terms == 0) return;
  char* const out = tag_.room(2 * max_varint_bytes);
  tag_.end_at(put_varint(put_varint(out, length), terms));
}

void TermListEncoder::add(std::string_view term, std::uint32_t wdf) {
  char* out = tag_.room(max_entry_bytes);
  const bool first = previous_.data() == nullptr;
  const std::size_t reused = first ? 0 : common_start(term, previous_);
  // A small wdf and the reused length share a byte, which is then greater than any length reused.
  constexpr std::uint32_t packed_wdf_limit = 127;
  const std::uint64_t together = (std::uint64_t{wdf} + 1) * (previous_.size() + 1) + reused;
  const bool packed = !first && wdf < packed_wdf_limit && together < 256;
  if (!first) *out++ = static_cast<char>(packed ? together : reused);
  *out++ = static_cast<char>(term.size() - reused);
  out = put_bytes(out, term.substr(reused));
  if (!packed) out = put_varint(out, wdf);
  tag_.end_at(out);
  previous_ = term;
}

std::string value_slots_tag(std::span<const std::uint32_t> slots) {
  std::string tag;
  append_varint(tag, slots.front());
  for (std::size_t i = 1; i < slots.size(); ++i) append_varint(tag, slots[i] - slots[i - 1] - 1);
  return tag;
}

}  // namespace news::glass
