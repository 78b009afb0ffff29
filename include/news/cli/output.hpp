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
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  virtual ~Output() = default;

  /// Throws FileError, or Interrupted if the stream led to a terminal that is gone.
  virtual void write(std::string_view text);

  /// Brings what was written to where it goes. Throws as write does.
  virtual void flush();

  /// Whether anybody still reads what is written: to go on may be a waste.
  virtual bool is_read() const { return true; }

 private:
  std::FILE* stream_;
};

}  // namespace news
