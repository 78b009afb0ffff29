// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "news/article/timestamp.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// The place, and mostly the agency, that a wire story begins with:
///
///   RUSSIA:YASUO FUKUDA, Japan's prime minister, ...
///   TOKYO, Nov 20 (Reuters) - Japan's prime minister ...
///   Wien, 20. November (APA) -- Der Kanzler ...
struct Dateline {
  std::string place;                   ///< as written: "RUSSIA", "TOKYO"
  std::string agency;                  ///< "Reuters"; may be empty
  std::optional<Timestamp> published;  ///< only where the dateline has a year
  std::size_t length = 0;              ///< bytes of the text up to the story's first word
};

/// The dateline that `text` begins with, if any.
std::optional<Dateline> read_dateline(std::string_view text);

}  // namespace news
