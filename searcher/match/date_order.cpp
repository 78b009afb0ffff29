// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match/date_order.hpp"

#include "news/index/schema.hpp"

#include <cstdint>

namespace news {

namespace {

/// Eight bytes that sort as the numbers do.
std::string sortable(std::int64_t number) {
  const std::uint64_t shifted = static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63U);
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<char>((shifted >> static_cast<unsigned>(shift)) & 0xFFU));
  }
  return bytes;
}

}  // namespace

std::string DateOrder::operator()(const Xapian::Document& document) const {
  const std::string value = document.get_value(schema::published_slot);
  std::string key = "~";  // behind every dated one
  if (!value.empty()) {
    const auto seconds = static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
    key = " " + sortable(oldest_first_ ? seconds : -seconds);
  }
  return key + document.get_value(schema::identity_slot);
}

}  // namespace news
