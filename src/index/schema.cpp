// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/index/schema.hpp"

#include "news/base/hash.hpp"
#include "news/base/utf8.hpp"

#include <algorithm>

namespace news::schema {

namespace {

/// How the numbers of sketches are written.
constexpr std::string_view digits =
    "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
constexpr auto base = static_cast<std::uint32_t>(digits.size());
static_assert(sketch_numbers == base * base * base * base);

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

std::string sketch_term(std::uint32_t number) {
  std::string out(sketch);
  for (std::uint32_t place = sketch_numbers / base; place > 0; place /= base) {
    out.push_back(digits[number / place % base]);
  }
  return out;
}

std::optional<std::uint32_t> sketch_number(std::string_view term) {
  if (!term.starts_with(sketch)) return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : term.substr(sketch.size())) {
    const std::size_t digit = digits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    number = number * base + static_cast<std::uint32_t>(digit);
    if (number >= sketch_numbers) return std::nullopt;
  }
  return term == sketch_term(number) ? std::optional(number) : std::nullopt;
}

std::string order_key(std::uint64_t record, std::string_view of_article) {
  constexpr std::uint64_t last = 0xFFFFFFFF;
  constexpr std::size_t identity_bytes = 8;
  const std::uint64_t place = std::min(record, last);
  std::string key;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) key += static_cast<char>(place >> shift & 0xFFU);
  return key.append(of_article.substr(0, identity_bytes));
}

std::string_view identity_in_order_key(std::string_view key) {
  constexpr std::size_t place_bytes = 4;
  return key.substr(std::min(key.size(), place_bytes));
}

std::string pack_sketch(const std::vector<std::uint32_t>& numbers) {
  std::string packed;
  packed.reserve(3 * numbers.size());
  for (const std::uint32_t number : numbers) {
    for (const unsigned shift : {16U, 8U, 0U}) {
      packed += static_cast<char>(number >> shift & 0xFFU);
    }
  }
  return packed;
}

std::vector<std::uint32_t> unpack_sketch(std::string_view packed) {
  std::vector<std::uint32_t> numbers;
  for (; packed.size() >= 3; packed.remove_prefix(3)) {
    std::uint32_t number = 0;
    for (const char byte : packed.substr(0, 3)) {
      number = number << 8U | static_cast<unsigned char>(byte);
    }
    numbers.push_back(number);
  }
  return numbers;
}

std::string source_state_key(std::string_view path) {
  // Xapian's limit for a metadata key is that of a term.
  return fitted(source_key, path, max_term_bytes);
}

std::string dictionary_key(unsigned id) {
  return std::string(dictionary_key_prefix) + std::to_string(id);
}

}  // namespace news::schema
