// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace news {

/// Words of an index as they were fetched from the machines that hold it. A server sends all words
/// that begin in one way or none, word by word; so they are asked for once and kept. For one thread
/// and one state of the index.
class Vocabulary {
 public:
  /// A term and the number of articles that have it.
  struct Entry {
    std::string term;
    Xapian::doccount frequency = 0;
  };

  /// Walks over sorted entries as Xapian::TermIterator does over those of a database.
  class Walk {
   public:
    explicit Walk(const std::vector<Entry>& entries)
        : at_(entries.data()), end_(at_ + entries.size()) {}

    const std::string& operator*() const { return at_->term; }
    Xapian::doccount get_termfreq() const { return at_->frequency; }
    Walk& operator++() {
      ++at_;
      return *this;
    }
    void skip_to(std::string_view term);
    bool at_end() const { return at_ == end_; }

   private:
    const Entry* at_;
    const Entry* end_;
  };

  explicit Vocabulary(Xapian::Database database) : database_(std::move(database)) {}

  /// The terms with a prefix, sorted. Throws Xapian's errors.
  const std::vector<Entry>& beginning_with(const std::string& prefix);

 private:
  Xapian::Database database_;
  std::map<std::string, std::vector<Entry>> known_;
};

}  // namespace news
