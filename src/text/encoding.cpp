// SPDX-License-Identifier: GPL-3.0-or-later
#include "news/text/encoding.hpp"

#include "news/base/ascii.hpp"
#include "news/base/utf8.hpp"

#include <algorithm>
#include <array>

#include "text/icu.hpp"
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

namespace news {

namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// What a page calls by these names is nearly always the Windows code page that has quotation
/// marks and dashes where the standard has control characters.
std::string real_name(std::string_view declared) {
  std::string name = ascii::to_lower(ascii::trim(declared));
  if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" ||
      name == "ascii") {
    return "windows-1252";
  }
  if (name == "iso-8859-9") return "windows-1254";
  return name;
}

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// The name that people use for an encoding: "windows-1252", not "cp1252".
std::string usual_name(const std::string& encoding) {
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* name = ucnv_getStandardName(encoding.c_str(), standard, &status);
    if (name != nullptr) return name;
  }
  return encoding;
}

/// Text that was written as UTF-8 and then damaged: far more characters of several bytes than bytes
/// that are in none.
bool is_nearly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::decode(bytes, at);
    if (c == utf8::replacement && bytes.substr(start, at - start) != "\uFFFD") {
      ++bad;
    } else if (c >= 0x80) {
      ++good;
    }
  }
  return good > 0 && good >= 4 * bad;
}

/// ISO-2022-JP is written in ASCII alone and would pass for UTF-8. Its escapes to Japanese and back
/// tell it from text with a stray escape character.
bool is_iso_2022_jp(std::string_view bytes) {
  constexpr auto nowhere = std::string_view::npos;
  if (bytes.find('\x1B') == nowhere) return false;
  const std::size_t japanese = std::min(bytes.find("\x1B$B"), bytes.find("\x1B$@"));
  if (japanese == nowhere) return false;
  const std::string_view behind = bytes.substr(japanese);
  const bool returns = behind.find("\x1B(B") != nowhere || behind.find("\x1B(J") != nowhere;
  return returns && std::all_of(bytes.begin(), bytes.end(),
                                [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Whether what ICU guesses for `bytes` can be right.
bool is_plausible(const std::string& encoding, std::string_view bytes) {
  // ICU offers UTF-8 for what has a few good sequences by chance; that was ruled out before.
  if (encoding == "utf-8") return false;
  // It offers UTF-16 for short texts that it knows nothing about. A real one has spaces or line
  // ends, and so zero bytes.
  return !encoding.starts_with("utf-16") || bytes.find('\0') != std::string_view::npos;
}

std::string detected_encoding(std::string_view bytes) {
  constexpr std::size_t sample_bytes = std::size_t{64} * 1024;
  // Plain English at the start says nothing; look at where the other characters are.
  std::size_t start = 0;
  while (start < bytes.size() && static_cast<unsigned char>(bytes[start]) < 0x80) ++start;
  start = start < 200 ? 0 : start - 200;
  const std::string_view sample = bytes.substr(start, sample_bytes);
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(
      checked_icu("encoding detection", [](UErrorCode& status) { return ucsdet_open(&status); }));
  UErrorCode status = U_ZERO_ERROR;
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  const std::string name = real_name(ucsdet_getName(match, &status));
  return U_SUCCESS(status) && is_plausible(name, sample) ? name : "windows-1252";
}

DecodedText decode_as(const std::string& encoding, std::string_view bytes) {
  const std::string known = open_converter(encoding) ? encoding : "windows-1252";
  DecodedText decoded;
  decoded.encoding = usual_name(known);
  Transcoder(known).convert(bytes, /*last=*/true, decoded.text);
  return decoded;
}

}  // namespace

std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  struct Known {
    std::string_view mark;
    const char* encoding;
  };
  // UTF-32's little-endian mark begins with UTF-16's.
  static constexpr std::array<Known, 5> known = {{{"\xEF\xBB\xBF"sv, "UTF-8"},
                                                  {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                                  {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                                  {"\xFF\xFE"sv, "UTF-16LE"},
                                                  {"\xFE\xFF"sv, "UTF-16BE"}}};
  for (const Known& candidate : known) {
    if (bytes.starts_with(candidate.mark)) {
      return ByteOrderMark{candidate.encoding, candidate.mark.size()};
    }
  }
  // XML may go without: its "<?" or "<!" tells as much.
  static constexpr std::array<Known, 8> markup = {{{"<\0?\0"sv, "UTF-16LE"},
                                                   {"<\0!\0"sv, "UTF-16LE"},
                                                   {"\0<\0?"sv, "UTF-16BE"},
                                                   {"\0<\0!"sv, "UTF-16BE"},
                                                   {"<\0\0\0?\0\0\0"sv, "UTF-32LE"},
                                                   {"<\0\0\0!\0\0\0"sv, "UTF-32LE"},
                                                   {"\0\0\0<\0\0\0?"sv, "UTF-32BE"},
                                                   {"\0\0\0<\0\0\0!"sv, "UTF-32BE"}}};
  for (const Known& candidate : markup) {
    if (bytes.starts_with(candidate.mark)) return ByteOrderMark{candidate.encoding, 0};
  }
  return std::nullopt;
}

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  if (const auto mark = byte_order_mark(bytes)) {
    bytes.remove_prefix(mark->bytes);
    if (mark->encoding != "UTF-8") return decode_as(mark->encoding, bytes);
    return {utf8::repair(bytes), "UTF-8"};
  }
  if (is_iso_2022_jp(bytes)) return decode_as("ISO-2022-JP", bytes);
  if (utf8::is_valid(bytes)) return {std::string(bytes), "UTF-8"};
  const std::string name = real_name(declared);
  if (!name.empty() && name != "utf-8" && name != "utf8" && open_converter(name)) {
    return decode_as(name, bytes);
  }
  if (is_nearly_utf8(bytes)) return {utf8::repair(bytes), "UTF-8"};
  return decode_as(detected_encoding(bytes), bytes);
}

class Transcoder::Impl {
 public:
  explicit Impl(const std::string& encoding)
      : from_(open_converter(encoding)), to_(open_converter("UTF-8")) {
    if (!from_ || !to_) throw Error("encoding " + encoding, "is not known to ICU");
  }

  void convert(std::string_view bytes, bool last, std::string& out) {
    std::array<char, 4096> buffer;
    const char* source = bytes.data();
    const char* const source_end = source + bytes.size();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
      status = U_ZERO_ERROR;
      char* target = buffer.data();
      ucnv_convertEx(to_.get(), from_.get(), &target, buffer.data() + buffer.size(), &source,
                     source_end, pivot_.data(), &pivot_source_, &pivot_target_,
                     pivot_.data() + pivot_.size(), static_cast<UBool>(first_),
                     static_cast<UBool>(last), &status);
      first_ = false;
      out.append(buffer.data(), target);
    }
    // A truncated last character is the one thing left to report; it has become U+FFFD or is gone.
  }

 private:
  Converter from_;
  Converter to_;
  std::array<UChar, 1024> pivot_{};
  UChar* pivot_source_ = pivot_.data();
  UChar* pivot_target_ = pivot_.data();
  bool first_ = true;
};

Transcoder::Transcoder(const std::string& encoding) : impl_(std::make_unique<Impl>(encoding)) {}
Transcoder::~Transcoder() = default;
Transcoder::Transcoder(Transcoder&&) noexcept = default;
Transcoder& Transcoder::operator=(Transcoder&&) noexcept = default;

void Transcoder::convert(std::string_view bytes, bool last, std::string& out) {
  impl_->convert(bytes, last, out);
}

}  // namespace news
