// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

namespace news {

/// An article as an index takes it in: where which terms occur, values, and the stored record.
/// Terms lie behind each other in one string, in the order they were met and as often; a segment
/// writer sorts and counts them.
class Document {
 public:
  /// One occurrence of a term. `position` 0 is none; `wdf` is what it adds to the term's
  /// within-document frequency, 0 for a term that only filters.
  struct Occurrence {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t position = 0;
    std::uint32_t wdf = 0;
  };

  /// A word with its place in the text.
  void add_posting(std::string_view prefix, std::string_view word, std::uint32_t position,
                   std::uint32_t wdf = 1);

  /// A term that counts but has no place, such as a stem.
  void add_term(std::string_view prefix, std::string_view word, std::uint32_t wdf = 1);

  /// A term that only filters.
  void add_filter(std::string_view term) { add_term({}, term, 0); }

  void set_value(Xapian::valueno slot, std::string value) {
    values_.emplace_back(slot, std::move(value));
  }
  void set_data(std::string data) { data_ = std::move(data); }

  const std::vector<Occurrence>& occurrences() const { return occurrences_; }
  std::string_view term(const Occurrence& occurrence) const {
    return std::string_view(terms_).substr(occurrence.offset, occurrence.length);
  }
  const std::vector<std::pair<Xapian::valueno, std::string>>& values() const { return values_; }
  const std::string& data() const { return data_; }

 private:
  void add(std::string_view prefix, std::string_view word, std::uint32_t position,
           std::uint32_t wdf);

  std::string terms_;
  std::vector<Occurrence> occurrences_;
  std::vector<std::pair<Xapian::valueno, std::string>> values_;
  std::string data_;
};

}  // namespace news
