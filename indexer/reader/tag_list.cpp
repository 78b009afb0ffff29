// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/tag_list.hpp"

#include "news/base/ascii.hpp"

#include <algorithm>

namespace news {

TagList::TagList(std::string_view text) : text_(text) {
  constexpr std::size_t usual_tags = 64;
  places_.reserve(usual_tags);
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const bool closes = text.substr(at + 1).starts_with('/');
    const std::size_t name = at + (closes ? 2 : 1);
    places_.push_back({at, name < text.size() ? ascii::to_lower(text[name]) : '\0', closes});
  }
}

std::vector<TagList::Place>::const_iterator TagList::first_in(ByteRange range) const {
  return std::lower_bound(places_.begin(), places_.end(), range.begin,
                          [](const Place& place, std::size_t at) { return place.at < at; });
}

std::optional<std::size_t> TagList::open_tag(std::string_view name, ByteRange range) const {
  const char letter = ascii::to_lower(name.front());
  for (auto place = first_in(range); place != places_.end() && place->at < range.end; ++place) {
    if (place->letter != letter || place->closes) continue;
    const std::size_t behind = place->at + 1 + name.size();
    if (behind >= range.end) break;
    if (text_[behind] != '>' && !ascii::is_space(text_[behind])) continue;
    if (ascii::equals_ignoring_case(text_.substr(place->at + 1, name.size()), name)) {
      return place->at;
    }
  }
  return std::nullopt;
}

std::optional<ByteRange> TagList::element(std::string_view name, ByteRange range) const {
  const auto open = open_tag(name, range);
  if (!open) return std::nullopt;
  const std::size_t tag_end = text_.substr(0, range.end).find('>', *open);
  if (tag_end == std::string_view::npos) return std::nullopt;
  return ByteRange{tag_end + 1, close_tag(name, {tag_end + 1, range.end})};
}

/// Where </NAME> begins, or the end of the range.
std::size_t TagList::close_tag(std::string_view name, ByteRange range) const {
  const char letter = ascii::to_lower(name.front());
  for (auto place = first_in(range); place != places_.end() && place->at < range.end; ++place) {
    if (place->letter != letter || !place->closes) continue;
    const std::size_t behind = place->at + 2 + name.size();
    if (behind >= range.end) break;
    if (text_[behind] != '>') continue;
    if (ascii::equals_ignoring_case(text_.substr(place->at + 2, name.size()), name)) {
      return place->at;
    }
  }
  return range.end;
}

}  // namespace news
