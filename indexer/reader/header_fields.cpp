// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/header_fields.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>

namespace news {

namespace {

/// The next line of `text`, which is moved behind it, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

HeaderFields::HeaderFields(std::string_view message) {
  std::string_view rest = message;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    const bool goes_on = line.front() == ' ' || line.front() == '\t';
    if (goes_on) {
      if (!fields_.empty()) fields_.back().second.append(" ").append(ascii::trim(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || fields_.size() == max_fields) continue;
    fields_.emplace_back(ascii::trim(line.substr(0, colon)), ascii::trim(line.substr(colon + 1)));
  }
  bytes_ = message.size() - rest.size();
}

std::string_view HeaderFields::value(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(), [name](const auto& field) {
    return ascii::equals_ignoring_case(field.first, name);
  });
  return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

std::string media_type(std::string_view value) {
  return ascii::to_lower(ascii::trim(value.substr(0, value.find(';'))));
}

std::string parameter(std::string_view value, std::string_view name) {
  for (std::size_t at = value.find(';'); at != std::string_view::npos; at = value.find(';', at)) {
    ++at;
    const std::string_view rest = value.substr(at);
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return {};
    if (!ascii::equals_ignoring_case(ascii::trim(rest.substr(0, equals)), name)) continue;
    const std::string_view text = ascii::trim(rest.substr(equals + 1));
    if (!text.starts_with('"')) return std::string(ascii::trim(text.substr(0, text.find(';'))));
    return std::string(text.substr(1, text.find('"', 1) - 1));
  }
  return {};
}

}  // namespace news
