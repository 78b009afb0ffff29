// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/schema.hpp"

#include "news/base/hash.hpp"
#include "news/base/utf8.hpp"

#include <algorithm>

namespace news::schema {

namespace {

std::string fitted(std::string_view prefix, std::string_view value, std::size_t max_bytes) {
  std::string out(prefix);
  if (prefix.size() + value.size() <= max_bytes) return out.append(value);
  const std::size_t room = max_bytes - prefix.size() - Hasher::digest_chars;
  return out.append(utf8::truncate(value, room)).append(hash_of(value));
}

}  // namespace

std::string term(std::string_view prefix, std::string_view value) {
  return fitted(prefix, value, max_term_bytes);
}

std::string order_key(std::uint64_t record, std::string_view of_article) {
  constexpr std::uint64_t last = 0xFFFFFFFF;
  constexpr std::size_t identity_bytes = 8;
  const std::uint64_t place = std::min(record, last);
  std::string key;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) key += static_cast<char>(place >> shift & 0xFFU);
  return key.append(of_article.substr(0, identity_bytes));
}

std::string source_state_key(std::string_view path) {
  // Xapian's limit for a metadata key is that of a term.
  return fitted(source_key, path, max_term_bytes);
}

std::string dictionary_key(unsigned id) {
  return std::string(dictionary_key_prefix) + std::to_string(id);
}

}  // namespace news::schema
