// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace news {

/// How far one packed file may swell. A file that is made to fill disks or to keep a program busy
/// for days unpacks to thousands or millions of times its size; news does not.
struct UnpackLimits {
  /// Of one file, all layers together. Twice what a month of a large crawl's segments hold each.
  std::uint64_t max_bytes = std::uint64_t{64} * 1024 * 1024 * 1024;
  /// Unpacked bytes for each packed one. Deflate cannot reach more than 1032, which only empty
  /// pages come near to; dumps of text reach 10, and the most repetitive lists of lines 200.
  std::uint64_t max_ratio = 1000;
  /// Below this a ratio does no harm, and small files of one line repeated are left alone.
  std::uint64_t ratio_from_bytes = std::uint64_t{16} * 1024 * 1024;
  /// Archives and compressions within each other: "mail.zip" with "2005.tar.gz" with
  /// "sunday.mbox.gz" has 4 layers.
  std::size_t max_layers = 6;
  /// An archive that has to be read from its end cannot be read as a stream: where it lies within
  /// another one, or comes from standard input, it is kept in memory up to this size.
  std::size_t max_kept_bytes = std::size_t{256} * 1024 * 1024;
};

/// Counts what comes out of one file, against its limits.
class UnpackBudget {
 public:
  explicit UnpackBudget(UnpackLimits limits) : limits_(limits) {}

  const UnpackLimits& limits() const { return limits_; }

  /// Packed bytes that were read.
  void add_packed(std::uint64_t bytes) { packed_ += bytes; }

  /// Unpacked bytes, of any layer. Throws DamagedInput when a limit is passed, and whenever it is
  /// asked again from then on.
  void add_unpacked(std::size_t bytes);

  bool exhausted() const { return exhausted_; }

 private:
  UnpackLimits limits_;
  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
  bool exhausted_ = false;
};

}  // namespace news
