// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// A byte order mark and what it says.
struct ByteOrderMark {
  std::string encoding;  ///< a name that Transcoder knows
  std::size_t bytes = 0;
};

/// The mark that `bytes` begin with, if any. The first characters of XML in UTF-16 or UTF-32 count
/// as one of no bytes.
std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes);

/// Text as UTF-8, and what it was before.
struct DecodedText {
  std::string text;      ///< well-formed, without a byte order mark
  std::string encoding;  ///< "UTF-8", "windows-1252", "Shift_JIS", ...
};

/// Decodes one text of unknown encoding: by its byte order mark, else ISO-2022-JP if it has the
/// escapes of that, else UTF-8 if it is that, else `declared` (a name from a header or prolog, may
/// be empty or wrong), else as ICU's detector thinks. Text that is UTF-8 but for a few bytes counts
/// as UTF-8. What cannot be decoded becomes U+FFFD; this never fails.
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

/// Converts a stream of one encoding to UTF-8, piece by piece. Throws Error for an unknown name.
class Transcoder {
 public:
  explicit Transcoder(const std::string& encoding);
  ~Transcoder();
  Transcoder(Transcoder&&) noexcept;
  Transcoder& operator=(Transcoder&&) noexcept;

  /// Appends the UTF-8 of `bytes` to `out`. A character that is cut at the end of one piece is
  /// completed by the next; `last` says that there is none.
  void convert(std::string_view bytes, bool last, std::string& out);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace news
