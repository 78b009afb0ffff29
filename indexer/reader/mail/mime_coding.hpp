// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// The bytes of a text in base64 (RFC 2045); what is no base64 is passed over.
std::string decode_base64(std::string_view text);

/// The bytes of a quoted-printable text (RFC 2045); "=" that is no code stands for itself.
std::string decode_quoted_printable(std::string_view text);

/// A header field's value as UTF-8: encoded words (RFC 2047), else as `decode_text` reads it.
std::string decode_header_text(std::string_view value);

}  // namespace news
