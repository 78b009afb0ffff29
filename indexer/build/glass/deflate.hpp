// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace news::glass {

/// Compresses tags as Xapian reads them: raw deflate, without a header. For one thread.
class Deflater {
 public:
  /// Levels are libdeflate's, 1 (fastest) to 12.
  explicit Deflater(int level);
  ~Deflater();
  Deflater(Deflater&&) noexcept;
  Deflater& operator=(Deflater&&) noexcept;

  /// Replaces `out` by the compressed tag. False, and `out` is of no use, if that would not be
  /// shorter.
  bool compress(std::string_view tag, std::string& out);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

}  // namespace news::glass
