// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

namespace news {

/// Numbers of an article's sketch, as the index has them, ascending.
using Sketch = std::vector<std::uint32_t>;

/// What an index knows of sketches.
class SketchLookup {
 public:
  SketchLookup() = default;
  SketchLookup(const SketchLookup&) = delete;
  SketchLookup& operator=(const SketchLookup&) = delete;
  virtual ~SketchLookup() = default;

  /// Empty for an article that is too short to be told from others.
  virtual Sketch sketch_of(Xapian::docid document) = 0;

  /// The articles that have a number; none where there is only one.
  struct Holders {
    std::vector<Xapian::docid> documents;  ///< ascending; those that matter, where there are many
    std::size_t count = 0;                 ///< of all
  };
  virtual Holders holders_of(std::uint32_t number) = 0;

  /// Whether what is asked for is fetched from other machines.
  virtual bool is_far() const { return false; }

  /// Announces that these articles are next, so that what is far away can be fetched at once: the
  /// articles themselves, or all that have numbers of theirs.
  virtual void will_read(const std::vector<Xapian::docid>& /*documents*/) {}
  virtual void will_find_copies_of(const std::vector<Xapian::docid>& /*documents*/) {}
};

/// The values and posting lists of an index on this machine.
class IndexSketches : public SketchLookup {
 public:
  /// `database` must outlive it.
  explicit IndexSketches(const Xapian::Database& database) : database_(database) {}

  Sketch sketch_of(Xapian::docid document) override;
  Holders holders_of(std::uint32_t number) override;

 private:
  const Xapian::Database& database_;
};

}  // namespace news
