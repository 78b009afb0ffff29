// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <string_view>

namespace news {

/// Writes to a stream of the C library and does not let a failed write pass: a full disk must not
/// look like success.
class Output {
 public:
  explicit Output(std::FILE* stream) : stream_(stream) {}

  /// Throws FileError.
  void write(std::string_view text);

  /// Brings what was written to where it goes. Throws FileError.
  void flush();

 private:
  std::FILE* stream_;
};

}  // namespace news
