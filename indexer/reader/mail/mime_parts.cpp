// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/mail/mime_parts.hpp"

#include "indexer/reader/mail/mime_coding.hpp"
#include "news/base/ascii.hpp"
#include "news/text/encoding.hpp"

#include <algorithm>

namespace news {

namespace {

/// Lines of "format=flowed" (RFC 3676) that end in a space go on in the next.
std::string without_flow(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out += line;
    if (!line.ends_with(' ') || line == "-- ") out.push_back('\n');
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

class PartReader {
 public:
  void read(const HeaderFields& fields, std::string_view body, std::size_t depth) {
    if (depth > max_mime_depth || ++parts_ > max_mime_parts) return;
    if (media_type(fields.value("Content-Disposition")) == "attachment") return;
    const std::string_view type_value = fields.value("Content-Type");
    const std::string type = media_type(type_value);
    const std::string boundary = parameter(type_value, "boundary");
    if (type.starts_with("multipart/") && !boundary.empty()) {
      read_parts("--" + boundary, body, depth);
    } else if (type == "message/rfc822") {
      read_message(body, depth);
    } else if (type == "text/html") {
      add(text_of(fields, body), texts.html);
    } else if (type.empty() || type == "text" || type == "text/plain") {
      std::string text = text_of(fields, body);
      const bool flowed = ascii::equals_ignoring_case(parameter(type_value, "format"), "flowed");
      add(flowed ? without_flow(text) : text, texts.plain);
    }
  }

  MessageTexts texts;

 private:
  void read_message(std::string_view message, std::size_t depth) {
    const HeaderFields fields(message);
    read(fields, message.substr(fields.bytes()), depth + 1);
  }

  /// What is before the first boundary and behind the last is for nobody. A part that is cut off
  /// ends with the message.
  void read_parts(const std::string& boundary, std::string_view body, std::size_t depth) {
    std::size_t begin = next_boundary(body, boundary, 0);
    while (begin < body.size() && parts_ <= max_mime_parts) {
      const std::size_t behind = begin + boundary.size();
      if (body.substr(behind).starts_with("--")) return;
      const std::size_t part = std::min(body.find('\n', behind), body.size() - 1) + 1;
      begin = next_boundary(body, boundary, part);
      read_message(body.substr(part, begin - part), depth);
    }
  }

  /// Only at the start of a line.
  static std::size_t next_boundary(std::string_view body, const std::string& boundary,
                                   std::size_t from) {
    std::size_t at = body.find(boundary, from);
    while (at != std::string_view::npos && at != 0 && body[at - 1] != '\n') {
      at = body.find(boundary, at + 1);
    }
    return std::min(at, body.size());
  }

  static std::string text_of(const HeaderFields& fields, std::string_view body) {
    const std::string coding = media_type(fields.value("Content-Transfer-Encoding"));
    std::string bytes;
    if (coding == "base64") {
      bytes = decode_base64(body);
    } else if (coding == "quoted-printable") {
      bytes = decode_quoted_printable(body);
    } else {
      bytes = body;
    }
    return decode_text(bytes, parameter(fields.value("Content-Type"), "charset")).text;
  }

  static void add(const std::string& text, std::string& all) {
    if (ascii::trim(text).empty()) return;
    if (!all.empty()) all += "\n\n";
    all += text;
  }

  std::size_t parts_ = 0;
};

}  // namespace

MessageTexts message_texts(const HeaderFields& fields, std::string_view body) {
  PartReader reader;
  reader.read(fields, body, 0);
  return std::move(reader.texts);
}

}  // namespace news
