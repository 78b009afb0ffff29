// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// The fields above a message, in the form that mail, HTTP and WARC share: "Name: value" lines, of
/// which the next begins with white space where the value goes on, up to an empty line.
class HeaderFields {
 public:
  /// More is no header that anybody wrote.
  static constexpr std::size_t max_fields = 2000;

  HeaderFields() = default;

  /// Reads the fields at the start of `message`. Lines that are none are passed over.
  explicit HeaderFields(std::string_view message);

  /// The value of the first field of that name, compared without case; empty if there is none.
  std::string_view value(std::string_view name) const;
  bool has(std::string_view name) const { return !value(name).empty(); }

  std::size_t count() const { return fields_.size(); }

  /// Where the message goes on behind the empty line; its end if there is none.
  std::size_t bytes() const { return bytes_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
  std::size_t bytes_ = 0;
};

/// "text/html" of "Text/HTML; charset=utf-8", in lower case.
std::string media_type(std::string_view value);

/// "utf-8" of "text/html; charset=\"utf-8\"" for "charset"; empty if there is none.
std::string parameter(std::string_view value, std::string_view name);

}  // namespace news
